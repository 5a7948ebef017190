"""Indicators of an installation: files like the shipped ones, in the folder of ``DTI_CATALOGUE``.

A file that is named like a shipped one (``dti.toml``, ``sources.toml``) adds entries to it; any
other name is a dataflow of its own. Nothing that is shipped can be replaced: figures that were
published under a name keep their meaning.
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from data.errors import BadCatalogue
from data.settings import settings

LISTS = ("units", "sources", "weights", "publications")
_NAME = re.compile(r"[a-z][a-z0-9_]{0,59}")


@cache
def contents() -> Mapping[str, dict[str, Any]]:
    """Read every file of the folder by its name without ``.toml``; empty without the setting.

    ``BadCatalogue`` names the file that cannot be read.
    """
    folder = settings().catalogue
    if folder is None:
        return {}
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix == ".toml")
        return {path.stem: tomllib.loads(path.read_text("utf-8")) for path in paths}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadCatalogue(f"Cannot read the catalogue of {folder}: {error}.") from error


def of(name: str) -> dict[str, Any]:
    """Give what a file adds; nothing when it is not there."""
    return contents().get(name, {})


def flows(shipped: tuple[str, ...]) -> tuple[str, ...]:
    """Give the dataflows that are not shipped; one without its own entry is refused."""
    found = tuple(name for name in contents() if name not in (*shipped, *LISTS))
    for name in found:
        if not _NAME.fullmatch(name) or "dataflow" not in contents()[name]:
            raise BadCatalogue(f"{name}.toml: a new dataflow needs a plain name and [dataflow].")
    return found


def joined(name: str, shipped: Mapping[str, Any], added: Mapping[str, Any]) -> dict[str, Any]:
    """Join the entries of two files; ``BadCatalogue`` for a name that is shipped, or no name."""
    for key in added:
        if key in shipped:
            raise BadCatalogue(f"{name}.toml, entry {key!r}: this name is taken.")
        if not _NAME.fullmatch(key):
            raise BadCatalogue(f"{name}.toml, entry {key!r}: write a-z, 0-9 and _ only.")
    return {**shipped, **added}
