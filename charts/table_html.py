"""A table as HTML that stands still: for a document that is read before any code runs.

The same elements and classes as ``assets/table.js`` draws, so ``assets/table.css`` serves both; no
button, because nothing in such a document can be pressed. Columns of sources, which open with a
button, are left out.
"""

from html import escape

from charts.svg import tag
from charts.table import Cell, Column, Line, Table


def table_html(shown: Table) -> str:
    """Write a table in its first order; every text in it is escaped."""
    seen = [number for number, column in enumerate(shown.columns) if not column.is_source]
    head = "".join(_heading(shown.columns[number]) for number in seen)
    rows = "".join(_row(line, shown, seen) for line in shown.lines)
    whole = tag(
        "table",
        tag("caption", escape(shown.caption)),
        tag("thead", tag("tr", head)),
        tag("tbody", rows),
    )
    scroll = tag("div", whole, class_="scroll prose" if shown.is_prose else "scroll")
    return tag("div", scroll, class_="table")


def _heading(column: Column) -> str:
    words = escape(column.label)
    # a button's arrow is drawn by the style sheet, on something that cannot be pressed
    written = tag("span", words, class_="sorts") if column.sortable else words
    return _filled("th", written, class_=_looks(column), scope="col")


def _row(line: Line, shown: Table, seen: list[int]) -> str:
    is_card = shown.is_prose and len(shown.columns) > 2
    cells = "".join(
        _cell(number, line.cells[number], shown.columns[number], is_card=is_card) for number in seen
    )
    return tag("tr", cells, class_="home" if line.is_home else None)


def _cell(number: int, cell: Cell, column: Column, *, is_card: bool) -> str:
    name = "td" if number else "th"
    return _filled(
        name,
        escape(cell.text),
        class_=_looks(column),
        scope=None if number else "row",
        data_label=column.label if number and is_card else None,
    )


def _looks(column: Column) -> str | None:
    names = {"number": column.is_number, "long": column.is_long}
    return " ".join(name for name, holds in names.items() if holds) or None


def _filled(name: str, content: str, **attributes: str | None) -> str:
    """Write an element of HTML, which is not closed by "/>" where it is empty."""
    written = tag(name, "\0", **attributes)
    return written.replace("\0", content)
