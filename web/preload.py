"""What a page will ask for later, asked for at once: code of its parts, base map, figures.

A browser finds out step by step otherwise: the bundle, the first message, the code of each part,
the map's module, its parts, base map and figures, each after the one before.
"""

import re
from collections.abc import Iterable
from functools import cache

from charts.assets import assets
from data.reference import boundaries
from data.service import current
from data.service.fingerprint import figures_address
from web.frontend import Frontend

# the parts of a page that Streamlit loads when the first message names them
PARTS = ("BidiComponent", "Radio", "Selectbox")
FONTS = ("be-vietnam-pro-400.woff2", "be-vietnam-pro-600.woff2", "be-vietnam-pro-700.woff2")
MAP_PAGES = ("", "ranking")
# our own modules: what every page shows, and what the pages with a map show besides
MODULES = ("search.js", "table.js")
MAP_MODULES = ("map.js", "figure.js", "sentences.js")
_IMPORT = re.compile(r'(?:from|import)"\./([^"]+\.js)"')


def parts(frontend: Frontend, document: str = "") -> list[str]:
    """Give the file names of the parts' code and of all that it imports, in a fixed order.

    Without those that the document asks for by itself: every link costs time, whatever it brings.
    """
    by_stem = {name.split("/")[-1].split(".")[0]: name for name in sorted(frontend.files)}
    found: list[str] = []
    waiting = [by_stem[stem] for stem in PARTS]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.append(name)
            source = (frontend.source / name).read_text("utf-8")
            waiting += [f"js/{other}" for other in _IMPORT.findall(source)]
    return sorted(name for name in found if name not in document)


@cache
def modules(names: tuple[str, ...]) -> tuple[str, ...]:
    """Give the addresses of our own modules and of those that they import."""
    scripts = [asset for name, asset in assets().items() if name.endswith(".js")]
    contents = {asset.path: asset.content.decode() for asset in scripts}
    waiting, found = [assets()[name].path for name in names], list[str]()
    while waiting:
        path = waiting.pop(0)
        if path not in found:
            found.append(path)
            waiting += [other for other in contents if f'"{other}"' in contents[path]]
    return tuple(found)


def of_every_page(frontend: Frontend, address: str, document: str) -> str:
    """Write the links that are the same on every page.

    ``address`` is where the bundle lies, ``document`` is Streamlit's own.
    """
    bundled = parts(frontend, document)
    return _links(
        [
            *(_link("preload", assets()[name].path, "font") for name in FONTS),
            *(_link("modulepreload", f"{address}/{name}") for name in bundled),
            *(_link("modulepreload", path) for path in modules(MODULES)),
        ]
    )


def of_map(slug: str, boundary: str, lang: str) -> str:
    """Write the links for the map's code, its base and the current figures, if it has a map."""
    newest = current.figures() if slug in MAP_PAGES else None
    if newest is None:
        return ""
    known = [one.id for one in boundaries()]
    shown = boundary if boundary in known else known[-1]
    figures = figures_address(newest.release, shown, lang)
    base = assets()[f"base-{shown}.json"].path
    code = [path for path in modules(MAP_MODULES) if path not in modules(MODULES)]
    return _links(
        [
            *(_link("modulepreload", path) for path in code),
            *(_link("preload", address, "fetch") for address in (base, figures)),
        ]
    )


def of_first_view() -> str:
    """Write what a document with a first view loads at once: its colours, sizes and its end."""
    sheets = ("theme.css", "table.css", "first_view.css")
    script = assets()["first_view.js"].path
    return _links(
        [
            "",
            *(f'<link rel="stylesheet" href="{assets()[name].path}" />' for name in sheets),
            f'<script type="module" src="{script}"></script>',
        ]
    )


def _link(rel: str, address: str, kind: str = "") -> str:
    what = f' as="{kind}"' if kind else ""
    return f'<link rel="{rel}" href="{address}"{what} crossorigin />'


def _links(links: Iterable[str]) -> str:
    return "\n    ".join(links)
