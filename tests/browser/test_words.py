"""No English on a Vietnamese page: texts, labels, titles, accessible names, opened lists."""

import pytest

from tests.browser.english import english
from tests.browser.view import NORTH, shown
from tests.running import settled, words

pytestmark = pytest.mark.browser


def test_the_detector_knows_english_from_vietnamese():
    assert english(
        ["Show more", "Kon Tum", "Thanh Hóa", "the map", "Sao chép câu", "Lai Châu"]
    ) == [
        "Show more",
        "the map",
    ]
    assert english(["dti_2024.xlsx: DTI 2024!D12", "Chọn", "Cao Bằng", "Press Enter"]) == [
        "Press Enter"
    ]


def test_the_detector_finds_english_all_over_the_english_pages(server, page):
    shown(page, f"{server.url}/ranking?lang=en")

    found = english(words(page))

    assert len(found) > 15
    assert "Ranking" in found


@pytest.mark.parametrize(
    "path",
    [
        f"/?province=08&boundary=34&group={NORTH}",
        "/?boundary=63&group=country&province=none&year=2021",
        "/ranking?show=grid&boundary=63&year=1999",
        "/ranking?indicator=papi_egov_access_to_internet&boundary=63",
    ],
)
def test_no_english_word_is_met(server, page, path):
    shown(page, server.url + path)

    assert english(words(page)) == []
    assert page.evaluate("document.documentElement.lang") == "vi"


def test_no_english_word_is_in_the_opened_lists_and_on_the_map(server, page):
    shown(page, f"{server.url}/ranking?boundary=63&group=country")
    seen = []
    for field in page.get_by_test_id("stSelectbox").all():
        field.locator("input").click()
        page.get_by_role("listbox").wait_for()
        seen += words(page)
        page.keyboard.press("Escape")
    page.locator('.dti-map path[data-code="02"]').hover(force=True)
    seen += words(page)
    settled(page)

    assert english(seen) == []
    assert "TP. Hồ Chí Minh (cũ)" in seen
    assert "năm 2020" in seen
