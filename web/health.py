"""Is it alive, and which figures does it show: one line of JSON for people and monitors."""

import logging

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from data.service import current

log = logging.getLogger("dti")


async def health(_request: Request) -> Response:
    """Answer 200 with the number of the current release, or 503 when the store cannot be read."""
    try:
        release = await run_in_threadpool(lambda: current.store().current())
    except Exception:
        log.exception("The store cannot be read")
        return _answer(503, status="error", release=None)
    return _answer(200, status="ok", release=None if release is None else release.id)


def _answer(code: int, **body: str | int | None) -> Response:
    return JSONResponse(body, code, headers={"cache-control": "no-store"})


ROUTE = Route("/health", health)
