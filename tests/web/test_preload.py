import re
from types import SimpleNamespace

import pytest

from charts.assets import assets
from data.service import current, fingerprint
from web import frontend, preload


@pytest.fixture
def release_5(monkeypatch):
    newest = SimpleNamespace(release=SimpleNamespace(id=5))
    monkeypatch.setattr(current, "figures", lambda: newest)
    monkeypatch.setattr(fingerprint, "fingerprint", lambda _release: "0a1b")


def test_the_code_of_a_part_comes_with_all_that_it_imports(tmp_path):
    files = frontend.installed(tmp_path)

    names = [name.split("/")[1].split(".")[0] for name in preload.parts(files)]

    assert {*preload.PARTS, "useFloatingOverlay", "react-dom"} <= set(names)
    assert "PlotlyChart" not in names
    assert "DataFrame" not in names


def test_the_bundle_and_our_modules_are_asked_for_under_their_own_addresses(tmp_path):
    links = preload.of_every_page(frontend.installed(tmp_path), "/frontend/1/vi", "")

    assert '<link rel="modulepreload" href="/frontend/1/vi/js/Selectbox.' in links
    assert f'<link rel="modulepreload" href="{assets()["table.js"].path}" crossorigin />' in links
    assert assets()["map.js"].path not in links


def test_nothing_is_asked_for_twice(tmp_path):
    files = frontend.installed(tmp_path)
    document = (files.source.parent / "index.html").read_text("utf-8")

    shell = document + preload.of_every_page(files, "./static", document)

    asked = re.findall(r'rel="modulepreload"[^>]*href="([^"]+)"', shell)
    assert len(asked) > len(preload.PARTS)
    assert len(asked) == len(set(asked))


@pytest.mark.usefixtures("release_5")
def test_a_map_page_asks_for_the_maps_code_and_all_that_it_imports():
    links = preload.of_map("", "34", "vi")

    names = ("map.js", "map_drawing.js", "labels.js", "sentences.js")
    assert all(assets()[name].path in links for name in names)
    assert assets()["dom.js"].path in preload.modules(preload.MODULES)


@pytest.mark.usefixtures("release_5")
def test_a_map_page_asks_at_once_for_the_figures_that_its_link_names():
    links = preload.of_map("ranking", "63", "vi")

    assert 'href="/figures/5-0a1b/63.vi.json" as="fetch"' in links
    assert assets()["base-63.json"].path in links


@pytest.mark.usefixtures("release_5")
@pytest.mark.parametrize("boundary", ["", "65"])
def test_without_a_list_that_exists_the_newest_is_asked_for(boundary):
    assert "/figures/5-0a1b/34.en.json" in preload.of_map("", boundary, "en")


@pytest.mark.usefixtures("release_5")
def test_a_page_without_a_map_asks_for_none():
    assert preload.of_map("method", "63", "vi") == ""


def test_before_the_first_release_nothing_is_asked_for(monkeypatch):
    monkeypatch.setattr(current, "figures", lambda: None)

    assert preload.of_map("", "", "vi") == ""
