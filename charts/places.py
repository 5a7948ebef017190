"""Places of provinces over the years: a grid, province x year, darker where the place is better.

Between two years whose method differs stands a gap with a line: places on either side are not the
result of one calculation.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from charts.svg import document, label, lines, tag, width_of, wrap
from charts.theme import Theme
from language import Lang, text

MARGIN = 12.0
TITLE = 16.0
SMALL = 11.0
SMALL_LEADING = 15.0
ROW = 25.0
GAP = 14.0
WIDEST = 96.0


@dataclass(frozen=True, slots=True)
class Year:
    """One column; ``ranked`` is its N (0: nobody is ranked); the method may change before it."""

    period: str
    words: str
    ranked: int
    break_before: bool = False


@dataclass(frozen=True, slots=True)
class Places:
    """One row: places by period; a period without a place has no key."""

    code: str
    name: str
    ranks: dict[str, int]


@dataclass(frozen=True, slots=True)
class PlacesFigure:
    """The grid to be drawn, rows in the order given.

    ``across_for_reference``: places may be compared across breaks, for reference only.
    """

    title: str
    years: tuple[Year, ...]
    rows: tuple[Places, ...]
    source: str
    home: str = ""
    across_for_reference: bool = False


@dataclass(frozen=True, slots=True)
class _Grid:
    names: float  # left edge of the names
    left: float  # left edge of the first column
    cell: float
    top: float
    size: float

    def x_of(self, figure: PlacesFigure, position: int) -> float:
        """Give the left edge of a column, gaps of breaks before it counted in."""
        gaps = sum(year.break_before for year in figure.years[: position + 1])
        return self.left + position * self.cell + gaps * GAP


def svg(figure: PlacesFigure, lang: Lang, theme: Theme, width: float) -> str:
    """Draw the grid ``width`` pixels wide."""
    inner = width - 2 * MARGIN
    title = wrap(figure.title, TITLE, inner)
    grid = _grid(figure, width, MARGIN + len(title) * TITLE * 1.2 + 40)
    bottom = grid.top + len(figure.rows) * ROW
    small = [
        *wrap(_breaks_in_words(figure, lang), SMALL, inner),
        *wrap(figure.source, SMALL, inner),
    ]
    height = bottom + 22 + len(small) * SMALL_LEADING
    return document(
        tag("rect", width=width, height=height, fill=theme.background),
        lines(MARGIN, MARGIN + TITLE, title, size=TITLE, leading=TITLE * 1.2, font_weight=600),
        *_heads(figure, theme, grid, bottom),
        *(_row(figure, row, theme, grid, number) for number, row in enumerate(figure.rows)),
        lines(MARGIN, bottom + 22, small, size=SMALL, leading=SMALL_LEADING, fill=theme.muted),
        width=width,
        height=height,
        title=text("chart.places.label", lang, title=figure.title),
        description=text("chart.places.description", lang),
        fill=theme.ink,
    )


def class_of(rank: int, ranked: int) -> int:
    """Give the class of a place, 4 for the best fifth of the N, 0 for the last."""
    return 4 - min((rank - 1) * 5 // max(ranked, 1), 4)


def _grid(figure: PlacesFigure, width: float, top: float) -> _Grid:
    size = 13.0 if width >= 520 else 11.5
    names = max((width_of(row.name, size) for row in figure.rows), default=0)
    left = MARGIN + names + 14
    gaps = GAP * sum(year.break_before for year in figure.years)
    cell = (width - MARGIN - left - gaps) / max(len(figure.years), 1)
    return _Grid(MARGIN, left, min(cell, WIDEST), top, size)


def _heads(figure: PlacesFigure, theme: Theme, grid: _Grid, bottom: float) -> Iterator[str]:
    """Yield the years above the columns and a line through the gap of each break."""
    for position, year in enumerate(figure.years):
        x = grid.x_of(figure, position)
        middle = x + grid.cell / 2
        anchor = {"text_anchor": "middle"}
        yield label(middle, grid.top - 20, year.words, size=grid.size, font_weight=600, **anchor)
        # without a place, an N would be the N of nothing
        of = f"/{year.ranked}" if any(year.period in row.ranks for row in figure.rows) else ""
        yield label(middle, grid.top - 6, of, size=SMALL, fill=theme.muted, **anchor)
        if year.break_before:
            d = f"M{x - GAP / 2:.1f} {grid.top - 30:.1f}V{bottom:.1f}"
            yield tag("path", d=d, stroke=theme.accent, stroke_width=1.4, stroke_dasharray="4 3")


def _row(figure: PlacesFigure, row: Places, theme: Theme, grid: _Grid, number: int) -> str:
    y = grid.top + number * ROW
    is_home = row.code == figure.home
    weight = 700 if is_home else 400
    cells = "".join(
        _cell(row.ranks.get(year.period), year, theme, grid, grid.x_of(figure, position), y)
        for position, year in enumerate(figure.years)
    )
    name = label(grid.names, y + ROW * 0.66, row.name, size=grid.size, font_weight=weight)
    return tag("g", name, cells, _outline(figure, theme, grid, y) if is_home else "")


def _cell(rank: int | None, year: Year, theme: Theme, grid: _Grid, x: float, y: float) -> str:
    known = class_of(rank, year.ranked) if rank is not None else None
    fill = theme.land if known is None else theme.more[known]
    ink = theme.muted if known is None else theme.on_more[known]
    words = "–" if rank is None else str(rank)
    box = tag(
        "rect",
        tag("title", escape(f"{words}/{year.ranked}" if year.ranked else words)),
        x=x + 1,
        y=y + 1,
        width=grid.cell - 2,
        height=ROW - 2,
        rx=2,
        fill=fill,
    )
    middle = x + grid.cell / 2
    return box + label(
        middle, y + ROW * 0.67, words, size=grid.size, fill=ink, text_anchor="middle"
    )


def _outline(figure: PlacesFigure, theme: Theme, grid: _Grid, y: float) -> str:
    right = grid.x_of(figure, len(figure.years) - 1) + grid.cell
    return tag(
        "rect",
        x=grid.names - 5,
        y=y,
        width=right - grid.names + 7,
        height=ROW,
        rx=3,
        fill="none",
        stroke=theme.ink,
        stroke_width=1.6,
    )


def _breaks_in_words(figure: PlacesFigure, lang: Lang) -> str:
    """Say at which years the dashed lines stand."""
    years = ", ".join(year.words for year in figure.years if year.break_before)
    key = "breaks_for_reference" if figure.across_for_reference else "breaks_apart"
    return text(f"chart.places.{key}", lang, years=years) if years else ""
