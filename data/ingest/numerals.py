"""Read the figures of one column: the decimal mark is decided by evidence, never assumed."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from data.ingest import headings
from data.ingest.book import Cell, Fault
from language.folding import clean

_FOOTNOTE = re.compile(r"\s*(?:\(\d{1,2}\)|[*†‡¹²³⁴]+|\s\d\))$")
_COMBINED = re.compile(r"(\d{1,2})\s*\(\s*(\d*[.,]\d+|\d{3,})\s*\)")
_BROKEN = re.compile(r"[+-]?\d+ ?[.,] ?\d+(?: \d+)*")
_FEW = 3
_NUMBER = re.compile(r"[+-]?\d[\d.,]*|[+-]?[.,]\d+")


class Problem(StrEnum):
    """Why a cell gives no figure.

    A blank cell says nothing; only a cell that says so ("...", "x") is missing.
    """

    BLANK = "blank"
    MISSING = "missing"
    MERGED = "merged_cells"
    DASH = "dash"
    UNCLEAR = "decimal_unclear"
    TEXT = "not_a_number"
    DATE = "date_for_number"
    ERROR = "error_cell"
    FORMULA = "formula_without_value"


@dataclass(frozen=True, slots=True)
class Figure:
    """What a cell says: a value, or the reason why there is none.

    ``readings`` are the two values of a text that can be read in two ways, thousands first.
    """

    value: float | None = None
    problem: Problem | None = None
    readings: tuple[float, ...] = ()


def read_column(cells: Iterable[Cell]) -> list[Figure]:
    """Read the cells of one column together: clear ones decide how unclear ones are read.

    Of "01 (0,727)" the score is the figure, where the whole column is written so.
    """
    listed = list(cells)
    if str not in map(type, listed):
        return [_of_cell(cell) for cell in listed]
    if are_combined(listed):
        listed = [score[1] if (score := combined(cell)) else cell for cell in listed]
    bare = [_bare(cell) if isinstance(cell, str) else "" for cell in listed]
    bare = _unbroken(listed, bare)
    mark = _decimal_mark(bare)
    return [
        _of_text(text, mark) if isinstance(cell, str) else _of_cell(cell)
        for cell, text in zip(listed, bare, strict=True)
    ]


def read_as(text: str, decimal: str) -> Figure:
    """Read a text whose decimal mark a person has named."""
    return _grouped(_bare(text), decimal)


def is_figure(cell: Cell) -> bool:
    """Whether a cell is a number, or a text that is written as one: "12,5", "42 189 (1)"."""
    if isinstance(cell, str):
        return _NUMBER.fullmatch(_bare(cell)) is not None
    return isinstance(cell, float) and not isinstance(cell, bool)


def are_combined(cells: Iterable[Cell]) -> bool:
    """Whether cells hold a rank and a score each, all of them that say a figure: "01 (0,727)"."""
    listed = list(cells)
    if str not in map(type, listed):
        return False
    said = [cell for cell in set(listed) if is_said(cell)]
    scores = [combined(cell) for cell in said]
    return any(scores) and all(
        one or (isinstance(cell, str) and not is_figure(cell))
        for one, cell in zip(scores, said, strict=True)
    )


def combined(cell: Cell) -> tuple[int, str] | None:
    """Split "01 (0,727)" into the rank and the text of the score; ``None`` for anything else.

    A number of one or two digits in brackets is a footnote: a score has a decimal mark or more.
    """
    match = _COMBINED.fullmatch(clean(cell)) if isinstance(cell, str) else None
    return (int(match[1]), match[2]) if match else None


def says_figure(cell: Cell) -> bool:
    """Whether a cell may be a figure: a number, a text with digits, a word for "missing"."""
    if not isinstance(cell, str):
        return cell is not None
    has_digits = any(letter.isdigit() for letter in cell)
    return has_digits or headings.is_missing(cell) or clean(cell) == "-"


def is_said(cell: Cell) -> bool:
    """Whether a cell stands where a figure belongs and says something: words do not."""
    if not isinstance(cell, str):
        return cell is not None
    return (
        is_figure(cell) or headings.is_missing(cell) or clean(cell) == "-" or bool(combined(cell))
    )


def _of_cell(cell: Cell) -> Figure:
    if type(cell) is float:  # nearly every cell
        return Figure(cell)
    if cell is None:
        return Figure(problem=Problem.BLANK)
    if isinstance(cell, Fault):
        return Figure(problem=Problem.FORMULA if cell.is_formula else Problem.ERROR)
    if isinstance(cell, date):
        return Figure(problem=Problem.DATE)
    return Figure(problem=Problem.TEXT)


def _of_text(text: str, mark: str) -> Figure:
    if not text:
        return Figure(problem=Problem.BLANK)
    if headings.is_missing(text):
        return Figure(problem=Problem.MISSING)
    if text == "-":
        return Figure(problem=Problem.DASH)
    if text.startswith("#"):
        return Figure(problem=Problem.ERROR)
    if not _NUMBER.fullmatch(text):
        return Figure(problem=Problem.TEXT)
    decimal = _proven_mark(text) or mark
    if decimal == "?":
        readings = (_value(text, _other(_only_mark(text))), _value(text, _only_mark(text)))
        return Figure(problem=Problem.UNCLEAR, readings=readings)
    return _grouped(text, decimal)


def _grouped(text: str, decimal: str) -> Figure:
    """Read with a known decimal mark; thousands must then stand in groups of three."""
    whole, _, fraction = text.partition(decimal)
    thousands = _other(decimal)
    groups = whole.lstrip("+-").split(thousands)
    even = len(groups) == 1 or (
        1 <= len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])
    )
    if not even or thousands in fraction or decimal in fraction:
        return Figure(problem=Problem.TEXT)
    return Figure(_value(text, decimal))


def _value(text: str, decimal: str) -> float:
    return float(text.replace(_other(decimal), "").replace(decimal, "."))


def _decimal_mark(texts: Iterable[str]) -> str:
    """The mark that the clear numbers of a column prove; "?" for none, or for both."""
    marked = [text for text in texts if _NUMBER.fullmatch(text) and ("." in text or "," in text)]
    marks = {_proven_mark(text) for text in marked} - {""}
    return marks.pop() if len(marks) == 1 else "?"


def _proven_mark(text: str) -> str:
    """The decimal mark that one number proves by itself, or an empty text."""
    digits = text.lstrip("+-")
    points, commas = digits.count("."), digits.count(",")
    if not points and not commas:
        return "."  # a whole number reads the same either way
    if points and commas:
        return max(".,", key=digits.rfind)
    mark = "." if points else ","
    if points + commas > 1:
        return _other(mark)
    whole, _, fraction = digits.partition(mark)
    if len(fraction) != 3 or len(whole) > 3 or whole in ("", "0"):
        return mark
    return ""


def _only_mark(text: str) -> str:
    return "." if "." in text else ","


def _unbroken(cells: list[Cell], texts: list[str]) -> list[str]:
    """Join numbers that a blank broke ("0,72 92"), where they then fit their column.

    The decimals of the column prove it: most of its other figures have as many.
    """
    if not any(_BROKEN.fullmatch(text) for text in texts):
        return texts
    counts = Counter(
        _decimals(text if isinstance(cell, str) else repr(cell))
        for cell, text in zip(cells, texts, strict=True)
        if is_figure(cell)
    )
    usual, times = max(counts.items(), key=lambda one: (one[1], one[0]), default=(0, 0))
    if usual == 0 or times < _FEW:
        return texts
    joined = [text.replace(" ", "") if _BROKEN.fullmatch(text) else text for text in texts]
    return [
        whole if _decimals(whole) == usual else text
        for whole, text in zip(joined, texts, strict=True)
    ]


def _decimals(text: str) -> int:
    return len(re.split(r"[.,]", text)[-1]) if "." in text or "," in text else 0


def _other(mark: str) -> str:
    return "," if mark == "." else "."


def _bare(text: str) -> str:
    """Take off footnote marks, "%" and the spaces between thousands: "42 189 (1)" -> "42189".

    A text that is nothing but a mark stays: "(5)" may be a number in an accountant's hand.
    """
    # The mark with which Excel keeps a number as text; exported files have it in the cell.
    whole = clean(text).removeprefix("'")
    plain = _FOOTNOTE.sub("", whole).removesuffix("%").strip() or whole
    if re.fullmatch(r"[+-]?\d{1,3}(?: \d{3})+(?:[.,]\d+)?", plain):
        return plain.replace(" ", "")
    return plain
