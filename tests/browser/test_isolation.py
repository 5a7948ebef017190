"""What keeps the browser of these tests to this machine, and tells when a page asks elsewhere."""

import pytest
from playwright.sync_api import Browser

from tests.running import watched

pytestmark = pytest.mark.browser


def test_a_window_of_the_tests_reaches_no_other_host_and_says_who_asked(browser: Browser):
    failed: list[str] = []
    with watched(browser) as (page, wrongs):
        page.on("requestfailed", lambda asked: failed.append(asked.url))
        page.set_content('<img src="http://example.org/a.png"><img src="http://192.0.2.1/b.png">')
        page.wait_for_function("[...document.images].every(one => one.complete)")

    assert sorted(failed) == ["http://192.0.2.1/b.png", "http://example.org/a.png"]
    assert len(wrongs) == len(failed)
