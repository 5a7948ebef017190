"""What an address that is kept for ever must hold: more than the number of a release.

Numbers begin at 1 in every store: a folder that was made anew, a restored backup and the
illustrative store on the same port all have a release 3.
"""

from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path

from data.settings import ROOT, settings
from data.store import Release

# What figures are made of besides the store: names, rules, decimals, the words in the answer.
_ROOMS = ("language", "indicators", "data", "charts")
_ENDINGS = {".py", ".toml", ".csv"}


@lru_cache(maxsize=64)
def fingerprint(release: Release) -> str:
    """Give 16 hexadecimal digits for the content of a release as this program writes it."""
    return sha256(f"{_program()} {release!r}".encode()).hexdigest()[:16]


def figures_address(release: Release, boundary: str, lang: str) -> str:
    """Give the address of a release's values for the map; its content never changes."""
    return f"/figures/{release.id}-{fingerprint(release)}/{boundary}.{lang}.json"


@cache
def _program() -> str:
    """Hash the files that decide what is written: another version writes to other addresses."""
    seen = sha256()
    for path in _sources(ROOT):
        seen.update(path.relative_to(ROOT).as_posix().encode() + path.read_bytes())
    if folder := settings().catalogue:  # indicators of the installation are written too
        for path in sorted(folder.glob("*.toml")):
            seen.update(path.name.encode() + path.read_bytes())
    return seen.hexdigest()


def _sources(root: Path) -> list[Path]:
    return sorted(
        path
        for room in _ROOMS
        for path in (root / room).rglob("*")
        if path.suffix in _ENDINGS and path.is_file()
    )
