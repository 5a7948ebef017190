"""Pages, run from the frame as a reader opens them, on the published figures."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module", autouse=True)
def published(tmp_path_factory):
    """A store of its own, filled from the published workbooks as at a first start."""
    from data.service import current
    from data.settings import settings

    patch = pytest.MonkeyPatch()
    patch.setenv("DTI_HOME", str(tmp_path_factory.mktemp("home")))
    patch.setenv("DTI_PROVINCE", "08")
    patch.delenv("DTI_DATABASE_URL", raising=False)
    for kept in (settings, current.store, current._figures):
        kept.cache_clear()
    yield
    patch.undo()
    for kept in (settings, current.store, current._figures):
        kept.cache_clear()


def opened(page: str = "", **params: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "dashboard" / "frame.py"), default_timeout=30)
    for name, value in params.items():
        app.query_params[name] = value
    app.run()
    if page:
        app.switch_page(f"../pages/{page}.py").run()
    assert not app.exception
    return app


def test_overview_opens_on_the_home_province():
    app = opened()

    assert app.title[0].value == "Tổng quan"
    assert app.selectbox(key="choice.province").value == "08"
