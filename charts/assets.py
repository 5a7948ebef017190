"""What the browser loads once: modules, style sheets, base maps, fonts, under hashed names.

A file that names another one (``"./labels.js"``) gets the other's address with its hash, so a
change anywhere below changes every address above it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from charts import plot_frame, theme
from charts.map.base import base
from charts.search_list import search_json
from data.reference import boundaries
from language import LANGS

FOLDER = Path(__file__).parent / "assets"
MEDIA_TYPES = {
    ".js": "text/javascript",
    ".css": "text/css",
    ".json": "application/json",
    ".woff2": "font/woff2",
    ".svg": "image/svg+xml",
}


@dataclass(frozen=True, slots=True)
class Asset:
    """One file: the path of its address (``/assets/map.3f2a….js``), content, media type."""

    path: str
    content: bytes
    media_type: str


@cache
def assets() -> Mapping[str, Asset]:
    """Give all files by name: ``map.js, map.css, theme.css, base-63.json``, fonts ..."""
    sources = _sources()
    found: dict[str, Asset] = {}
    for name in sources:
        _add(name, sources, found)
    return found


def _sources() -> dict[str, bytes]:
    """Read every file of the folder; the theme and the base maps are made."""
    files = [*FOLDER.iterdir(), *(FOLDER / "fonts").iterdir()]
    read = {file.name: file for file in files if file.suffix in MEDIA_TYPES}
    found = {name: read[name].read_bytes() for name in sorted(read) if name != "widths.json"}
    found["theme.css"] = theme.css().encode()
    found["plot.css"] = plot_frame.css().encode()
    found["map.css"] = found["theme.css"] + found["map.css"]
    for lang in LANGS:
        found[f"search-{lang}.json"] = search_json(lang).encode()
    for boundary in boundaries():
        drawn = json.dumps(base(boundary.id), ensure_ascii=False, separators=(",", ":"))
        found[f"base-{boundary.id}.json"] = drawn.encode()
    return found


def _add(name: str, sources: Mapping[str, bytes], found: dict[str, Asset]) -> None:
    """Add a file, those that it names first."""
    if name in found:
        return
    content = sources[name]
    suffix = Path(name).suffix
    for other in sources if suffix in (".js", ".css") else ():
        written = f'"./{other}"'.encode()
        if written in content:
            _add(other, sources, found)
            content = content.replace(written, f'"{found[other].path}"'.encode())
    path = f"/assets/{Path(name).stem}.{sha256(content).hexdigest()[:16]}{suffix}"
    found[name] = Asset(path, content, MEDIA_TYPES[suffix])
