import gzip

import brotli
import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from web.encoding import Body, accepted, plain, to_gzip

POEM = "Trăm năm trong cõi người ta. ".encode() * 50


@pytest.mark.parametrize(
    ("offered", "chosen"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate", "gzip"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("identity", ""),
        ("", ""),
    ],
)
def test_the_smallest_form_that_the_browser_takes_is_chosen(offered, chosen):
    assert accepted(offered) == chosen


def test_every_form_holds_the_same_bytes():
    body = Body(POEM, "text/plain")

    assert body.form("") == POEM
    assert gzip.decompress(body.form("gzip")) == POEM
    assert brotli.decompress(body.form("br")) == POEM
    assert plain(to_gzip(POEM)) == POEM


def test_who_has_it_already_gets_304_and_no_bytes():
    body = Body(POEM, "text/plain")

    async def answer(request):
        return body.answer(request)

    client = TestClient(Starlette(routes=[Route("/", answer)]))
    first = client.get("/", headers={"accept-encoding": "gzip"})
    again = client.get("/", headers={"if-none-match": first.headers["etag"]})

    assert first.content == POEM
    assert first.headers["content-encoding"] == "gzip"
    assert first.headers["vary"] == "accept-encoding"
    assert (again.status_code, again.content) == (304, b"")
