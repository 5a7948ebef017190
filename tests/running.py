"""The real application on a free port, and a browser that may talk to nothing else.

``tests/conftest.py`` imports the fixtures once: a second Playwright in one process does not start.

``server``
    One server for the whole run, started as a reader starts it (``streamlit run app.py``, from
    another folder) with a fresh ``DTI_HOME``: the published figures are loaded. ``server.url``,
    ``server.process``, ``server.home``, ``server.log()``. Own settings:
    ``with started(DTI_X="y") as server``.
``browser``
    Debian's Chromium, headless, with a profile.
``page``
    A new window of 1280 x 800. Whatever is asked of another host is refused; the test fails at its
    end if anything was, if the content security policy was violated, or if a script failed.
    ``opened(page, url)`` loads an address and waits until the page is drawn; ``settled(page)``
    waits after a click; ``words(page)`` gives every word a reader or a screen reader meets.
"""

import atexit
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Playwright,
    Request,
    ViewportSize,
    WebSocket,
    sync_playwright,
)

ROOT = Path(__file__).resolve().parent.parent
START_SECONDS = 90  # the first start prepares files and fills the store, on a busy machine

# Chromium itself asks nothing of the network; only the page under test may.
_CHROMIUM = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]
_ABROAD = {"http", "https", "ws", "wss"}  # "data" and "blob" stay in the page
_LOOPBACK = {"127.0.0.1", "localhost"}
_SHAPE: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}, "locale": "vi-VN"}
_REPORT_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", event =>
  console.error(`CSP ${event.violatedDirective}: ${event.blockedURI} ${event.sample}`));
"""
_ALL_WORDS = """
() => {
  const seen = [document.title];
  const marks = ["aria-label", "title", "placeholder", "alt", "aria-description",
                 "aria-roledescription", "aria-valuetext"];
  for (const one of document.querySelectorAll("body *")) {
    if (["SCRIPT", "STYLE", "NOSCRIPT"].includes(one.tagName)) continue;
    for (const mark of marks) if (one.hasAttribute(mark)) seen.push(one.getAttribute(mark));
    if (one.dataset.testid === "stIconMaterial") continue;  // drawn as a picture by its font
    for (const node of one.childNodes)
      if (node.nodeType === Node.TEXT_NODE) seen.push(node.textContent);
  }
  return seen.map(text => text.trim()).filter(Boolean);
}
"""


@dataclass(frozen=True, slots=True)
class Server:
    """A running application."""

    url: str
    process: subprocess.Popen[bytes]
    home: Path

    def log(self) -> str:
        """Give what it said so far."""
        return (self.home / "log.txt").read_text(encoding="utf-8")

    def stop(self) -> None:
        """End this process and no other."""
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(10)


def free_port() -> int:
    """Give a port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start(home: Path, *, app: Path = ROOT / "app.py", address: str = "", **settings: str) -> Server:
    """Start an application and wait until it answers; ``RuntimeError`` with its log if it ends.

    ``address`` is what ``dti serve --host`` says, an address that 127.0.0.1 reaches.
    """
    port = free_port()
    clean = {name: value for name, value in os.environ.items() if not name.startswith("DTI_")}
    command = [sys.executable, "-m", "streamlit", "run", str(app), "--server.port", str(port)]
    command += ["--server.address", address] if address else []
    with (home / "log.txt").open("wb") as log:
        process = subprocess.Popen(
            command,
            cwd=home,
            env={**clean, "DTI_HOME": str(home), **settings},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    server = Server(f"http://127.0.0.1:{port}", process, home)
    until = time.monotonic() + START_SECONDS
    while not _answers(server.url):
        if process.poll() is not None or time.monotonic() > until:
            server.stop()
            raise RuntimeError(f"The application did not start:\n{server.log()}")
        time.sleep(0.1)
    return server


@contextmanager
def started(*, app: Path = ROOT / "app.py", **settings: str) -> Iterator[Server]:
    """Run an application of one's own for a while."""
    with tempfile.TemporaryDirectory(prefix="dti-test-") as home:
        server = start(Path(home), app=app, **settings)
        try:
            yield server
        finally:
            server.stop()


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(f"{url}/_stcore/health", timeout=2) as answer:  # noqa: S310
            return bool(answer.status == 200)
    except OSError:
        return False


@cache
def _shared() -> Server:
    home = Path(tempfile.mkdtemp(prefix="dti-test-"))
    server = start(home)
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    atexit.register(server.stop)
    return server


@pytest.fixture(scope="session")
def server() -> Server:
    """Give the one server of this run; see the head of this file."""
    return _shared()


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Give Debian's Chromium with a profile, so that it compiles the scripts of a page once."""
    with sync_playwright() as playwright:
        kept = playwright.chromium.launch_persistent_context(
            tmp_path_factory.mktemp("profile"),
            executable_path=shutil.which("chromium") or shutil.which("chromium-browser"),
            args=_CHROMIUM,
            **_SHAPE,
        )
        kept.add_init_script(_REPORT_VIOLATIONS)
        assert kept.browser is not None
        yield kept.browser
        kept.close()


def chromium(playwright: Playwright) -> Browser:
    """Start the distribution's Chromium, headless."""
    return playwright.chromium.launch(
        executable_path=shutil.which("chromium") or shutil.which("chromium-browser"),
        args=_CHROMIUM,
    )


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Give a window that only loopback answers to; see the head of this file."""
    with watched(browser) as (window, wrongs):
        yield window
    assert not wrongs, "\n".join(wrongs)


@contextmanager
def watched(
    browser: Browser,
    *,
    viewport: ViewportSize | None = None,
    color_scheme: Literal["light", "dark"] = "light",
    permissions: Sequence[str] = (),
) -> Iterator[tuple[Page, list[str]]]:
    """Open a window and note what goes wrong in it.

    Windows share the browser's profile, and with it what it keeps of scripts; cookies and whatever
    else a page stores are gone before the next one.
    """
    wrongs: list[str] = []

    def only_loopback(asked: Request | WebSocket) -> None:
        address = urlsplit(asked.url)
        if address.scheme in _ABROAD and address.hostname not in _LOOPBACK:
            wrongs.append(f"asked of another host: {asked.url}")

    def failed(said: ConsoleMessage) -> None:
        if said.text.startswith(("CSP ", "Refused")):
            wrongs.append(said.text)

    with _context(browser) as context:
        context.grant_permissions(permissions)
        # Seen, not held up: the browser itself knows no other host (see _CHROMIUM).
        context.on("request", only_loopback)
        window = context.new_page()
        window.set_viewport_size(viewport or _SHAPE["viewport"])
        window.emulate_media(color_scheme=color_scheme)
        window.on("websocket", only_loopback)
        window.on("pageerror", lambda error: wrongs.append(f"script failed: {error}"))
        window.on("console", failed)
        try:
            yield window, wrongs
        finally:
            context.remove_listener("request", only_loopback)


@contextmanager
def _context(browser: Browser) -> Iterator[BrowserContext]:
    """Give the browser's own context, empty; a second reader at the same time has a new one."""
    kept = browser.contexts[0]
    if kept.pages[1:]:
        own = browser.new_context(**_SHAPE)
        own.add_init_script(_REPORT_VIOLATIONS)
        yield own
        own.close()
        return
    try:
        yield kept
    finally:
        _emptied(kept)


def _emptied(context: BrowserContext) -> None:
    """Close all windows but the first, which is blank, and forget what pages left behind."""
    context.set_offline(False)
    context.clear_permissions()
    context.clear_cookies()
    for window in context.pages[1:]:
        if window.url.startswith("http"):
            origin = "{0.scheme}://{0.netloc}".format(urlsplit(window.url))
            session = context.new_cdp_session(window)
            kinds = "local_storage,indexeddb,service_workers"
            session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": kinds})
        window.close()


def opened(page: Page, url: str) -> Page:
    """Load an address and wait until the page is drawn."""
    page.goto(url)
    page.get_by_test_id("stMainBlockContainer").wait_for()
    return settled(page)


def settled(page: Page) -> Page:
    """Wait until no script runs and nothing was drawn for a moment."""
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')
    page.locator("#first-view").wait_for(state="detached")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(150)
    return page


def words(page: Page) -> list[str]:
    """Give all texts, labels, titles and placeholders in the page, one by one."""
    found: list[str] = page.evaluate(_ALL_WORDS)
    return found
