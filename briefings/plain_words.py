"""Words that every format can hold: XML knows no control characters, and no file shows them.

Names of files and sheets are chosen by whoever sends them; they stand beside the figures.
"""

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import cache
from typing import Any

_WORDLESS = (int, float, bool, type(None), date)  # asked first: most of what a finding holds
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def plain(words: str) -> str:
    """Give words with a space for every character that XML cannot hold."""
    return _CONTROL.sub(" ", words)


def all_plain(found: Any) -> Any:
    """Give a value with every word in it plain, however deep; the same one when all are."""
    if isinstance(found, str):
        return plain(found)
    if isinstance(found, _WORDLESS):
        return found
    if isinstance(found, tuple):
        return _of_tuple(found)
    if is_dataclass(found) and not isinstance(found, type):
        changed = changed_words(found)
        return replace(found, **changed) if changed else found
    if isinstance(found, Mapping):
        made = {all_plain(key): all_plain(one) for key, one in found.items()}
        return found if made == found else made
    return found


def _of_tuple(found: tuple[Any, ...]) -> tuple[Any, ...]:
    made = tuple(map(all_plain, found))
    return found if all(a is b for a, b in zip(made, found, strict=True)) else made


def changed_words(found: Any) -> dict[str, Any]:
    """Give the fields of a dataclass that have words to change, with their plain values."""
    changed = {}
    for name in _names(found.__class__):
        one = getattr(found, name)
        if (new := all_plain(one)) is not one:
            changed[name] = new
    return changed


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(one.name for one in fields(kind) if one.init)
