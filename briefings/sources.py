"""Where figures were read, cell by cell: who published them, in which file, sheet and cell."""

from collections.abc import Iterable, Mapping

from briefings import phrases
from charts.table import Cell, Column, Line, Table
from data import catalogue
from data.service.ranking_model import Ranking, Row
from language import Lang, dates, text

COUNTRY = "country"


def sources_table(lines: Iterable[tuple[Cell, ...]], lang: Lang) -> Table:
    """Lay out lines of ``source_lines``."""
    return Table(
        caption=text("profile.sources", lang),
        columns=tuple(
            Column(text(f"profile.source_{name}", lang), sortable=False, is_long=name != "sheet")
            for name in ("figure", "publisher", "file", "sheet")
        ),
        lines=tuple(Line(cells) for cells in lines),
        is_prose=True,
    )


def source_lines(name: str, row: Row, lang: Lang) -> list[tuple[Cell, ...]]:
    """Give a line for each file and sheet of one figure; none where there is no value."""
    known = catalogue.sources()
    if row.value is None:
        return []
    return [
        (
            Cell(name),
            Cell(f"{known[source].publisher[lang]}: {known[source].title[lang]}"),
            Cell(file),
            Cell(f"{sheet}!{', '.join(found)}"),
        )
        for (source, file, sheet), found in by_sheet(row).items()
    ]


def by_sheet(row: Row) -> dict[tuple[str, str, str], list[str]]:
    """Give the cells by source, file and sheet; D7 stands before D10."""
    found: dict[tuple[str, str, str], list[str]] = {}
    for origin in row.origins:
        found.setdefault((origin.source_id, origin.file, origin.sheet), []).append(origin.cell)
    return {
        key: sorted(set(cells), key=lambda cell: (len(cell), cell)) for key, cells in found.items()
    }


def overview_sources(
    ranking: Ranking,
    province: str,
    lang: Lang,
    *,
    former: Ranking | None,
    indices: Mapping[str, Ranking],
    parts: tuple[Ranking, ...],
) -> Table:
    """Give the cells of every figure that the overview shows or compares.

    Parameters
    ----------
    ranking, former
        The DTI total in the period that is read, and in the one that changes are told from.
    province
        Whose main indices, and whose parts on the list before, are told; "" for nobody.
    indices
        Rankings of the main indices by indicator.
    parts
        Rankings of the total on the list before, of every period that is told.
    """
    rows = [(ranking, row) for row in (*ranking.rows, *_others(ranking))]
    if former is not None:
        rows += [(former, row) for row in former.rows]
    if province:
        rows += [(found, found.row(province)) for found in indices.values()]
        codes = phrases.former_parts(ranking, province)
        rows += [(found, found.row(code)) for found in parts for code in codes]
    lines = (
        line for found, row in rows for line in source_lines(_name(found, row, lang), row, lang)
    )
    return sources_table(lines, lang)


def _others(ranking: Ranking) -> Iterable[Row]:
    """Give those outside the group: the country's leader, its last, its mean are made of them."""
    return (row for row in ranking.everyone if not row.in_group)


def _name(ranking: Ranking, row: Row, lang: Lang) -> str:
    name = phrases.label(ranking, row.province_code, lang)
    about = catalogue.indicator(ranking.indicator).short[lang]
    return f"{name}: {about}, {dates.period(ranking.period, lang)}"
