"""What ``app.py`` hands to Streamlit's application: routes, middleware, prepared files."""

from dataclasses import dataclass
from pathlib import Path

from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from data.settings import settings
from web import assets, figures, frontend, guard, health, shell
from web.encoding import Body
from web.frontend import Frontend

FIRST_PAGE = "overview"
_ICON = Path(__file__).with_name("favicon.svg")


@dataclass(frozen=True, slots=True)
class Site:
    """What the application is made of besides its pages."""

    frontend: Frontend
    routes: list[BaseRoute]
    middleware: list[Middleware]


def build(first_view: shell.FirstView) -> Site:
    """Put the parts together; nothing is read from the store and nothing written yet."""
    files = frontend.installed(settings().home)
    documents = shell.shells(files)
    hashes = sorted({each for shown in documents.values() for each in shell.script_hashes(shown)})
    routes: list[BaseRoute] = [
        health.ROUTE,
        assets.ROUTE,
        figures.ROUTE,
        frontend.route(files),
        Route(f"/{FIRST_PAGE}", first_page),
        # Streamlit sets the second address by itself when a page has no icon of its own
        *(Route(f"/favicon.{ending}", icon) for ending in ("svg", "png", "ico")),
        *shell.routes(documents, first_view),
    ]
    parts = [route.path.split("/")[1:] for route in routes if isinstance(route, Route)]
    middleware = [
        Middleware(guard.SafeHeaders, policy=guard.content_security_policy(hashes)),
        Middleware(guard.KnownCallers, public_url=settings().public_url),
        Middleware(guard.KnownPaths, own={first for first, *others in parts if others}),
    ]
    return Site(files, routes, middleware)


async def first_page(request: Request) -> Response:
    """Lead the first page's own name to ``/``: Streamlit knows it under no other address."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"/{query}", 307)


async def icon(request: Request) -> Response:
    """Answer with our icon, whatever the ending."""
    body = Body(_ICON.read_bytes(), "image/svg+xml", "public, max-age=86400")
    return body.answer(request)
