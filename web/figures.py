"""The values of one release, for the map in the browser: loaded once, kept for ever."""

from functools import lru_cache

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from charts.map import browser
from data.errors import UnknownName
from data.reference import boundaries
from data.service import current
from data.service.figures import Figures
from language import LANGS, Lang, text
from web.encoding import Body


async def figures(request: Request) -> Response:
    """Answer with the values of a release on one list, in one language."""
    release, boundary, lang = (
        request.path_params[name] for name in ("release", "boundary", "lang")
    )
    if lang in LANGS:
        body = await run_in_threadpool(_find, release, boundary, lang)
        if body is not None:
            return body.answer(request)
    said: Lang = "en" if lang == "en" else "vi"
    sentence = text("web.no_release", said, release=release, boundary=boundary)
    return PlainTextResponse(sentence, 404)


def warm(newest: Figures) -> None:
    """Build what the first readers of a release will ask for, compressed too."""
    for boundary in boundaries():
        body = _body(newest.release.id, boundary.id, "vi")
        body.form("gzip"), body.form("br")


def _find(release: int, boundary: str, lang: Lang) -> Body | None:
    if boundary not in {known.id for known in boundaries()}:
        return None
    try:
        return _body(release, boundary, lang)
    except UnknownName:
        return None


@lru_cache(maxsize=12)
def _body(release: int, boundary: str, lang: Lang) -> Body:
    found = current.figures(release)
    if found is None:
        raise UnknownName(f"There is no release {release}.")
    content = browser.values_json(found, boundary, lang)
    return Body(content.encode(), "application/json")


ROUTE = Route("/figures/{release:int}/{boundary}.{lang}.json", figures)
