"""Who rose and who fell most in the country's ranking, as a table."""

from briefings import phrases
from briefings.ranking_table import change_words
from charts.table import Cell, Column, Line, Table
from data.service.ranking import Ranking, Row
from language import Lang, dates, text


def movers(ranking: Ranking, *, most: int = 5) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """Give the group's largest rises and falls in the country's ranking, largest first."""
    moved = [(row.rank_change, row) for row in ranking.rows if row.rank_change]
    rises = sorted((one for one in moved if one[0] > 0), key=lambda one: -one[0])
    falls = sorted((one for one in moved if one[0] < 0), key=lambda one: one[0])
    return tuple(row for _, row in rises[:most]), tuple(row for _, row in falls[:most])


def movers_table(ranking: Ranking, lang: Lang, *, home: str = "") -> Table:
    """List the group's largest rises, then its largest falls."""
    rises, falls = movers(ranking)
    former = dates.period(ranking.former or "", lang)
    now = dates.period(ranking.period, lang)
    return Table(
        caption=text("page.overview.movers", lang),
        columns=(
            Column(text("column.name", lang), sortable=False),
            Column(text("column.change_rank", lang, period=former), True, sortable=False),
            Column(text("column.rank_in", lang, period=former, n=ranking.n), True, sortable=False),
            Column(text("column.rank_in", lang, period=now, n=ranking.n), True, sortable=False),
        ),
        lines=tuple(_line(ranking, row, lang, home) for row in (*rises, *reversed(falls))),
    )


def _line(ranking: Ranking, row: Row, lang: Lang, home: str) -> Line:
    return Line(
        (
            Cell(phrases.label(ranking, row.province_code, lang)),
            Cell(change_words(row.rank_change, lang)),
            Cell(str(row.former_rank)),
            Cell(str(row.rank)),
        ),
        is_home=row.province_code == home,
    )
