"""Words that are nothing but a unit: "triệu đồng", "Nghìn món", "Mill. dongs", "x1000"."""

import re
from collections.abc import Iterator
from functools import cache

from data.ingest import headings
from language.folding import fold

_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_TAIL = re.compile(r"(?:[,;:]|\s[-–])\s*([^,;:()\[\]]+)$")
# Of words in brackets only: a thousand or a million that stands there bare.
_SCALE = re.compile(r"(?:x\s*)?1[., ]?000(?:[., ]?000)?|(?:x\s*)?10\s*\^\s*\d|k|tr\.?|tr\.?\s*d\.?")
_JOINED = re.compile(r"\s[-–]\s|;|\bunits?\b\s*:?", re.I)
_SMALL = ("mot", "1", "000", "1000", "nguoi", "thang", "nam", "trieu", "ty", "ti", "pers")


def is_unit(text: str) -> bool:
    """Whether every word of a text belongs to a unit."""
    words = headings.key(text).split()
    if not words:
        return "%" in text or "‰" in text
    return headings.names_unit(text) and all(word in _vocabulary() for word in words)


def in_brackets(text: str) -> tuple[str, ...]:
    """What stands in round and in square brackets, from left to right."""
    return tuple(_BRACKETS.findall(text))


def without_brackets(text: str) -> str:
    """The words outside of brackets."""
    return _BRACKETS.sub(" ", text)


def is_scale(text: str) -> bool:
    """Whether words in brackets are a bare thousand or million: "1.000", "x1000", "k", "tr.đ"."""
    return _SCALE.fullmatch(fold(text).strip()) is not None


def behind(text: str) -> str:
    """The unit behind a comma or dash at the end of a heading, or an empty text."""
    match = _TAIL.search(text)
    return match[1].strip() if match and is_unit(match[1]) else ""


def pieces(text: str) -> Iterator[str]:
    """Yield a statement, then its parts: "Triệu đồng - Unit: Mill. dongs", "triệu đồng; món"."""
    yield text
    yield from (part.strip() for part in _JOINED.split(text) if part.strip())


@cache
def _vocabulary() -> frozenset[str]:
    listed = headings.dictionary()["cells"]["units"]
    return frozenset(word for unit in listed for word in headings.key(unit).split()) | {*_SMALL}
