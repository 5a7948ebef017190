"""SVG as text: elements with escaped attributes and contents, and text that knows its width.

Presentation attributes only: the pages' security policy refuses ``style`` attributes, and other
programs (Office, resvg) read them best.
"""

import json
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from html import escape
from pathlib import Path

from charts.theme import FONT

WIDTHS = Path(__file__).parent / "assets" / "fonts" / "widths.json"
UNKNOWN = 700

Attribute = str | float | int


def tag(name: str, *children: str, **attributes: Attribute | None) -> str:
    """Write an element; ``font_size=12`` becomes ``font-size="12"``, None is left out.

    Children are markup already: texts go through ``label`` or ``escape``.
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    content = "".join(children)
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


def label(x: float, y: float, words: str, *, size: float, **attributes: Attribute | None) -> str:
    """Write one line of text with its baseline at ``y``; words are escaped."""
    return tag("text", escape(words), x=x, y=y, font_size=size, **attributes)


def lines(
    x: float, y: float, words: list[str], *, size: float, leading: float, **attributes: Attribute
) -> str:
    """Write lines of text below each other, the first with its baseline at ``y``."""
    return "".join(
        label(x, y + position * leading, line, size=size, **attributes)
        for position, line in enumerate(words)
    )


def document(
    *children: str, width: float, height: float, title: str, description: str, fill: str
) -> str:
    """Write the whole picture with its name and description for those who do not see it."""
    return tag(
        "svg",
        tag("title", escape(title)),
        tag("desc", escape(description)),
        *children,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {_value(width)} {_value(height)}",
        width=width,
        height=height,
        role="img",
        aria_label=title,
        font_family=FONT,
        fill=fill,
        class_="dti-figure",
    )


def width_of(words: str, size: float) -> float:
    """Estimate a text's width in the unit of ``size`` (semi-bold advances: a little too wide)."""
    return _units(words) * size / 1000


def wrap(words: str, size: float, width: float) -> list[str]:
    """Break a text at spaces into lines no wider than ``width``, where its words allow.

    No words are no line.
    """
    if not words:
        return []
    found, used = [""], 0.0
    space = width_of(" ", size)
    for word in words.split(" "):
        length = width_of(word, size)
        if not found[-1] or used + space + length <= width:
            used += (space if found[-1] else 0.0) + length
            found[-1] = f"{found[-1]} {word}".strip()
        else:
            found.append(word)
            used = length
    return found


@lru_cache(maxsize=1 << 15)
def _units(words: str) -> int:
    widths = _widths()
    return sum(widths.get(letter, UNKNOWN) for letter in _base(words))


def _base(words: str) -> Iterator[str]:
    """Yield letters without tone marks, which add no width."""
    return (c for c in unicodedata.normalize("NFD", words) if not unicodedata.combining(c))


@cache
def _widths() -> dict[str, int]:
    widths: dict[str, int] = json.loads(WIDTHS.read_text("utf-8"))
    return widths


def _value(value: Attribute) -> str:
    """Write numbers with two decimals at most, without a trailing zero."""
    if isinstance(value, str):
        return escape(value)
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"
