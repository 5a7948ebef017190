"""The page of exports: what is chosen is what the command is asked for."""

import pytest

from dashboard import export_blocks
from dashboard.settle import NOBODY
from language import text
from tests.pages.conftest import link

NORTH = "northern-midlands-mountains"
KIND = "reports.kind"


@pytest.fixture
def begun():
    """Press the button and give what is made then; the work itself is stopped."""
    jobs = []

    def press(page):
        page.button(key="reports.make").click().run()
        jobs.append(page.session_state["reports.job"])
        return jobs[-1]

    yield press
    for job in jobs:
        job.remove()


def test_a_cold_link_opens_the_choices_and_keeps_them_in_the_address(at):
    page = at("reports", province="02", boundary="63", group=NORTH, year="2023")

    assert page.title[0].value == "Xuất báo cáo"
    assert page.selectbox(key="choice.province").value == "02"
    assert page.selectbox(key="choice.year").value == "2023"
    assert link(page)["boundary"] == "63"
    assert page.button(key="reports.make").label == "Tạo tệp"


def test_what_is_chosen_is_what_is_made_of_the_release_that_is_shown(at, begun, official):
    page = at("reports", province="02", boundary="63", group=NORTH, year="2023")
    page.selectbox(key=KIND).set_value("sheet").run()
    page.radio(key="reports.form").set_value(".docx").run()
    page.radio(key="reports.lang").set_value("en").run()

    job = begun(page)

    number = str(official.release.id)
    assert job.words == (
        *("sheet", "--group", NORTH, "--boundary", "63", "--period", "2023"),
        *("--province", "02", "--lang", "en", "--release", number),
    )
    assert job.name == f"dti-sheet-63-02-2023-r{number}.docx"
    assert page.button(key="reports.stop").label == "Dừng"


def test_a_file_of_a_group_names_no_province(at, begun):
    page = at("reports", province="02", boundary="63", group=NORTH)
    page.selectbox(key=KIND).set_value("snapshot").run()

    assert not [one for one in page.selectbox if one.key == "choice.province"]

    assert "--province" not in begun(page).words


def test_without_a_province_it_asks_for_one(at):
    page = at("reports", province=NOBODY, boundary="63")

    assert not [one for one in page.button if one.key == "reports.make"]
    assert "Chọn tỉnh, thành phố" in page.info[0].value


def test_every_kind_can_be_chosen_and_says_what_it_is(at):
    page = at("reports", province="02", boundary="63")

    for kind in export_blocks.KINDS:
        page.selectbox(key=KIND).set_value(kind).run()
        said = text(f"export.what.{kind.replace('-', '_')}")
        assert not page.exception
        assert said in [one.value for one in page.caption]
