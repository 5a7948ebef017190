"""Typst as a renderer: SVG to PNG and PDF, and documents to PDF, in this process, no browser.

Whatever comes from figures travels as JSON in ``sys.inputs`` and is read there as data: it is
never part of the source, so that no text can be markup or a command.
"""

import json
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import fontpkg_be_vietnam_pro
import typst

FAMILY = "Be Vietnam Pro"
PER_PIXEL = 0.75  # points in a pixel of SVG
_AGE = 11
_ROOT = Path(__file__).parent / "typst"


def png(template: str, data: dict[str, Any], made: date, *, per_inch: float) -> bytes:
    """Render the only page of a template as PNG; the same call gives the same bytes."""
    return _one(_compile(template, data, made, "png", per_inch))


def pdf(template: str, data: dict[str, Any], made: date) -> bytes:
    """Render a template as PDF with its fonts embedded; the same call gives the same bytes."""
    return _one(_compile(template, data, made, "pdf", None))


def _compile(
    template: str, data: dict[str, Any], made: date, form: str, per_inch: float | None
) -> bytes | list[bytes] | None:
    words = json.dumps({**data, "made": [made.year, made.month, made.day]}, ensure_ascii=False)
    found = typst.compile(  # type: ignore[call-overload]
        str(_ROOT / f"{template}.typ"),
        root=str(_ROOT),
        format=form,
        ppi=per_inch,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": words},
        timestamp=datetime(made.year, made.month, made.day, tzinfo=UTC),
    )
    _forget()
    return found  # type: ignore[no-any-return]


def _forget() -> None:
    """Let Typst drop what it keeps of the last picture: 15 MB each, of the last ten compilations.

    Empty ones make it old; together they take 4 ms.
    """
    empty = typst.Compiler(font_paths=_fonts(), ignore_system_fonts=True)
    for _ in range(_AGE):
        empty.compile(input=b"", format="svg")


def _one(found: bytes | list[bytes] | None) -> bytes:
    if isinstance(found, bytes):
        return found
    assert found  # noqa: S101 - asked for bytes, not for a file
    return found[0]


@cache
def _fonts() -> typst.Fonts:
    """Read the font's files once: of every style, only this family and no system fonts."""
    folder = Path(str(fontpkg_be_vietnam_pro.__file__)).parent / "files"
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)]
    )
