"""What the DTI is made of, where the weights of the year are known: parts that add up."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from briefings import finding_titles as titles
from briefings import overview, phrases
from briefings.finding import Finding, Notes
from briefings.finding_notes import group_rows, notes
from briefings.finding_scope import Scope
from briefings.findings_indices import indices
from briefings.findings_one import finding, where
from briefings.findings_years import source_of
from charts.lines import Axis
from charts.source_line import capital
from charts.stacked import Part, StackedFigure
from charts.table import Cell, Column, Line, Table
from data import catalogue
from data.service.ranking_model import Ranking, Row
from indicators.period import parse
from language import Lang, dates, text
from language.numbers import number

REST = ""


@dataclass(frozen=True, slots=True)
class _Parts:
    """Contributions of the indices by indicator and province; ``REST`` is what they leave.

    ``rest`` names the indices of which not every province has a value: only their sum is known.
    """

    total: Ranking
    indices: Mapping[str, Ranking]
    shares: Mapping[str, float]
    rest: tuple[str, ...]

    def of(self, indicator: str, code: str) -> float | None:
        """Give what an index adds to the total of a province, in points of the DTI."""
        if indicator == REST:
            return self._left(code)
        value = self.indices[indicator].row(code).value
        return None if value is None else value * self.shares[indicator]

    def _left(self, code: str) -> float | None:
        parts = [self.of(name, code) for name in self.indices]
        whole = self.total.row(code).value
        if whole is None or any(part is None for part in parts):
            return None
        return whole - sum(part for part in parts if part is not None)


def composition_of(scope: Scope, period: str) -> Finding | None:
    """Show what each index adds to the total; None where the weights of the year are not known.

    Of indices that are not published for every member only the sum is shown, which follows from
    the total; where nothing else is known either, there is no figure.
    """
    parts = _parts(scope, period)
    if parts is None or not parts.indices:
        return None
    lang = scope.lang
    weights = catalogue.weights(parse(period).year)
    decision = weights.decision[lang] if weights else ""
    subtitle = where(scope, text("finding.composition", lang), capital(dates.period(period, lang)))
    method = [
        text("finding.composition_method", lang, decision=decision),
        *_rest_words(parts, lang),
    ]
    figure = _figure(scope, parts, subtitle)
    shown = [group_rows(parts.total), *(group_rows(one) for one in parts.indices.values())]
    return finding(
        scope,
        "stacked",
        f"{overview.TOTAL}-parts-{period}",
        _title(scope, parts),
        subtitle,
        figure,
        _numbers(scope, parts, figure),
        _marked(notes(scope, shown, breaks=(), method=method), parts, lang),
    )


def _parts(scope: Scope, period: str) -> _Parts | None:
    weights = catalogue.weights(parse(period).year)
    if weights is None or weights.of != "main_indices":
        return None
    total = scope.ranking(overview.TOTAL, period)
    found = indices(scope, period)
    full = {name: one for name, one in found.items() if one.group_n == one.group_size}
    used = {name: share for name, share in weights.shares.items() if share}
    rest = tuple(name for name in used if name not in full)
    return _Parts(total, {name: full[name] for name in used if name in full}, used, rest)


def _names(parts: _Parts, lang: Lang) -> dict[str, str]:
    """Name the parts from the ground up: what is left of the foundations, then the indices."""
    known = catalogue.indicators()
    rest = {REST: _rest_name(parts, lang)} if parts.rest else {}
    return rest | {name: known[name].short[lang] for name in parts.indices}


def _rest_name(parts: _Parts, lang: Lang) -> str:
    key = "finding.rest" if len(parts.rest) > 1 else "finding.rest_one"
    return capital(text(key, lang, count=len(parts.rest)))


def _rest_words(parts: _Parts, lang: Lang) -> list[str]:
    """Say how the part that is left was found, and of what it consists."""
    if not parts.rest:
        return []
    known = catalogue.indicators()
    names = phrases.joined([known[name].short[lang].lower() for name in parts.rest], lang)
    return [text("finding.rest_method", lang, name=_rest_name(parts, lang), names=names)]


def _marked(beside: Notes, parts: _Parts, lang: Lang) -> Notes:
    """Add the mark of the part that nobody published."""
    if not parts.rest:
        return beside
    mark = text("finding.rest_mark", lang, name=_rest_name(parts, lang))
    return replace(beside, marks=(*beside.marks, mark))


def _figure(scope: Scope, parts: _Parts, title: str) -> StackedFigure:
    rows, lang = parts.total.rows, scope.lang
    unit = catalogue.units()[parts.total.unit].name[lang]
    highest = max((row.value for row in rows if row.value is not None), default=1.0)
    lists = [parts.total, *parts.indices.values()]
    return StackedFigure(
        title=title,
        codes=tuple(row.province_code for row in rows),
        names=tuple(row.label for row in rows),
        parts=tuple(
            Part(name, tuple(parts.of(key, row.province_code) for row in rows))
            for key, name in _names(parts, lang).items()
        ),
        axis=Axis(f"DTI ({unit})", parts.total.decimals, (0.0, highest)),
        source=source_of(scope, lists, [one.rows for one in lists]),
        home=scope.home,
        illustrative=any(one.illustrative for one in lists),
    )


def _title(scope: Scope, parts: _Parts) -> str:
    """Say where most of the distance lies: of home behind the leader, else of the last."""
    lang, rows = scope.lang, [row for row in parts.total.rows if row.value is not None]
    if len(rows) < 2:
        return titles.standing(parts.total, lang)
    first = rows[0]
    last = next((row for row in rows[1:] if row.province_code == scope.home), rows[-1])
    gaps = {key: _gap(parts, key, first, last) for key in _names(parts, lang)}
    widest = max(gaps, key=lambda key: gaps[key])
    name = _names(parts, lang)[widest]
    return text(
        "finding.title.parts",
        lang,
        **titles.what(parts.total, lang),
        first=first.label,
        last=last.label,
        gap=titles.gap_words(parts.total, phrases.gap(parts.total, first.value, last.value), lang),
        part=f"{name[:1].lower()}{name[1:]}",
        part_gap=number(gaps[widest], parts.total.decimals, lang),
    )


def _gap(parts: _Parts, key: str, first: Row, last: Row) -> float:
    mine, other = (parts.of(key, row.province_code) for row in (first, last))
    return (mine or 0.0) - (other or 0.0) if mine is not None and other is not None else 0.0


def _numbers(scope: Scope, parts: _Parts, figure: StackedFigure) -> Table:
    lang, decimals = scope.lang, parts.total.decimals
    missing = text("value.missing", lang)
    heads = [part.name for part in figure.parts]

    def cell(value: float | None) -> Cell:
        return Cell(missing if value is None else number(value, decimals, lang), value)

    return Table(
        figure.title,
        (
            Column(text("column.name", lang)),
            *(Column(head, is_number=True) for head in heads),
            Column(text("finding.total", lang), is_number=True),
        ),
        tuple(
            Line(
                (
                    Cell(row.label),
                    *(cell(part.values[place]) for part in figure.parts),
                    cell(row.value),
                ),
                is_home=row.province_code == scope.home,
            )
            for place, row in enumerate(parts.total.rows)
        ),
    )
