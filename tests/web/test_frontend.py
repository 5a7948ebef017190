import brotli
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from web import frontend, frontend_words
from web.frontend import HISTORY, Frontend
from web.frontend_words import Words

CODE = "x({children:`Page not found`})"


@pytest.fixture
def small(tmp_path, monkeypatch) -> Frontend:
    """Two files: one with a word, one picture."""
    source = tmp_path / "streamlit"
    (source / "js").mkdir(parents=True)
    (source / "js" / "index.abc.js").write_text(CODE)
    (source / "dot.png").write_bytes(b"\x89PNG")
    words = {"index": Words({"Page not found": "Không có trang này"}, {})}
    monkeypatch.setattr(frontend_words, "table", lambda: words)
    return Frontend(source, tmp_path / "home")


def client(files: Frontend) -> TestClient:
    return TestClient(Starlette(routes=[frontend.route(files)]))


def test_vietnamese_readers_get_vietnamese_and_english_readers_english(small):
    small.prepare()

    vietnamese = client(small).get(f"{small.address('vi')}/js/index.abc.js")
    english = client(small).get(f"{small.address('en')}/js/index.abc.js")

    assert vietnamese.text == "x({children:`Không có trang này`})"
    assert english.text == CODE


@pytest.mark.parametrize("encoding", ["br", "gzip", "identity"])
def test_a_twin_is_served_in_the_form_that_was_asked_for(small, encoding):
    small.prepare()

    answer = client(small).get(
        f"{small.address('en')}/js/index.abc.js", headers={"accept-encoding": encoding}
    )

    assert answer.text == CODE
    assert answer.headers.get("content-encoding", "identity") == encoding
    assert answer.headers["content-type"].startswith("text/javascript")
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"


def test_a_picture_is_served_as_it_is(small):
    small.prepare()

    answer = client(small).get(f"{small.address('vi')}/dot.png")

    assert answer.content == b"\x89PNG"
    assert "content-encoding" not in answer.headers


def test_only_files_of_this_preparation_are_served(small):
    small.prepare()
    web = client(small)

    assert web.get(f"{small.address('vi')}/js/gone.js").status_code == 404
    assert web.get("/frontend/old/vi/js/index.abc.js").status_code == 404
    assert web.get(f"{small.address('vi')}/%2e%2e/%2e%2e/secret").status_code == 404


def test_twins_are_made_once(small):
    small.prepare()
    twin = small.twin("js/index.abc.js", "vi", ".br")
    made = twin.stat().st_mtime_ns

    small.prepare()

    assert twin.stat().st_mtime_ns == made
    assert brotli.decompress(twin.read_bytes()).decode() == "x({children:`Không có trang này`})"


def test_what_was_left_half_made_is_not_taken_for_twins(small, monkeypatch):
    def fail(*_):
        raise OSError("disk full")

    with monkeypatch.context() as broken:
        broken.setattr(frontend, "_write_twins", fail)
        with pytest.raises(OSError, match="disk full"):
            small.prepare()

    assert not small.folder.exists()
    assert list(small.folder.parent.iterdir()) == []


def test_another_version_of_streamlit_gets_other_addresses(small, monkeypatch):
    before = small.address("vi")
    monkeypatch.setattr(frontend.metadata, "version", lambda _: "9.9.9")

    assert Frontend(small.source, small.home).address("vi") != before


def test_the_back_button_is_pressed_once_for_a_page_of_the_menu(tmp_path):
    """The piece of the frontend that is changed for it is in the locked version, once."""
    static = frontend.installed(tmp_path).source
    found = [path for path in static.rglob("*.js") if HISTORY in path.read_bytes()]

    assert [path.read_bytes().count(HISTORY) for path in found] == [1]
