"""A link with unknown names opens the nearest view on every page; one sentence for each of them."""

import pytest

from tests.pages.conftest import link

WRONG = {"lang": "fr", "province": "99", "boundary": "64", "group": "asean"}
ALSO = {
    "overview": {"year": "1999", "show": "pie"},
    "ranking": {"year": "1999", "show": "pie", "indicator": "gdp"},
    "profile": {"year": "1999", "indicator": "gdp"},
    "payments": {"year": "1999", "indicator": "gdp"},
    "poverty": {"year": "1999", "against": "gini"},
    "method": {"indicator": "gdp"},
}


@pytest.mark.parametrize("page", ALSO)
def test_every_unknown_name_is_said_once_and_the_nearest_view_opens(at, page):
    wrong = WRONG | ALSO[page]
    app = at(page, **wrong)
    said = [one.value for one in app.info]

    # A year is said in words. Payments, whose periods are days, keeps the year of other pages.
    for name in (value for value in wrong.values() if value != "1999"):
        assert len([one for one in said if f"“{name}”" in one]) == 1, name
    assert len([one for one in said if "1999" in one]) == ("year" in wrong)
    found = link(app)
    assert (found["lang"], found["boundary"], found["province"]) == ("vi", "34", "08")
    kept = {("year", "1999")} if page == "payments" else set()
    assert set(wrong.items()) & set(found.items()) == kept


@pytest.mark.parametrize("page", ALSO)
def test_what_was_changed_is_said_once_not_at_every_rerun(at, page):
    app = at(page, province="99").run()

    assert not [one for one in app.info if "“99”" in one.value]
