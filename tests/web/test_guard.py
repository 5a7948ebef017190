import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from web import guard


def client(host: str = "127.0.0.1", public_url: str = "") -> TestClient:
    async def hello(_request):
        return PlainTextResponse("xin chào")

    async def talk(socket):
        await socket.accept()
        await socket.send_text("xin chào")

    policy = guard.content_security_policy(["'sha256-abc'"])
    app = Starlette(
        routes=[Route("/", hello), WebSocketRoute("/talk", talk)],
        middleware=[
            Middleware(guard.SafeHeaders, policy=policy),
            Middleware(guard.KnownCallers, public_url=public_url),
        ],
    )
    return TestClient(app, base_url=f"http://{host}")


def test_every_answer_carries_the_headers_of_safety():
    for path in ("/", "/nowhere"):
        headers = client().get(path).headers

        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"


def test_the_policy_runs_no_script_but_ours():
    rules = dict(
        rule.split(" ", 1) for rule in guard.content_security_policy(["'sha256-abc'"]).split("; ")
    )

    assert rules["default-src"] == "'none'"
    assert rules["connect-src"] == "'self'"
    assert "'sha256-abc'" in rules["script-src"]
    assert "'unsafe" not in rules["script-src"]


def test_a_websocket_without_origin_is_refused():
    with pytest.raises(WebSocketDisconnect), client().websocket_connect("/talk"):
        pass


def test_a_websocket_of_a_browser_is_answered():
    origin = {"host": "127.0.0.1:8501", "origin": "http://127.0.0.1:8501"}
    with client().websocket_connect("/talk", headers=origin) as socket:
        assert socket.receive_text() == "xin chào"


@pytest.mark.parametrize(
    "origin", ["http://127.0.0.1:9999", "http://localhost", "http://[", "null"]
)
def test_a_websocket_that_another_page_opens_is_refused(origin):
    with (
        pytest.raises(WebSocketDisconnect),
        client().websocket_connect("/talk", headers={"host": "127.0.0.1:8501", "origin": origin}),
    ):
        pass


def test_a_websocket_through_the_proxy_of_the_public_address_is_answered():
    web = client("127.0.0.1", public_url="https://dti.hagiang.example")
    headers = {"host": "127.0.0.1:8501", "origin": "https://dti.hagiang.example"}
    with web.websocket_connect("/talk", headers=headers) as socket:
        assert socket.receive_text() == "xin chào"


@pytest.mark.parametrize("host", ["[", "[::1", "]:80"])
def test_a_host_that_cannot_be_read_is_unknown_not_an_error(host):
    """`Host: [` was answered with 500."""
    assert client().get("/", headers={"host": host}).status_code == 400


@pytest.mark.parametrize("host", ["127.0.0.1:8501", "localhost", "[::1]:8501", "10.1.2.3", "dti"])
def test_addresses_and_names_of_the_own_network_are_answered(host):
    assert client(host).get("/").text == "xin chào"


def test_a_strange_name_that_leads_here_is_refused_in_words():
    answer = client("rebound.example").get("/")

    assert answer.status_code == 400
    assert "DTI_PUBLIC_URL" in answer.text


def test_the_public_name_is_answered():
    web = client("dti.hagiang.example", public_url="https://dti.hagiang.example")

    assert web.get("/").status_code == 200
