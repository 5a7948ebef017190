"""Time until *Tổng quan* is drawn, against a Streamlit page with only a title. Target: 1.5 times.

Both servers are warm and run side by side; the same Chromium loads them in turns. "Cold" is a new
browser profile for each load, "warm" the second load in a profile. The title is drawn in the first
frame in which the script has ended and its heading is there; *Tổng quan* when its menu, sentences,
map, bars and both tables are seen, which the document brings with it. "Live" is the page that takes
their place: script ended, sentences, painted map, bars and table there, the first view gone.

Run from the project's folder: ``python -m benchmarks.page_time [--rounds 9] [--other http://...]``.
"""

import argparse
import json
import shutil
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.report import report
from tests.running import started

TARGET = 1.5
HOME_PROVINCE = "08"  # the page then has all its parts

# Runs in the page from its first moment and notes when the parts are there.
_WATCH = """
() => {
  const wanted = %s;
  window.drawnAt = {};
  const look = () => {
    for (const [name, parts] of Object.entries(wanted)) {
      if (!window.drawnAt[name] && parts.every(part => document.querySelector(part)))
        window.drawnAt[name] = performance.now();
    }
    const seen = Object.keys(window.drawnAt).length;
    if (seen < Object.keys(wanted).length) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
"""
_ENDED = "[data-testid=stApp][data-test-script-state=notRunning]"
TITLE_PARTS = {"title": [_ENDED, "h1"]}
_LIVE = [_ENDED, ".sentences li", ".dti-map[data-year] path", ".figure svg", "table"]
OVERVIEW_PARTS = {
    "drawn": [
        "#first-view .side li",
        "#first-view .page li",
        "#first-view .figures > div:nth-child(1) svg",
        "#first-view .figures > div:nth-child(2) svg",
        "#first-view .table ~ h2 ~ .table td",
    ],
    "live": [*_LIVE, "body:not(:has(#first-view))"],
}
KINDS = ("cold", "warm")

Parts = dict[str, list[str]]
Times = dict[tuple[str, str], list[float]]


def main() -> None:
    """Load both in turns and compare medians."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=9)
    rounds = options.parse_args().rounds
    with title_only() as title, started(DTI_PROVINCE=HOME_PROVINCE) as ours, chromium() as browser:
        pages = [(title, TITLE_PARTS), (ours.url, OVERVIEW_PARTS)]
        times = measured(browser, pages, rounds)
    report(
        ("load", "title only, ms", "Tổng quan drawn, ms", "ratio", "target", "live, ms", "ratio"),
        *(row(kind, times) for kind in KINDS),
    )


def measured(browser: Browser, pages: list[tuple[str, Parts]], rounds: int) -> Times:
    """Give all times by (what is drawn, kind of load); the first round only warms the servers."""
    times: Times = {}
    for number in range(rounds + 1):
        for url, parts in pages if number % 2 else reversed(pages):
            for kind, found in zip(KINDS, loads(browser, url, parts), strict=True):
                for name, time in found.items() if number else ():
                    times.setdefault((name, kind), []).append(time)
    return times


def loads(browser: Browser, url: str, parts: Parts) -> tuple[dict[str, float], dict[str, float]]:
    """Load an address twice in a new profile; give the times of both in milliseconds."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="vi-VN")
    context.add_init_script(f"({_WATCH % json.dumps(parts)})()")
    try:
        return load(context.new_page(), url, len(parts)), load(context.new_page(), url, len(parts))
    finally:
        context.close()


def load(page: Page, url: str, count: int) -> dict[str, float]:
    """Load an address in a new tab, wait until everything was seen, and close it."""
    page.goto(url, wait_until="commit")
    seen = f"() => Object.keys(window.drawnAt ?? {{}}).length === {count}"
    page.wait_for_function(seen, timeout=60_000)
    times: dict[str, float] = page.evaluate("window.drawnAt")
    page.close()
    return times


def row(kind: str, times: Times) -> tuple[str, ...]:
    """Compare the medians of one kind of load."""
    title, drawn, live = (statistics.median(times[n, kind]) for n in ("title", "drawn", "live"))
    ratios = f"{drawn / title:.2f}", f"{live / title:.2f}"
    return kind, f"{title:.0f}", f"{drawn:.0f}", ratios[0], f"{TARGET}", f"{live:.0f}", ratios[1]


@contextmanager
def title_only() -> Iterator[str]:
    """Run the smallest Streamlit page there is, as Streamlit itself serves it."""
    with tempfile.TemporaryDirectory(prefix="dti-title-") as folder:
        script = Path(folder) / "title.py"
        script.write_text('import streamlit as st\n\nst.title("Tổng quan")\n', encoding="utf-8")
        plain = {
            "STREAMLIT_SERVER_ADDRESS": "127.0.0.1",
            "STREAMLIT_SERVER_HEADLESS": "true",
            "STREAMLIT_SERVER_FILE_WATCHER_TYPE": "none",
            "STREAMLIT_BROWSER_GATHER_USAGE_STATS": "false",
        }
        with started(app=script, **plain) as server:
            yield server.url


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start Debian's Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        yield browser
        browser.close()


if __name__ == "__main__":
    main()
