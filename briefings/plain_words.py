"""Words that every format can hold: XML knows no control characters, and no file shows them.

Names of files and sheets are chosen by whoever sends them; they stand beside the figures.
"""

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def plain(words: str) -> str:
    """Give words with a space for every character that XML cannot hold."""
    return _CONTROL.sub(" ", words)


def all_plain(found: Any) -> Any:
    """Give a value with every word in it plain, however deep; the same one when all are."""
    if isinstance(found, str):
        return plain(found)
    if isinstance(found, tuple):
        return _of_tuple(found)
    if isinstance(found, Mapping):
        made = {all_plain(key): all_plain(one) for key, one in found.items()}
        return found if made == found else made
    if is_dataclass(found) and not isinstance(found, type):
        changed = changed_words(found)
        return replace(found, **changed) if changed else found
    return found


def _of_tuple(found: tuple[Any, ...]) -> tuple[Any, ...]:
    made = tuple(all_plain(one) for one in found)
    return found if all(a is b for a, b in zip(made, found, strict=True)) else made


def changed_words(found: Any) -> dict[str, Any]:
    """Give the fields of a dataclass that have words to change, with their plain values."""
    given = ((name, getattr(found, name)) for name in _names(found.__class__))
    made = ((name, one, all_plain(one)) for name, one in given)
    return {name: new for name, one, new in made if new is not one}


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(one.name for one in fields(kind) if one.init)
