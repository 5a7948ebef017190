"""Time until *Tổng quan* is drawn, against a Streamlit page with only a title. Target: 1.5 times.

Both servers are warm and run side by side; the same Chromium loads them in turns. "Cold" is a new
browser profile for each load, "warm" the second load in a profile. "Drawn" is the first frame in
which the script has ended and everything is there: for the title its heading, for *Tổng quan*
sentences, painted map, bars and table.

Run from the project's folder: ``python -m benchmarks.page_time [--rounds 9] [--other http://...]``.
"""

import argparse
import shutil
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from benchmarks.report import report
from tests.running import started

TARGET = 1.5
HOME_PROVINCE = "08"  # the page then has all its parts

# Runs in the page from its first moment and notes when the parts are there.
_WATCH = """
() => {
  const parts = %s;
  const look = () => {
    if (parts.every(part => document.querySelector(part))) window.drawnAt = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
"""
_ENDED = "[data-testid=stApp][data-test-script-state=notRunning]"
TITLE_PARTS = [_ENDED, "h1"]
OVERVIEW_PARTS = [*TITLE_PARTS, ".sentences li", ".dti-map[data-year] path", ".figure svg", "table"]


def main() -> None:
    """Load both in turns and compare medians."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=9)
    rounds = options.parse_args().rounds
    with title_only() as title, started(DTI_PROVINCE=HOME_PROVINCE) as ours, chromium() as browser:
        pages = {"title only": (title, TITLE_PARTS), "Tổng quan": (ours.url, OVERVIEW_PARTS)}
        times = measured(browser, pages, rounds)
    rows = [row(kind, times) for kind in ("cold", "warm")]
    report(("load", "title only, ms", "Tổng quan, ms", "ratio", "target"), *rows)


Times = dict[tuple[str, str], list[float]]


def measured(browser: Browser, pages: dict[str, tuple[str, list[str]]], rounds: int) -> Times:
    """Give all times by (page, kind of load); the first round only warms the servers."""
    times: Times = {(name, kind): [] for name in pages for kind in ("cold", "warm")}
    for number in range(rounds + 1):
        order = list(pages.items())
        for name, (url, parts) in order if number % 2 else reversed(order):
            cold, warm = loads(browser, url, parts)
            if number:
                times[name, "cold"].append(cold)
                times[name, "warm"].append(warm)
    return times


def loads(browser: Browser, url: str, parts: list[str]) -> tuple[float, float]:
    """Load an address twice in a new profile; give both times in milliseconds."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="vi-VN")
    context.add_init_script(f"({_WATCH % parts})()")
    try:
        return load(context.new_page(), url), load(context.new_page(), url)
    finally:
        context.close()


def load(page, url: str) -> float:  # type: ignore[no-untyped-def]
    """Load an address in a new tab and close it."""
    page.goto(url, wait_until="commit")
    page.wait_for_function("() => window.drawnAt", timeout=60_000)
    time = float(page.evaluate("window.drawnAt"))
    page.close()
    return time


def row(kind: str, times: Times) -> tuple[str, ...]:
    """Compare the medians of one kind of load."""
    title = statistics.median(times["title only", kind])
    ours = statistics.median(times["Tổng quan", kind])
    return kind, f"{title:.0f}", f"{ours:.0f}", f"{ours / title:.2f}", f"{TARGET}"


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
