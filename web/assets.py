"""Files of our own under addresses with a hash of their content: kept for ever once loaded."""

from functools import cache

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from charts.assets import assets
from language import text
from web.encoding import Body


async def asset(request: Request) -> Response:
    """Answer with one file; an address with an old hash is not found, never a newer content."""
    body = _bodies().get(request.url.path)
    if body is None:
        return PlainTextResponse(text("web.not_found"), 404)
    return body.answer(request)


@cache
def _bodies() -> dict[str, Body]:
    return {one.path: Body(one.content, one.media_type) for one in assets().values()}


ROUTE = Route("/assets/{name:path}", asset)
