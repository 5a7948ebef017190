"""The real application, as ``streamlit run app.py`` starts it from another folder."""

import json
import re

import httpx
import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from tests.running import start, started


@pytest.fixture(scope="module")
def client(server):
    with httpx.Client(base_url=server.url) as client:
        yield client


def test_it_tells_that_it_lives_and_which_release_it_shows(client):
    answer = client.get("/health")

    assert answer.json()["status"] == "ok"
    assert answer.json()["release"] >= 1
    assert answer.headers["cache-control"] == "no-store"


def test_it_listens_on_loopback_only(server):
    assert "URL: http://127.0.0.1:" in server.log()
    assert "0.0.0.0" not in server.log()


@pytest.mark.parametrize(
    "path", ["/", "/ranking", "/health", "/_stcore/health", "/favicon.svg", "/static/nothing.js"]
)
def test_every_answer_has_the_policy_of_safety(client, path):
    headers = client.get(path).headers

    assert "default-src 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"


def test_the_first_pages_own_name_leads_to_it_with_its_choices(client):
    answer = client.get("/overview?province=08&lang=en")

    assert answer.status_code == 307
    assert answer.headers["location"] == "/?province=08&lang=en"


def test_what_the_document_names_is_compressed_and_kept_for_ever(client):
    document = client.get("/ranking").text
    addresses = [part.split('"')[0] for part in document.split('src="')[1:]]

    assert addresses
    for address in addresses:
        answer = client.get(address, headers={"accept-encoding": "gzip"})
        assert answer.headers["content-encoding"] == "gzip"
        assert "immutable" in answer.headers["cache-control"]


def test_the_document_itself_is_asked_for_again(client):
    answer = client.get("/")

    assert answer.headers["cache-control"] == "private, no-cache"
    again = client.get("/", headers={"if-none-match": answer.headers["etag"]})
    assert again.status_code == 304


@pytest.mark.parametrize(("boundary", "count"), [("63", 63), ("34", 34)])
def test_the_values_of_a_release_are_kept_for_ever(client, boundary, count):
    answer = client.get(address(client, boundary))

    assert answer.status_code == 200
    assert len(answer.json()["provinces"]) == count
    assert "immutable" in answer.headers["cache-control"]


def address(client, boundary: str) -> str:
    """Take the address of the values from the document, as a browser does."""
    document = client.get(f"/ranking?boundary={boundary}").text
    return re.search(r'href="(/figures/[^"]+)"', document)[1]


@pytest.mark.parametrize(
    "path",
    [
        "/figures/999999-0123456789abcdef/63.vi.json",
        "/figures/1-0123456789abcdef/63.vi.json",
        "/figures/1-0123456789abcdef/65.vi.json",
        "/figures/1/63.vi.json",
        f"/figures/{10**30}-0123456789abcdef/63.vi.json",
        f"/figures/{10**30}/63.vi.json",
    ],
)
def test_values_that_do_not_exist_are_not_found_in_words(client, path):
    answer = client.get(path)

    assert answer.status_code == 404
    assert answer.text.startswith("Không có bản số liệu số")
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "path", ["/nothere/x", "/static/index.html", "/_stcore/metrics", "/health/x", "/component/a/b"]
)
def test_no_page_of_streamlits_own_answers_for_an_address_that_is_not_ours(client, path):
    """Streamlit's stock page, in English, stood at every deeper address; its metrics were open."""
    answer = client.get(path)

    assert answer.status_code == 404
    assert answer.text.startswith("Không có trang này")


def test_an_asset_of_another_version_is_not_found(client):
    assert client.get("/assets/map.0000000000000000.js").status_code == 404


def test_a_page_on_another_port_of_this_machine_opens_no_websocket(server):
    """Streamlit lets every port of localhost pass."""
    place = server.url.replace("http", "ws") + "/_stcore/stream"

    with pytest.raises(InvalidStatus), connect(place, origin="http://127.0.0.1:1"):
        pass
    with connect(place, origin=server.url):
        pass


def test_a_server_that_cannot_start_says_so_without_a_traceback(tmp_path):
    (tmp_path / "dti.sqlite3").write_bytes(b"not a database" * 100)

    with pytest.raises(RuntimeError) as ended:
        start(tmp_path)

    assert "bị hỏng" in str(ended.value)
    assert "Traceback" not in str(ended.value)


def test_a_websocket_without_origin_is_refused(server):
    address = server.url.replace("http", "ws") + "/_stcore/stream"

    with pytest.raises(InvalidStatus), connect(address):
        pass


def test_a_store_that_cannot_be_read_is_told_to_monitors():
    with started(DTI_PUBLISHED="off") as empty:
        assert httpx.get(f"{empty.url}/health").json() == {"status": "ok", "release": None}
        (empty.home / "dti.sqlite3").write_bytes(b"not a database" * 100)

        answer = httpx.get(f"{empty.url}/health")

    assert answer.status_code == 503
    assert json.loads(answer.text)["status"] == "error"
