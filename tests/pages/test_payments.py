"""The page of QR payments: real figures where there are any, illustrative ones only when asked."""

from io import BytesIO

import openpyxl
import pytest

from data.service import illustrative
from data.service.opening import open_store
from data.settings import Settings
from data.store import Store
from tests.pages.conftest import link, opened, pick, shown

MARK = "SỐ LIỆU MINH HỌA, KHÔNG PHẢI SỐ LIỆU THỰC"
EMPTY = "Chưa có số liệu QR của vùng này."


@pytest.fixture
def apart(at, official_home, monkeypatch):
    """Open the page on illustrative figures, whose store is made once beside the official one."""
    from data.settings import settings

    def make(**params):
        app = at("payments", **params)
        monkeypatch.setenv("DTI_HOME", str(official_home))
        settings.cache_clear()
        return press(app, "payments.open")

    return make


def press(app, key):
    app.button(key=key).click().run()
    assert not app.exception, app.exception[0].value
    return app


def words(app):
    said = [*app.info, *app.warning, *app.caption, *app.markdown]
    return "\n".join(one.value for one in said)


def test_a_region_without_figures_says_so_and_what_to_load(at):
    app = at("payments")

    assert app.title[0].value == "Thanh toán QR"
    assert app.info[0].value.startswith(EMPTY)
    assert "kèm số công văn" in app.info[0].value
    assert "nhiều ngân hàng cùng đếm" in words(app)  # what is counted
    assert MARK not in words(app)


def test_the_year_of_another_page_opens_the_day_in_it_and_stays(at):
    app = at("overview", boundary="34", group="country", year="2024")
    app.switch_page("../pages/payments.py").run()

    assert shown(app)["indicator"] == "qr_acceptance_points_per_1000"
    assert shown(app)["year"] == "2024-08-31"
    assert not [one for one in app.info if "đang mở" in one.value]
    app.switch_page("../pages/overview.py").run()
    assert link(app)["year"] == "2024"
    assert not app.info


def test_a_year_without_figures_opens_the_newest_and_says_so(at):
    app = at("payments", year="2019", boundary="63", group="country")

    assert shown(app)["year"] == "2024-08-31"
    assert app.info[0].value == "Chỉ tiêu này chưa có số liệu năm 2019; đang mở ngày 31/8/2024."


def test_a_lonely_figure_is_shown_and_not_ranked(at):
    app = at("payments", boundary="63", group="country", province="42")

    assert "chỉ có số của 1/63" in app.info[0].value
    assert EMPTY not in words(app)


def test_a_measure_nobody_has_figures_of_can_be_chosen_and_is_empty(at):
    app = pick(at("payments"), "indicator", "qr_value")

    assert link(app)["indicator"] == "qr_value"
    assert app.info[0].value.startswith(EMPTY)
    assert "đông dân" in words(app)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [({"indicator": "gdp"}, "“gdp”"), ({"group": "asean"}, "“asean”"), ({"year": "x"}, "“x”")],
)
def test_a_wrong_name_in_a_link_gives_the_nearest_view_and_one_sentence(at, wrong, sentence):
    app = at("payments", **wrong)

    assert sentence in app.info[0].value
    assert link(app) == link(at("payments", year=link(app)["year"]))


def test_the_template_of_the_chosen_list_is_offered(at, monkeypatch):
    made = []
    monkeypatch.setattr(
        "dashboard.payments_blocks.st.download_button",
        lambda *_, **options: made.append(options),
    )
    at("payments", boundary="63")
    template = next(one for one in made if one["key"] == "payments.template")
    sheet = openpyxl.load_workbook(BytesIO(template["data"]())).worksheets[0]

    assert template["file_name"] == "mau_qr_63.xlsx"
    assert "Hà Giang" in [row[2].value for row in sheet.iter_rows()]


def test_illustrative_figures_open_on_a_click_with_their_mark(apart):
    app = apart(province="08")

    assert link(app)["figures"] == "illustrative"
    assert MARK in app.warning[0].value
    assert shown(app)["year"] == "2024"
    assert EMPTY not in words(app)
    press(app, "payments.close")
    assert "figures" not in link(app)
    assert MARK not in words(app)


def test_illustrative_figures_are_never_in_the_official_store(apart, official_store):
    before = [one.id for one in official_store.releases()]
    apart()
    official = official_store.observations(official_store.current())

    assert [one.id for one in official_store.releases()] == before
    assert "X" not in set(official["status"])
    assert illustrative.figures().store is not official_store


def test_other_pages_leave_the_illustrative_figures(apart):
    app = apart()
    app.switch_page("../pages/overview.py").run()

    assert "figures" not in link(app)
    assert not app.warning
    assert MARK not in words(app)


def test_the_way_back_leads_out_of_the_illustrative_figures(apart):
    """The address before the click did not name them, and what is not named used to stay."""
    app = apart()
    del app.query_params["figures"]
    app.run()

    assert not app.warning
    assert "figures" not in link(app)


def test_what_is_downloaded_of_illustrative_figures_carries_the_mark(apart, monkeypatch):
    made = []
    monkeypatch.setattr(
        "dashboard.payments_blocks.st.download_button",
        lambda *_, **options: made.append(options),
    )
    apart()
    table = next(one for one in made if one["key"] == "payments.download")
    book = openpyxl.load_workbook(BytesIO(table["data"]()))

    assert table["file_name"].startswith("illustrative_")
    for sheet in book:
        assert MARK in [cell.value for row in sheet.iter_rows() for cell in row]


def test_without_any_release_the_page_says_how_to_begin(use, tmp_path):
    store: Store = open_store(Settings(home=tmp_path, database_url="", published="off", demo=False))
    use(store, DTI_PUBLISHED="off")
    app = opened("payments")
    store.close()

    assert app.info[0].value.startswith(EMPTY)
    assert "chưa có số liệu QR nào" in words(app)


def test_english(at):
    app = at("payments", lang="en")

    assert app.title[0].value == "QR payments"
    assert app.info[0].value.startswith("No QR figures for this area")
