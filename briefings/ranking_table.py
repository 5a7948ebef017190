"""A ranking as a table: the words and numbers that stand in each cell."""

from briefings import phrases
from charts.from_ranking import rule_words
from charts.table import Cell, Column, Line, Table, order_of
from data import catalogue, reference
from data.service.ranking import Ranking, Row
from indicators.model import Status
from language import Lang, dates, sorting, text

COUNTRY = "country"
MOST_NAMED = 2


def ranking_table(ranking: Ranking, lang: Lang, *, home: str = "") -> Table:
    """Give the group's members in rank order, each number with its status and its cell."""
    names = [phrases.label(ranking, row.province_code, lang) for row in ranking.rows]
    alphabet = order_of(names, sorting.sort_key)
    shown, columns = _shown(ranking), _columns(ranking, lang)
    lines = []
    for row in ranking.rows:
        cells = _cells(ranking, row, lang, alphabet)
        line = Line(tuple(cells[name] for name in shown), is_home=row.province_code == home)
        lines.append(line)
    return Table(caption(ranking, lang), tuple(columns[name] for name in shown), tuple(lines))


def caption(ranking: Ranking, lang: Lang) -> str:
    """Say what the table shows: indicator, period, list of provinces."""
    return text(
        "table.caption",
        lang,
        indicator=catalogue.indicator(ranking.indicator).name[lang],
        period=dates.period(ranking.period, lang),
        boundary=reference.boundary(ranking.boundary).name[lang],
    )


def source_column(lang: Lang) -> Column:
    """Give the column that names file, sheet and cell of each figure; it opens with a click."""
    head = text("column.source", lang)
    return Column(head, sortable=False, is_long=True, is_source=True)


def place_words(rank: int | None, tied: bool, lang: Lang) -> str:
    """Write a place: "15 (đồng hạng)"; without one, nothing that looks like a number."""
    if rank is None:
        return "–"
    return text("table.place_tied", lang, rank=str(rank)) if tied else str(rank)


def change_words(places: int | None, lang: Lang) -> str:
    """Write a change of places: "tăng 12", "giảm 11", "giữ nguyên"; "–" where it is withheld."""
    if places is None:
        return "–"
    if not places:
        return text("table.same", lang)
    return text("table.rise" if places > 0 else "table.fall", lang, count=abs(places))


def withheld_sentences(ranking: Ranking, lang: Lang) -> list[str]:
    """Say why there are no places: how many figures are there, of how many provinces."""
    said = []
    if ranking.withheld == "incomplete":
        period = dates.period(ranking.period, lang)
        key = "page.ranking.withheld"
        said.append(text(key, lang, count=ranking.n, of=ranking.size, period=period))
    elif ranking.withheld:
        said.append(text(f"withheld.{ranking.withheld}", lang))
    elif ranking.missing:
        names = [phrases.label(ranking, code, lang) for code in ranking.missing]
        key, listed = "page.ranking.not_all", phrases.joined(names, lang)
        return [text(key, lang, n=ranking.n, of=ranking.size, names=listed)]
    published = catalogue.indicators().get(f"{ranking.indicator}_rank_published")
    if said and published is not None:
        name = published.name[lang]
        said.append(text("page.ranking.published_ranks", lang, indicator=name))
    return said


def status_words(row: Row, lang: Lang) -> str:
    """Write the status; a converted figure names its rule, an illustrative one always its mark."""
    status = text(f"status.{row.status}", lang)
    rule = rule_words(row.rule, row.weights, lang, row.basis) if row.rule else ""
    if row.status == Status.D and rule:
        return rule
    return f"{status}. {rule}" if rule else status


def why_no_change(ranking: Ranking, lang: Lang) -> str:
    """Say why changes of place are withheld."""
    if ranking.rank_change_withheld == "break" and ranking.broken_by is not None:
        return text(ranking.broken_by.reason, lang)
    return text(f"withheld.{ranking.rank_change_withheld}", lang)


def origin_words(row: Row) -> str:
    """Name the cells a figure was read from, file by file."""
    cells: dict[str, list[str]] = {}
    for one in row.origins:
        cells.setdefault(one.file, []).append(f"{one.sheet}!{one.cell}")
    return "; ".join(f"{file}: {', '.join(found)}" for file, found in cells.items())


def close_words(ranking: Ranking, row: Row, lang: Lang) -> str:
    """Name who is within 0.01 points in the group; of many, how many."""
    near = phrases.close_to(ranking, row)
    if len(near) > MOST_NAMED:
        return text("table.close_many", lang, count=len(near))
    return ", ".join(one.label for one in near)


def _shown(ranking: Ranking) -> list[str]:
    left_out = set()
    if ranking.withheld:
        left_out.add("rank")
    if ranking.group == COUNTRY or ranking.group_withheld:
        left_out.add("group_rank")
    # A difference of places is a rise or a fall, never "+15".
    if ranking.change_withheld or ranking.unit == "place":
        left_out.add("change_value")
    if ranking.rank_change_withheld:
        left_out.add("change_rank")
    if all(row.band is None for row in ranking.rows) or ranking.withheld:
        left_out.add("close")
    names = ("name", "value", "rank", "group_rank", "change_rank", "change_value", "close")
    return [name for name in (*names, "status", "source") if name not in left_out]


def _columns(ranking: Ranking, lang: Lang) -> dict[str, Column]:
    about = catalogue.indicator(ranking.indicator)
    unit = catalogue.units()[about.unit].name[lang]
    former = dates.period(ranking.former, lang) if ranking.former else ""
    return {
        "name": Column(text("column.name", lang)),
        "value": Column(text("column.value", lang, short=about.short[lang], unit=unit), True),
        "rank": Column(text("column.rank", lang, n=ranking.n), True),
        "group_rank": Column(text("column.group_rank", lang, n=ranking.group_n), True),
        "change_rank": Column(text("column.change_rank", lang, period=former), True),
        "change_value": Column(text("column.change_value", lang), True),
        "close": Column(text("column.close", lang), sortable=False),
        "status": Column(text("column.status", lang), sortable=False, is_long=True),
        "source": source_column(lang),
    }


def _cells(ranking: Ranking, row: Row, lang: Lang, alphabet: dict[str, int]) -> dict[str, Cell]:
    name = phrases.label(ranking, row.province_code, lang)
    return {
        "name": Cell(name, alphabet[name]),
        "value": Cell(phrases.value(ranking, row.value, lang), row.value),
        "rank": Cell(place_words(row.rank, row.tied, lang), row.rank),
        "group_rank": Cell(place_words(row.group_rank, row.group_tied, lang), row.group_rank),
        "change_rank": Cell(change_words(row.rank_change, lang), row.rank_change),
        "change_value": Cell(phrases.difference(ranking, row.value_change, lang), row.value_change),
        "close": Cell(close_words(ranking, row, lang)),
        "status": Cell(status_words(row, lang)),
        "source": Cell(origin_words(row)),
    }
