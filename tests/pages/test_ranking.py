"""The ranking page: any indicator, year, list and group; every choice is in the link."""

import pytest

from tests.pages.conftest import link, pick, shown

NORTH = "northern-midlands-mountains"


def test_it_opens_on_the_total_of_the_newest_year(at):
    app = at("ranking")

    assert app.title[0].value == "Xếp hạng"
    assert shown(app) == {
        "indicator": "dti_total",
        "show": "map",
        "year": "2024",
        "group": NORTH,
        "boundary": "34",
        "province": "08",
    }
    assert not app.info


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("indicator", "dti_infrastructure"),
        ("year", "2022"),
        ("group", "country"),
        ("boundary", "63"),
        ("province", "11"),
        ("show", "grid"),
    ],
)
def test_what_is_picked_is_in_the_address(at, field, value):
    app = pick(at("ranking"), field, value)

    assert link(app)[field] == value
    assert shown(app)[field] == value
    assert not app.info


def test_an_indicator_without_the_year_opens_its_newest_and_says_so(at):
    app = pick(at("ranking"), "indicator", "poverty_rate_nso")

    assert link(app)["year"] == "2023"
    assert [one.value for one in app.info] == [
        "Chỉ tiêu này chưa có số liệu năm 2024; đang mở năm 2023."
    ]


def test_an_indicator_that_the_new_list_lacks_is_named_in_words(at):
    """It spoke of a link and of "dti_government_pillar_rank_published"."""
    app = at("ranking", boundary="63", indicator="dti_government_pillar_rank_published")
    pick(app, "boundary", "34")

    assert shown(app)["indicator"] == "dti_total"
    said = " ".join(one.value for one in app.info)
    assert "rank_published" not in said
    assert "trụ cột chính quyền số" in said.lower()


def test_a_wrong_indicator_in_a_link_opens_the_total_and_says_so(at):
    app = at("ranking", indicator="gdp")

    assert shown(app)["indicator"] == "dti_total"
    assert len(app.info) == 1
    assert "“gdp”" in app.info[0].value


def test_an_incomplete_year_says_why_there_are_no_places(at):
    app = at("ranking", year="2021", boundary="63", group="country")

    assert app.info[0].value.startswith("Không xếp hạng: chỉ có số của 4/63")
    assert "theo công bố" in app.info[1].value


def test_published_places_are_not_ranked_again(at):
    app = at("ranking", indicator="dti_total_rank_published", year="2022", boundary="63")

    assert "không xếp hạng" in app.info[0].value


def test_places_over_the_years_by_link(at):
    app = at("ranking", show="grid", boundary="63", group="northern-mountain-border")

    assert shown(app)["show"] == "grid"
    assert not app.info


def test_english_names_indicators_lists_and_groups(at):
    app = at("ranking", lang="en")

    assert app.title[0].value == "Ranking"
    assert "provinces" in app.selectbox(key="choice.boundary").options[0]
    assert "Total" in app.selectbox(key="choice.indicator").options[0] or (
        "Index" in app.selectbox(key="choice.indicator").options[0]
    )


def test_every_indicator_opens_on_both_lists(at, official):
    """Whatever can be chosen can be shown: counts, rates, places, incomplete tables."""
    app = at("ranking", group="country", boundary="63")
    for boundary in ("63", "34"):
        pick(app, "boundary", boundary)
        for indicator in official.indicators(boundary)[::4]:
            pick(app, "indicator", indicator)
            assert shown(app)["indicator"] == indicator


def test_the_menu_carries_the_view_to_the_other_page(at):
    app = at("overview", province="02", boundary="63", group="country", year="2022")
    app.switch_page("../pages/ranking.py").run()

    assert not app.exception
    assert shown(app)["province"] == "02"
    assert shown(app)["year"] == "2022"
    assert shown(app)["boundary"] == "63"
