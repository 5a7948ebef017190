"""The route of a release's values, without a server."""

from types import SimpleNamespace

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from charts.map import browser
from data.errors import UnknownName
from data.service import current, fingerprint
from web import figures


@pytest.fixture
def written(monkeypatch) -> list[int]:
    """Serve five releases, the last is current; note which are written."""
    found: list[int] = []

    def of(number=5):
        if number not in range(1, 6):
            raise UnknownName(str(number))
        return SimpleNamespace(release=SimpleNamespace(id=number))

    def write(shown, boundary, lang):
        found.append(shown.release.id)
        return f"{shown.release.id} {boundary} {lang}"

    monkeypatch.setattr(current, "figures", of)
    monkeypatch.setattr(fingerprint, "fingerprint", lambda release: f"{release.id:016x}")
    monkeypatch.setattr(figures, "fingerprint", fingerprint.fingerprint)
    monkeypatch.setattr(browser, "values_json", write)
    for kept in (figures._newest_body, figures._former_body):
        kept.cache_clear()
    yield found
    for kept in (figures._newest_body, figures._former_body):
        kept.cache_clear()


@pytest.fixture
def client():
    return TestClient(Starlette(routes=[figures.ROUTE]))


def address(number: int, boundary: str = "63", lang: str = "vi") -> str:
    return f"/figures/{number}-{number:016x}/{boundary}.{lang}.json"


def test_walking_through_old_releases_leaves_the_newest_written(client, written):
    for number in (5, 1, 2, 3, 4):
        for boundary in ("63", "34"):
            for lang in ("vi", "en"):
                assert client.get(address(number, boundary, lang)).status_code == 200
    written.clear()

    assert client.get(address(5)).text == "5 63 vi"
    assert written == []
    assert figures._former_body.cache_info().currsize == 6


def test_an_address_of_another_store_writes_nothing(client, written):
    other = address(5).replace("-0", "-f")

    assert client.get(other).headers["cache-control"] == "no-store"
    assert client.get(f"/figures/{10**40}-{5:016x}/63.vi.json").status_code == 404
    assert written == []
