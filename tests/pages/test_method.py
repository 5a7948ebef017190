"""The page on method and sources: any indicator by link, everything else below it."""

import pytest

from data import catalogue
from data.service.opening import open_store
from data.settings import Settings
from tests.pages.conftest import link, opened, pick, shown


def test_a_link_opens_one_indicator_first(at):
    app = at("method", indicator="poverty_rate_nso")

    assert app.title[0].value == "Phương pháp và nguồn số liệu"
    assert shown(app) == {"indicator": "poverty_rate_nso"}
    assert not app.info


def test_the_release_is_named(at, official_store):
    assert f"bản số liệu số {official_store.current().id}," in at("method").caption[0].value


def test_an_indicator_without_any_figures_has_its_method_all_the_same(at):
    app = pick(at("method"), "indicator", "qr_value")

    assert link(app)["indicator"] == "qr_value"
    assert not app.info


def test_every_indicator_can_be_chosen(at):
    options = at("method").selectbox(key="choice.indicator").options

    assert options == [one.name.vi for one in catalogue.indicators().values()]


def test_there_is_a_fold_for_every_dataflow(at):
    assert [one.label for one in at("method").expander] == [
        one.name.vi for one in catalogue.dataflows().values()
    ]


def test_a_wrong_indicator_opens_the_total_and_says_so(at):
    app = at("method", indicator="gdp")

    assert shown(app)["indicator"] == "dti_total"
    assert "“gdp”" in app.info[0].value


def test_what_was_chosen_elsewhere_stays(at):
    app = at("ranking", province="02", boundary="63", year="2022", group="country")
    before = link(app)
    app.switch_page("../pages/method.py").run()

    assert not app.exception
    assert link(app) == before


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_without_any_release_the_method_is_there(use, tmp_path, lang):
    store = open_store(Settings(home=tmp_path, database_url="", published="off", demo=False))
    use(store, DTI_PUBLISHED="off")
    app = opened("method", lang=lang)
    store.close()

    assert len(app.info) == 1
    assert len(app.expander) == len(catalogue.dataflows())
