"""One figure at a time: a map, bars, a relation or a table of a ranking, as a finding."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefings import finding_titles as titles
from briefings import overview, relation_table
from briefings.country_sentences import country_sentences
from briefings.finding import Drawn, Finding, Kind, Notes
from briefings.finding_notes import group_rows, notes
from briefings.finding_scope import COUNTRY, Scope
from briefings.payments import measures, payments_bars
from briefings.ranking_table import ranking_table, withheld_sentences
from briefings.relation_sentences import relation_sentences
from charts.from_ranking import bars_figure, map_figure, title_of
from charts.from_relation import scatter_figure
from charts.from_relation import title_of as relation_title
from charts.source_line import capital
from charts.table import Table
from data import reference
from data.service.ranking_model import Ranking
from data.service.relation import periods as common_periods
from data.service.relation import relate_rankings
from indicators.relate import LEAST
from language import dates, text

BETWEEN = " · "
AGAINST = "poverty_rate_nso"


def finding(
    scope: Scope,
    kind: Kind,
    id_: str,
    title: str,
    subtitle: str,
    figure: Drawn,
    numbers: Table,
    beside: Notes,
    said: Sequence[str] = (),
) -> Finding:
    """Put a finding together: id and alternative text are made here for all kinds."""
    parts = [id_, scope.boundary, scope.group, *([scope.home] if scope.home else []), kind]
    alt = text(f"finding.alt_{kind}", scope.lang, what=subtitle, said=title)
    name = "-".join(parts).replace("/", "_")
    return Finding(name, kind, title, subtitle, figure, numbers, alt, beside, tuple(said))


def where(scope: Scope, *first: str) -> str:
    """Say what is shown: first words, list of provinces, group."""
    last = [reference.boundary(scope.boundary).name[scope.lang]]
    if scope.group != COUNTRY:
        last.append(reference.group(scope.group).name[scope.lang])
    return BETWEEN.join([*first, *last])


def of_ranking(scope: Scope, ranking: Ranking) -> str:
    """Write the subtitle of a figure of one ranking."""
    return where(scope, capital(title_of(ranking, scope.lang)))


def map_of(scope: Scope, ranking: Ranking, title: str = "", said: Sequence[str] = ()) -> Finding:
    """Show a ranking as a map, the home province outlined."""
    lang = scope.lang
    return finding(
        scope,
        "map",
        f"{ranking.indicator}-{ranking.period}",
        title or titles.standing(ranking, lang, scope.home),
        of_ranking(scope, ranking),
        map_figure(ranking, lang, home=scope.home),
        ranking_table(ranking, lang, home=scope.home),
        notes(scope, [group_rows(ranking)], is_map=True),
        said or sentences(ranking, scope),
    )


def bars_of(scope: Scope, ranking: Ranking, title: str = "") -> Finding:
    """Show a ranking as bars as the pages do, best first, those without a figure last."""
    lang = scope.lang
    describe = payments_bars if ranking.indicator in measures() else bars_figure
    return finding(
        scope,
        "bars",
        f"{ranking.indicator}-{ranking.period}",
        title or titles.spread(ranking, lang),
        of_ranking(scope, ranking),
        describe(ranking, lang, home=scope.home),
        ranking_table(ranking, lang, home=scope.home),
        notes(scope, [group_rows(ranking)]),
        withheld_sentences(ranking, lang),
    )


def table_of(scope: Scope, ranking: Ranking, title: str = "") -> Finding:
    """Show a ranking as a table; where each figure was read is in ``numbers`` only."""
    full = ranking_table(ranking, scope.lang, home=scope.home)
    return finding(
        scope,
        "table",
        f"{ranking.indicator}-{ranking.period}",
        title or titles.above_mean(ranking, scope.lang),
        of_ranking(scope, ranking),
        for_slide(full),
        full,
        notes(scope, [group_rows(ranking)]),
        withheld_sentences(ranking, scope.lang),
    )


def scatter_of(scope: Scope, y: str, x: str, period: str) -> Finding | None:
    """Show two indicators of the newest period not after ``period`` that has both; else None."""
    known = common_periods(scope.figures, y, x, scope.boundary)
    earlier = [one for one in known if one <= period]
    if not earlier:
        return None
    when = earlier[-1]
    found = relate_rankings(scope.ranking(y, when), scope.ranking(x, when))
    lang = scope.lang
    figure = scatter_figure(found, lang, home=scope.home)
    method = text("relation.method", lang, least=LEAST)
    everyone = [(found.y, found.y.everyone), (found.x, found.x.everyone)]
    return finding(
        scope,
        "scatter",
        f"{y}-{x}-{when}",
        titles.related(found, lang),
        where(scope, relation_title(found, lang), capital(dates.period(when, lang))),
        figure,
        relation_table.values_table(found, lang, home=scope.home),
        notes(scope, everyone, breaks=(), method=[method]),
        relation_sentences(found, lang)[:-1],
    )


def sentences(ranking: Ranking, scope: Scope) -> tuple[str, ...]:
    """Say who leads and who moved, of the DTI; of others only whose figure is missing."""
    if ranking.indicator == overview.TOTAL:
        return country_sentences(ranking, scope.lang)
    return tuple(withheld_sentences(ranking, scope.lang))


def for_slide(table: Table) -> Table:
    """Leave out the columns that say where a figure was read, the same in every row, or nothing."""
    shown = [
        position
        for position, column in enumerate(table.columns)
        if not column.is_source
        and not (column.is_long and _is_same(table, position))
        and any(line.cells[position].text != "–" for line in table.lines)
    ]
    return columns_of(table, shown)


def columns_of(table: Table, shown: Iterable[int]) -> Table:
    """Give a table with some of its columns, in the order given."""
    kept = list(shown)
    lines = tuple(
        replace(line, cells=tuple(line.cells[position] for position in kept))
        for line in table.lines
    )
    return replace(table, columns=tuple(table.columns[each] for each in kept), lines=lines)


def _is_same(table: Table, position: int) -> bool:
    return len({line.cells[position].text for line in table.lines}) < 2
