"""The values of one release, for the map in the browser: loaded once, kept for ever."""

import re
from functools import lru_cache

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from charts.map import browser
from data.errors import UnknownName
from data.reference import boundaries
from data.service import current
from data.service.figures import Figures
from data.service.fingerprint import figures_address, fingerprint
from language import LANGS, Lang, text
from web.encoding import Body

_RELEASE = re.compile(r"([1-9][0-9]{0,8})-[0-9a-f]{16}")

# Writing the values of a release takes most of a second. Old releases wait for each other, without
# holding a thread: whoever walks through all of them takes no time from those who read the newest.
_newest_waits = CapacityLimiter(1)
_former_waits = CapacityLimiter(1)


async def figures(request: Request) -> Response:
    """Answer with the values of a release on one list, in one language.

    The number alone is not enough: an address with another fingerprint is not found, never
    answered with the values of another store.
    """
    release, boundary, lang = (
        request.path_params[name] for name in ("release", "boundary", "lang")
    )
    numbered = _RELEASE.fullmatch(release)
    is_written = lang in LANGS and boundary in {known.id for known in boundaries()}
    if numbered and is_written:
        waits = _newest_waits if await _is_newest(int(numbered[1])) else _former_waits
        answer = await to_thread.run_sync(
            _find, request, int(numbered[1]), boundary, lang, limiter=waits
        )
        if answer is not None:
            return answer
    said: Lang = "en" if lang == "en" else "vi"
    sentence = text("web.no_release", said, release=release, boundary=boundary)
    return PlainTextResponse(sentence, 404, headers={"cache-control": "no-store"})


def warm(newest: Figures) -> None:
    """Build what the first readers of a release will ask for, compressed too."""
    for boundary in boundaries():
        body = _newest_body(newest.release.id, fingerprint(newest.release), boundary.id, "vi")
        body.form("gzip"), body.form("br")


async def _is_newest(number: int) -> bool:
    newest = await to_thread.run_sync(current.figures)
    return newest is not None and newest.release.id == number


def _find(request: Request, number: int, boundary: str, lang: Lang) -> Response | None:
    try:
        found = current.figures(number)
    except UnknownName:
        return None
    address = request.url.path
    if found is None or address != figures_address(found.release, boundary, lang):
        return None
    newest = current.figures()
    keep = _newest_body if newest is not None and newest.release.id == number else _former_body
    return keep(number, fingerprint(found.release), boundary, lang).answer(request)


def _write(release: int, _fingerprint: str, boundary: str, lang: Lang) -> Body:
    found = current.figures(release)
    if found is None:
        raise UnknownName(f"There is no release {release}.")
    content = browser.values_json(found, boundary, lang)
    return Body(content.encode(), "application/json")


_newest_body = lru_cache(maxsize=6)(_write)
_former_body = lru_cache(maxsize=6)(_write)

ROUTE = Route("/figures/{release}/{boundary}.{lang}.json", figures)
