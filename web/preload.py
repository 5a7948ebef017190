"""What a page will ask for later, asked for at once: code of its parts, base map, figures.

A browser finds out step by step otherwise: the bundle, the first message, the code of each part,
the map's module, its parts, base map and figures, each after the one before.
"""

import re
from collections.abc import Iterable

from charts.assets import assets
from data.reference import boundaries
from data.service import current
from data.service.fingerprint import figures_address
from web.frontend import Frontend

# the parts of a page that Streamlit loads when the first message names them
PARTS = ("BidiComponent", "DownloadButton", "Radio", "Selectbox")
FONTS = ("be-vietnam-pro-400.woff2", "be-vietnam-pro-600.woff2", "be-vietnam-pro-700.woff2")
MAP_PAGES = ("", "ranking")
_IMPORT = re.compile(r'(?:from|import)"\./([^"]+\.js)"')


def parts(frontend: Frontend) -> list[str]:
    """Give the file names of the parts' code and of all that it imports, in a fixed order."""
    by_stem = {name.split("/")[-1].split(".")[0]: name for name in sorted(frontend.files)}
    found: list[str] = []
    waiting = [by_stem[stem] for stem in PARTS]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.append(name)
            source = (frontend.source / name).read_text("utf-8")
            waiting += [f"js/{other}" for other in _IMPORT.findall(source)]
    return sorted(found)


def of_every_page(frontend: Frontend, address: str) -> str:
    """Write the links that are the same on every page; ``address`` is where the bundle lies."""
    own = [asset.path for name, asset in assets().items() if name.endswith(".js")]
    return _links(
        [
            *(_link("preload", assets()[name].path, "font") for name in FONTS),
            *(_link("modulepreload", f"{address}/{name}") for name in parts(frontend)),
            *(_link("modulepreload", path) for path in own),
        ]
    )


def of_map(slug: str, boundary: str, lang: str) -> str:
    """Write the links for the base map and the current figures, if the page shows a map."""
    newest = current.figures() if slug in MAP_PAGES else None
    if newest is None:
        return ""
    known = [one.id for one in boundaries()]
    shown = boundary if boundary in known else known[-1]
    figures = figures_address(newest.release, shown, lang)
    base = assets()[f"base-{shown}.json"].path
    return _links(_link("preload", address, "fetch") for address in (base, figures))


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
