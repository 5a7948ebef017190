"""The HTML document of every page: Streamlit's, with our language, title, icon and addresses."""

import base64
import logging
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from hashlib import sha256

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from language import LANGS, Lang, text
from web import preload
from web.encoding import REVALIDATE, Body
from web.frontend import Frontend

log = logging.getLogger("dti")

FirstView = Callable[[Mapping[str, str], Mapping[str, str]], str]

_ROOT = '<div id="root">'
_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_SLUG = re.compile(r"[a-z0-9-]*")


class ShellChangedError(RuntimeError):
    """Streamlit's index.html no longer has the part that is replaced: look at it anew."""


def shells(frontend: Frontend) -> Mapping[Lang, str]:
    """Prepare the document for each language."""
    original = (frontend.source.parent / "index.html").read_text(encoding="utf-8")
    addresses = {lang: frontend.address(lang) for lang in LANGS}
    return {
        lang: prepare(original, lang, address, preload.of_every_page(frontend, address, original))
        for lang, address in addresses.items()
    }


def prepare(original: str, lang: Lang, address: str, links: str) -> str:
    """Rewrite Streamlit's document; ``address`` is where its files lie, ``links`` go to its head.

    Raises
    ------
    ShellChangedError
        If a part that is replaced is not in it: another version of Streamlit.
    """
    changes = (
        (r"<html lang=\"en\">", f'<html lang="{lang}">'),
        (r"<title>Streamlit</title>", f"<title>{text('app.title', lang)}</title>"),
        (r'<link rel="shortcut icon" href="\./favicon\.png" />', _ICON),
        # Source Sans is not our font
        (r"<link\s+rel=\"preload\"\s+href=\"[^\"]+SourceSans[^>]+/>", ""),
        # the pointer to an interface that this program does not offer
        (r"<!--(?:(?!-->).)*agent API(?:(?!-->).)*-->\s*<link rel=\"service-desc\"[^>]*/>", ""),
        (r"<noscript>.*?</noscript>", f"<noscript><p>{text('web.noscript', lang)}</p></noscript>"),
        (r"<!-- initialize window\.prerenderReady.*?<script>.*?</script>", _CONNECT_AT_ONCE),
        (r"\./static/", f"{address}/"),
        (r"</head>", f"  {links}\n  </head>"),
        (_ROOT, _ROOT),  # the place of a first view
    )
    for pattern, put in changes:
        original, found = re.subn(pattern, put.replace("\\", r"\\"), original, flags=re.DOTALL)
        if not found:
            raise ShellChangedError(f"Streamlit's index.html has nothing like {pattern!r}.")
    return original


def script_hashes(shell: str) -> tuple[str, ...]:
    """Give the CSP sources of the inline scripts: ``'sha256-...'``."""
    return tuple(
        f"'sha256-{base64.b64encode(sha256(script.encode()).digest()).decode()}'"
        for script in _INLINE_SCRIPT.findall(shell)
    )


def routes(documents: Mapping[Lang, str], first_view: FirstView) -> list[Route]:
    """Answer the address of every page with the document in the language of the link.

    ``first_view`` writes what the first page shows for a link and the reader's cookies.
    """

    @lru_cache(maxsize=64)
    def body(lang: Lang, links: str, first: str) -> Body:
        content = documents[lang].replace("</head>", f"  {links}\n  </head>")
        content = content.replace(_ROOT, f"{first}\n    {_ROOT}") if first else content
        return Body(content.encode(), "text/html", f"private, {REVALIDATE}")

    async def page(request: Request) -> Response:
        lang: Lang = "en" if request.query_params.get("lang") == "en" else "vi"
        slug = request.path_params.get("slug", "")
        if not _SLUG.fullmatch(slug):
            return Response(text("web.not_found", lang), 404, media_type="text/plain")
        parts = await run_in_threadpool(_parts, request, lang, first_view)
        return body(lang, *parts).answer(request)

    return [Route("/", page), Route("/{slug}", page)]


def _parts(request: Request, lang: Lang, first_view: FirstView) -> tuple[str, str]:
    """Give what a document has of its own: links to its figures, and a first view of them."""
    slug, query = request.path_params.get("slug", ""), request.query_params
    try:
        first = "" if slug else first_view(query, request.cookies)
        links = preload.of_map(slug, query.get("boundary", ""), lang)
        return links + (preload.of_first_view() if first else ""), first
    except Exception:
        # the page says what is wrong; only its speed depends on these parts
        log.exception("The current figures cannot be read")
        return "", ""


# The page need not try out under which address its server lies, nor ask whom it may obey.
_CONNECT_AT_ONCE = """<script>
      window.__streamlit = {
        BACKEND_BASE_URL: location.origin,
        HOST_CONFIG: { allowedOrigins: [location.origin], useExternalAuthToken: false },
      }
    </script>"""
_ICON = '<link rel="shortcut icon" href="/favicon.svg" type="image/svg+xml" />'
