"""Checks over the whole delivery: what stands twice, what is missing, what does not fit."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import compress
from operator import attrgetter

from data.catalogue import Weights, indicators, weights, weights_by_year
from data.ingest import headings
from data.ingest.answers import SKIP, Option
from data.ingest.entries import Span
from data.ingest.issues import Issue
from data.ingest.places import Places
from data.ingest.questions import Given
from data.ingest.table import Table
from data.reference import provinces
from indicators.model import Observation
from indicators.period import parse
from language import LANGS, Lang, text
from language.bilingual import Words
from language.numbers import number

_NAMED = 5
_SLACK = 0.0002  # four printed decimals of nine numbers


Key = tuple[str, str, str, str]
_key: Callable[[Observation], Key] = attrgetter(
    "province_code", "boundary", "indicator_id", "period"
)


def check_duplicates(
    observations: Iterable[Observation], given: Given
) -> tuple[list[Observation], list[Issue]]:
    """Ask about every figure that an earlier cell has given already.

    What a person has left out is gone from the observations; where nobody has answered both
    figures stay.
    """
    listed = list(observations)
    first: dict[Key, Observation] = {}
    later = [one for one in listed if first.setdefault(_key(one), one) is not one]
    asked = [_duplicate(first[_key(one)], one) for one in later]
    held = given.settle(asked)
    gone: set[int] = set()
    winner = dict(first)
    for one, issue in zip(later, asked, strict=True):
        choice, now = held[issue.cell], winner[_key(one)]
        if choice == _place(one):
            winner[_key(one)] = one
        gone |= _losers(now, one, choice)
    return [one for one in listed if id(one) not in gone], asked


def _losers(now: Observation, one: Observation, choice: str | None) -> set[int]:
    """Of two figures for one thing, give those that do not count; none without an answer."""
    if choice is None:
        return set()
    if choice == SKIP:
        return {id(now), id(one)}
    return {id(now)} if choice == _place(one) else {id(one)}


def _duplicate(earlier: Observation, one: Observation) -> Issue:
    name = provinces(one.boundary)[one.province_code].name.vi
    column = _place(earlier).rstrip("0123456789")
    options = tuple(map(_cell_option, (earlier, one)))
    return Issue(
        "issue.duplicate",
        _place(one),
        name,
        _place(earlier),
        one.period,
        options=options,
        alike=column,
    )


def _cell_option(one: Observation) -> Option:
    named = {lang: _cell_words(one, lang) for lang in LANGS}
    return Option(_place(one), Words(**named))


def _cell_words(one: Observation, lang: Lang) -> str:
    return text(
        "question.option.cell_of",
        lang,
        value=number(one.value, indicators()[one.indicator_id].decimals, lang),
        cell=one.cell,
        sheet=one.sheet,
    )


@dataclass(frozen=True, slots=True)
class Covered:
    """What one table covers: the rows that say something, by span."""

    table: Table
    places: Places
    spans: Mapping[Span, Collection[int]]


def may_be_twice(tables: Iterable[Covered]) -> bool:
    """Whether any figure of a province can stand in two cells.

    It cannot where nothing is said in two columns, and the rows of a period are of different
    provinces.
    """
    met: set[_Figure] = set()
    for one in tables:
        codes = _CodesOf(one.places.codes)
        for span, rows in one.spans.items():
            if _figure(one, span) in met or codes.are_twice(rows):
                return True
            met.add(_figure(one, span))
    return False


class _CodesOf:
    """The provinces of rows. Columns without a gap share one set of rows: it is looked at once."""

    def __init__(self, named: Mapping[int, str]) -> None:
        self._named = named
        self._known: dict[int, list[str]] = {}

    def of(self, rows: Collection[int]) -> list[str]:
        """Give the codes of rows; none for a row that is no province's."""
        if id(rows) not in self._known:
            self._known[id(rows)] = [self._named[row] for row in rows if row in self._named]
        return self._known[id(rows)]

    def are_twice(self, rows: Collection[int]) -> bool:
        """Whether two of the rows are of one province."""
        return len(set(self.of(rows))) < len(self.of(rows))


def check_missing(tables: Iterable[Covered]) -> Iterator[Issue]:
    """Ask once for a table in which provinces of its list have no figure.

    What another table of the delivery says of the same indicator and period is not missing: a list
    may be cut in two halves, or into regions. The span with most absent speaks for its table. A
    row whose name is in doubt stands for one province: that question is asked already. Where all
    have a row, the question stands at the column with blank cells. A table of one province by its
    parts has but one row by right, and so has one that says that it lists known figures only.
    """
    listed = [one for one in tables if not (one.table.total or _says_partial(one.table))]
    here = _codes_by_figure(listed)
    told: set[_Figure] = set()
    for one in listed:
        known = provinces(one.places.boundary)
        by_id = {id(rows): rows for rows in one.spans.values()}
        gaps = {key: _absent(known, one.places, rows) for key, rows in by_id.items()}
        absent = {
            span: [code for code in gaps[id(rows)] if code not in here[_figure(one, span)]]
            for span, rows in one.spans.items()
        }
        span = max(absent, key=lambda at: (len(absent[at]), at.period, -at.column), default=None)
        if span and absent[span] and _figure(one, span) not in told:
            told.add(_figure(one, span))
            yield _missing(one, span, absent[span])


_Figure = tuple[str, str, str]


def _figure(one: Covered, span: Span) -> _Figure:
    return one.places.boundary, span.indicator, span.period


def _says_partial(table: Table) -> bool:
    """Whether a table says of itself that it lists what is known: our own workbooks do."""
    return any(headings.begins_with(line, "partial") for line in table.context)


def _missing(one: Covered, span: Span, absent: list[str]) -> Issue:
    known = provinces(one.places.boundary)
    has_rows = set(absent) <= {*one.places.codes.values(), *one.places.doubtful.values()}
    place = one.table.place(one.table.header, span.column if has_rows else one.table.names)
    names = [known[code].name.vi for code in absent]
    count = f"{len(known) - len(names)}/{len(known)}"
    listed = ", ".join(names) if len(names) <= _NAMED else ""
    return Issue("issue.missing_province", place, count, listed, span.period)


def _codes_by_figure(tables: Iterable[Covered]) -> dict[_Figure, set[str]]:
    """The provinces with a row, by list, indicator and period, over all tables."""
    found: dict[_Figure, set[str]] = {}
    for one in tables:
        named = _CodesOf({**one.places.doubtful, **one.places.codes})
        for span, rows in one.spans.items():
            found.setdefault(_figure(one, span), set()).update(named.of(rows))
    return found


def _absent(known: Iterable[str], places: Places, rows: Collection[int]) -> list[str]:
    """Give the codes without a figure; none where only totals have one, or doubts explain all."""
    doubtful = [places.doubtful[row] for row in rows if row in places.doubtful]
    here = {places.codes[row] for row in rows if row in places.codes} | set(doubtful)
    absent = [code for code in known if code not in here]
    return absent if here and len(absent) > doubtful.count("") else []


def check_dti_parts(observations: Iterable[Observation]) -> Iterator[Issue]:
    """Compare every DTI total with what its parts give, in years whose weights are known."""
    rows: dict[tuple[str, str, str], dict[str, Observation]] = {}
    of_total = {"dti_total", *(part for each in weights_by_year().values() for part in each.points)}
    known_of: dict[str, Weights | None] = {}
    listed = list(observations)
    names = map(attrgetter("indicator_id"), listed)
    for one in compress(listed, map(of_total.__contains__, names)):
        if one.period not in known_of:
            known_of[one.period] = weights(parse(one.period).year)
        if known_of[one.period] is None:
            continue
        key = (one.boundary, one.province_code, one.period)
        rows.setdefault(key, {})[one.indicator_id] = one
    for (_, _, period), row in rows.items():
        total, known = row.get("dti_total"), known_of[period]
        if total is None or total.value is None or known is None:
            continue
        values = {part: row[part].value for part in known.points if part in row}
        whole = {part: value for part, value in values.items() if value is not None}
        if len(whole) == len(known.points):
            right = sum(share * whole[part] for part, share in known.shares.items())
            if abs(right - total.value) > _SLACK:
                yield _total_differs(total, right)


def _total_differs(total: Observation, right: float) -> Issue:
    return Issue(
        "issue.dti_total_differs",
        _place(total),
        f"{total.value:.12g}",
        f"{right:.4f}",
        total.period,
    )


def _place(one: Observation) -> str:
    return f"{one.sheet}!{one.cell}"
