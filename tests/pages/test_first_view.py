"""What stands in the document of the first page before any of its code has run."""

import re
from html import unescape

from dashboard.first_view import first_view
from tests.pages.conftest import shown

SENTENCE = re.compile(r"<li>(.*?)</li>")
CHOICE = re.compile(r"<span>(.*?)</span>")


def page_of(view):
    """What stands beside the menu."""
    return view.partition('class="page"')[2]


def said(view):
    return [unescape(one) for one in SENTENCE.findall(page_of(view))]


def test_it_says_what_the_page_says(at):
    app = at()
    view = first_view({}, {})

    assert shown(app)["province"] == "08"
    assert said(view)[0].startswith("Theo 34 tỉnh, thành phố từ ngày 01/7/2025, năm 2024, Tuyên")
    assert [unescape(one) for one in CHOICE.findall(page_of(view).partition("<h2>")[0])] == [
        "Tuyên Quang",
        "Vùng Trung du và miền núi phía Bắc",
        "34 tỉnh, thành phố (từ ngày 01/7/2025)",
    ]
    assert view.count("<svg ") >= 2


def test_a_link_and_its_language_decide(at):
    at()
    asked = {"province": "02", "boundary": "63", "group": "country", "year": "2022"}
    view = first_view({**asked, "lang": "en"}, {})

    assert "Hà Giang" in said(view)[0]
    assert "0.4790" in said(view)[0]
    assert "57" in said(view)[0]


def test_the_home_that_a_reader_picked_decides_where_the_installation_has_none(use, official_store):
    use(official_store)

    assert "Cao Bằng" in said(first_view({}, {"dti_province": "04"}))[0]
    assert "<li>" in first_view({}, {"dti_province": "99"})


def test_where_the_page_has_something_else_to_say_there_is_none(at, use, tmp_path):
    """Corrections of a link, a former release and an empty store are said by the page itself."""
    at()

    assert first_view({"province": "99"}, {}) == ""
    assert first_view({"year": "1999"}, {}) == ""
    assert first_view({"release": "3"}, {}) == ""


def test_words_of_an_address_are_never_markup(at):
    at()

    assert "<script" not in first_view({"lang": "<script>"}, {})
    assert first_view({"group": "<script>alert(1)</script>"}, {}) == ""
