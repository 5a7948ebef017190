"""Pages run from the frame, as a reader opens them, on a store that the test names."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import cache, first_view, overview_cache
from data.service import current
from data.settings import settings
from data.store import Store
from tests.running import ROOT

Open = Callable[..., AppTest]


def forget() -> None:
    """Forget whatever a page or the process keeps of a store: the next one is another."""
    kept = [*vars(cache).values(), *vars(overview_cache).values()]
    kept += [*vars(current).values(), *vars(first_view).values(), settings]
    for one in kept:
        if isinstance(one, lru_cache(lambda: 0).__class__):
            one.cache_clear()


@pytest.fixture(scope="module", autouse=True)
def kept() -> Iterator[list[object]]:
    """Note what the caches hold now; other folders' tests find them empty."""
    forget()
    yield [None]
    forget()


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kept: list[object]) -> Callable[..., None]:
    """Make pages read a store and settings: ``use(store, DTI_PROVINCE="08")``."""

    def make(store: Store, **names: str) -> None:
        monkeypatch.setenv("DTI_HOME", str(tmp_path))
        monkeypatch.delenv("DTI_DATABASE_URL", raising=False)
        monkeypatch.delenv("DTI_PROVINCE", raising=False)
        for name, value in names.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(current, "_opened", [store])
        if kept[0] != (store, names):
            forget()
        kept[0] = (store, names)

    return make


@pytest.fixture
def at(use: Callable[..., None], official_store: Store) -> Open:
    """Open a page with a link, at home in Tuyên Quang: ``at("ranking", year="2023")``."""
    use(official_store, DTI_PROVINCE="08")
    return opened


def opened(page: str = "overview", /, **params: str) -> AppTest:
    """Open a page with a link; a failed script fails the test."""
    app = AppTest.from_file(str(ROOT / "dashboard" / "frame.py"), default_timeout=60)
    for name, value in params.items():
        app.query_params[name] = value
    if page == "overview":
        app.run()
    else:
        app.switch_page(f"../pages/{page}.py").run()
    assert not app.exception, app.exception[0].value
    return app


def shown(app: AppTest) -> dict[str, object]:
    """Give what every choice on the page says."""
    return {one.key.removeprefix("choice."): one.value for one in app.selectbox}


def pick(app: AppTest, field: str, value: str) -> AppTest:
    """Choose as a reader does; a failed script fails the test."""
    app.selectbox(key=f"choice.{field}").set_value(value).run()
    assert not app.exception, app.exception[0].value
    return app


def link(app: AppTest) -> dict[str, str]:
    """Give the address's parameters."""
    return {
        name: value[0] if isinstance(value, list) else value
        for name, value in app.query_params.items()
    }
