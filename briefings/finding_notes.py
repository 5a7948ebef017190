"""The notes beside a figure, from the rankings that it shows."""

from collections.abc import Iterable, Sequence

from briefings import phrases
from briefings.finding import Notes
from briefings.finding_scope import Scope
from briefings.ranking_table import status_words
from charts.source_line import capital
from data import catalogue, reference
from data.reference import geometry
from data.service.ranking_model import Ranking, Row
from language import dates, text

MOST_NAMED = 4
MOST_DEFINED = 5  # definitions beside one figure: the DTI and its four published indices
Shown = tuple[Ranking, Sequence[Row]]
"""A ranking and those of its rows that a figure shows."""


def notes(
    scope: Scope,
    shown: Sequence[Shown],
    *,
    is_map: bool = False,
    unit: str = "",
    breaks: Iterable[str] | None = None,
    method: Sequence[str] = (),
) -> Notes:
    """Say what stands beside a figure of these rows.

    ``unit`` is given where it is not that of the values. ``breaks`` are reasons (keys of texts); by
    default those between each ranking and its former
    period. ``method`` is said after the definitions. A map names its borders' licence.
    """
    lang = scope.lang
    rankings = [one for one, _ in shown]
    reasons = _broken(rankings) if breaks is None else breaks
    return Notes(
        unit=unit or "; ".join(_once(catalogue.units()[one.unit].name[lang] for one in rankings)),
        period=period_of(scope, rankings),
        boundary=reference.boundary(scope.boundary).name[lang],
        sources=_sources(scope, shown),
        release=scope.figures.release.id,
        made=dates.day(scope.made.isoformat(), lang),
        marks=_marks(scope, shown),
        breaks=_once(text(reason, lang) for reason in reasons),
        method=(*_definitions(scope, rankings), *method),
        licence=geometry.attribution(scope.boundary, scope.lang) if is_map else "",
        disclaimer=text("chart.map.disclaimer", lang) if is_map else "",
        illustrative=any(one.illustrative for one in rankings),
        day=scope.made,
    )


def group_rows(ranking: Ranking) -> Shown:
    """Give a ranking with the rows of its group."""
    return ranking, ranking.rows


def period_of(scope: Scope, rankings: Sequence[Ranking]) -> str:
    """Say one period, or the years from first to last: "các năm 2022–2024"."""
    periods = sorted({one.period for one in rankings})
    if len(periods) > 1 and all(one.isdecimal() for one in periods):
        return text("finding.years", scope.lang, first=periods[0], last=periods[-1])
    return "; ".join(dates.period(one, scope.lang) for one in periods)


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


def _broken(rankings: Iterable[Ranking]) -> list[str]:
    return [one.broken_by.reason for one in rankings if one.broken_by is not None]


def _sources(scope: Scope, shown: Iterable[Shown]) -> tuple[str, ...]:
    """Name the documents, each once, with the day on which the figures were published."""
    said = []
    for ranking, rows in shown:
        flow = catalogue.indicator(ranking.indicator).dataflow
        when = catalogue.published_on(flow, ranking.period)
        used = sorted({origin.source_id for row in rows for origin in row.origins})
        said += [_document(scope, one, when) for one in used]
    return _once(said)


def _document(scope: Scope, source_id: str, published: str | None) -> str:
    lang, source = scope.lang, catalogue.source(source_id)
    blanks = {"publisher": source.publisher[lang], "title": source.title[lang], "url": source.url}
    if published is None:
        return text("finding.document", lang, **blanks).strip()
    day = dates.day(published, lang)
    return text("finding.document_published", lang, day=day, **blanks).strip()


def _marks(scope: Scope, shown: Iterable[Shown]) -> tuple[str, ...]:
    """Name every status other than official, each rule of ours, and whose figure is missing."""
    said: list[str] = []
    for ranking, rows in shown:
        known = [row for row in rows if row.value is not None]
        said += [capital(status_words(row, scope.lang)) for row in known if row.status != "A"]
        said += _missing(scope, ranking, rows)
    return _once(said)


def _missing(scope: Scope, ranking: Ranking, rows: Sequence[Row]) -> list[str]:
    lang = scope.lang
    absent = [row for row in rows if row.value is None]
    if not absent:
        return []
    if len(absent) > MOST_NAMED:
        words = text("finding.missing_many", lang, count=len(absent), of=len(rows))
    else:
        names = [phrases.label(ranking, row.province_code, lang) for row in absent]
        words = text("finding.missing", lang, names=phrases.joined(names, lang))
    about = catalogue.indicator(ranking.indicator).short[lang]
    return [f"{about}, {dates.period(ranking.period, lang)}: {words}"]


def _definitions(scope: Scope, rankings: Iterable[Ranking]) -> tuple[str, ...]:
    """Define every indicator that is shown, of many say where; then the group."""
    lang = scope.lang
    known = {one.indicator: catalogue.indicator(one.indicator) for one in rankings}
    said = [f"{one.name[lang]}: {one.definition[lang]}" for one in known.values()]
    if len(said) > MOST_DEFINED:
        said = [text("finding.definitions", lang)]
    if scope.group != "country":
        group = reference.group(scope.group)
        blanks = {"name": group.name[lang], "definition": group.definition[lang]}
        said.append(text("finding.group", lang, **blanks))
    return _once(said)
