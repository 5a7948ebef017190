"""Take the README's screenshot from the real program: ``.venv/bin/python tools/screenshot.py``.

Starts a server of its own on a free port with a fresh store of the published figures.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from playwright.sync_api import sync_playwright  # noqa: E402

from tests.running import chromium, opened, started  # noqa: E402

TARGET = ROOT / "docs" / "images" / "overview.png"


def main() -> None:
    """Draw *Tổng quan* of Tuyên Quang as a screen of 1280 x 1000 shows it."""
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    with started(DTI_PROVINCE="08") as server, sync_playwright() as playwright:
        browser = chromium(playwright)
        page = browser.new_page(viewport={"width": 1280, "height": 1000}, locale="vi-VN")
        opened(page, server.url)
        page.wait_for_selector(".dti-map svg")
        page.screenshot(path=TARGET)
        browser.close()


if __name__ == "__main__":
    main()
