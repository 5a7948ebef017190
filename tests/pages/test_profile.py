"""The profile page: one province, its neighbours, its past; every choice in the link."""

import pytest

from tests.pages.conftest import link, pick, shown

BORDER = "northern-mountain-border"


def test_it_opens_on_the_home_province(at):
    app = at("profile")

    assert app.title[0].value == "Hồ sơ tỉnh, thành phố"
    assert app.header[0].value == "Tuyên Quang (gồm Hà Giang và Tuyên Quang trước sắp xếp)"
    assert shown(app)["province"] == "08"
    assert not app.info


def test_without_a_province_there_is_a_plain_picker(at):
    app = at("profile", province="none")

    assert set(shown(app)) == {"province", "group", "boundary"}
    assert not app.header
    pick(app, "province", "04")
    assert app.header[0].value.startswith("Cao Bằng")


def test_the_old_list_shows_the_old_province(at):
    app = at("profile", province="02", boundary="63", group=BORDER)

    assert app.header[0].value == "Hà Giang"
    assert "có biên giới đất liền" in app.caption[0].value
    assert link(app)["group"] == BORDER


def test_a_wrong_province_opens_the_home_and_says_so(at):
    app = at("profile", province="99")

    assert shown(app)["province"] == "08"
    assert "“99”" in app.info[0].value


def test_what_is_missing_is_named_and_what_was_done_is_explained(at):
    said = " ".join(one.value for one in at("profile").caption)

    assert "Chưa có trong số liệu đã nạp của Tuyên Quang: Nhận thức số" in said
    assert "Khoảng cách chuẩn hóa" in said
    assert "Không có trụ cột năm 2024" in said


def test_a_group_of_three_says_why_there_are_no_strengths(at):
    app = at("profile", province="79", boundary="34", group="southeast")

    assert "ít nhất 5" in app.info[0].value


def test_english(at):
    app = at("profile", lang="en")

    assert app.title[0].value == "Province profile"
    assert app.header[0].value.startswith("Tuyên Quang (formed of")


@pytest.mark.parametrize("indicator", ["poverty_rate_molisa", "qr_acceptance_points", "population"])
def test_any_indicator_can_be_followed(at, indicator):
    app = at("profile", indicator=indicator, province="02", boundary="63")

    assert shown(app)["indicator"] == indicator


def test_the_menu_keeps_province_year_list_and_group(at):
    app = at("ranking", province="02", boundary="63", group=BORDER, year="2022")
    app.switch_page("../pages/profile.py").run()

    assert not app.exception
    asked = {"province": "02", "boundary": "63", "group": BORDER, "year": "2022"}
    assert {name: link(app)[name] for name in asked} == asked
