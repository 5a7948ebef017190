"""The overview: opens where the reader is at home, and keeps every choice in the address."""

import pytest

from data.reference import provinces
from data.service.opening import open_store
from data.settings import Settings
from data.store import SourceFile, Store
from indicators.model import Observation, Status
from tests.pages.conftest import link, opened, pick, shown

NORTH = "northern-midlands-mountains"


def test_it_opens_on_the_home_province_the_newest_year_and_the_list_of_34(at):
    app = at()

    assert app.title[0].value == "Tổng quan"
    assert shown(app) == {"province": "08", "group": NORTH, "boundary": "34"}
    assert link(app)["year"] == "2024"
    assert not app.info


def test_every_choice_stands_in_the_address(at):
    assert link(at()) == {
        "lang": "vi",
        "province": "08",
        "boundary": "34",
        "group": NORTH,
        "indicator": "dti_total",
        "year": "2024",
        "show": "map",
    }


def test_a_link_opens_the_same_view_whatever_the_home(at):
    app = at(province="02", boundary="63", group="country", year="2022")

    assert shown(app) == {"province": "02", "group": "country", "boundary": "63"}
    assert link(app)["year"] == "2022"
    assert not app.info


def test_changing_the_list_takes_the_province_along(at):
    """Code 15 is Yên Bái of the 63 and Lào Cai of the 34: it must not become another province."""
    app = at(province="15", boundary="63", group="country")

    pick(app, "boundary", "34")
    assert shown(app)["province"] == "15"
    pick(app, "boundary", "63")
    assert shown(app)["province"] == "10"
    assert link(app)["province"] == "10"
    assert not app.info


def test_a_province_outside_the_group_brings_its_own_group(at):
    app = pick(at(), "province", "01")

    assert shown(app)["group"] == "red-river-delta"


def test_nobodys_province_is_a_choice_too(at):
    app = pick(at(), "province", "none")

    assert link(app)["province"] == "none"
    assert any("đang xem chung cả nước" in one.value for one in app.caption)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"province": "99"}, "thành phố “99”"),
        ({"year": "1999"}, "chưa có số liệu năm 1999; đang mở năm 2024"),
        ({"year": "2024-13"}, "chưa có số liệu “2024-13”"),
        ({"boundary": "64"}, "danh sách “64”"),
        ({"group": "asean"}, "nhóm “asean”"),
        ({"show": "pie"}, "cách xem “pie”"),
    ],
)
def test_a_wrong_name_in_a_link_gives_the_nearest_view_and_one_sentence(at, wrong, sentence):
    app = at(**wrong)

    assert len(app.info) == 1
    assert sentence in app.info[0].value
    assert link(app) == link(at())


def test_two_wrong_names_give_two_sentences(at):
    assert len(at(province="99", year="1999").info) == 2


def test_markup_in_a_link_is_not_shown(at):
    """A link may come from anybody; it could lay out text, links and pictures in our name."""
    for name in ("![x](http://z)", "**y**", "$z$", "www.example.com", "a" * 200):
        said = at(province=name).info[0].value
        assert name not in said
        assert "“…”" in said


def test_the_overview_shows_the_dti_and_keeps_what_was_chosen_for_other_pages(at):
    """Going to the overview and back lost the indicator that the reader had chosen."""
    app = at(indicator="poverty_rate_nso")

    assert link(app)["indicator"] == "poverty_rate_nso"
    assert link(app)["year"] == "2024"  # of the DTI: the survey has 2023 only
    assert not app.info


def test_english(at):
    app = at(lang="en")

    assert app.title[0].value == "Overview"
    assert app.selectbox(key="choice.boundary").label
    assert any("Newest" in one.value or "newest" in one.value for one in app.caption)


def test_the_language_switch_keeps_the_view(at):
    app = at(province="02", boundary="63", group="country", year="2022")
    app.radio(key="choice.lang").set_value("en").run()

    assert not app.exception
    assert app.title[0].value == "Overview"
    assert link(app) | {"lang": "vi"} == link(
        opened(province="02", boundary="63", group="country", year="2022")
    )


def test_an_unknown_language_is_vietnamese(at):
    app = at(lang="fr")

    assert app.title[0].value == "Tổng quan"
    assert link(app)["lang"] == "vi"


def test_without_a_home_it_opens_on_the_country(use, official_store):
    use(official_store)
    app = opened()

    assert shown(app)["province"] == "none"
    assert not app.info


def test_an_unknown_home_province_is_as_none(use, official_store):
    use(official_store, DTI_PROVINCE="02")  # Hà Giang: not on the list of 34

    assert shown(opened())["province"] == "none"


def test_an_incomplete_year_opens(at):
    for year in ("2020", "2021"):
        for boundary in ("63", "34"):
            at(year=year, boundary=boundary, province="none", group="country")


@pytest.mark.parametrize("page", ["overview", "ranking"])
def test_an_empty_store_says_that_there_are_no_figures_yet(use, tmp_path, page):
    store = open_store(Settings(home=tmp_path, database_url="", published="off", demo=False))
    use(store, DTI_PUBLISHED="off")
    app = opened(page)
    store.close()

    assert len(app.info) == 1
    assert "Chưa có" in app.info[0].value
    assert not app.selectbox


def test_figures_that_stand_on_the_34_only_can_be_read(use, tmp_path):
    """From the year 2025 on nothing is published for the 63: the overview asked for it all the same
    and failed."""
    store = Store(f"sqlite:///{tmp_path / 'new.sqlite3'}")
    store.migrate()
    publish_2025(store)
    use(store, DTI_PROVINCE="08")
    app = opened()
    store.close()

    assert link(app)["year"] == "2025"
    assert shown(app)["boundary"] == "34"


def publish_2025(store: Store) -> None:
    found = [
        Observation(
            code, "34", "dti_total", "2025", 0.5 + place / 100, "index", Status.A, "s01", "B", "C1"
        )
        for place, code in enumerate(provinces("34"))
    ]
    file = SourceFile("dti_2025.xlsx", b"2025")
    store.publish(found, file=file, by="test", base=None)
