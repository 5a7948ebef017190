"""Checks over the whole delivery: what stands twice, what is missing, what does not fit."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from data.catalogue import weights
from data.ingest.entries import Span
from data.ingest.issues import Issue
from data.ingest.places import Places
from data.ingest.table import Table
from data.reference import provinces
from indicators.model import Observation
from indicators.period import parse

_NAMED = 5
_SLACK = 0.0002  # four printed decimals of nine numbers


def check_duplicates(observations: Iterable[Observation]) -> Iterator[Issue]:
    """Yield an issue for every figure that an earlier cell has given already."""
    first: dict[tuple[str, str, str, str], Observation] = {}
    for one in observations:
        key = (one.province_code, one.boundary, one.indicator_id, one.period)
        earlier = first.setdefault(key, one)
        if earlier is not one:
            name = provinces(one.boundary)[one.province_code].name.vi
            yield Issue("issue.duplicate", _place(one), name, _place(earlier), one.period)


def check_missing(
    table: Table, places: Places, spans: Mapping[Span, Collection[int]]
) -> Iterator[Issue]:
    """Ask once for a table in which provinces of its list have no figure.

    ``spans``: the rows that say something; the span with most absent speaks for the table. A row
    whose name is in doubt stands for one province: that question is asked already. Where all have
    a row, the question stands at the column with blank cells.
    """
    known = provinces(places.boundary)
    absent = {span: _absent(known, places, found) for span, found in spans.items()}
    span = max(absent, key=lambda one: (len(absent[one]), one.period, -one.column), default=None)
    if span and absent[span]:
        has_rows = set(absent[span]) <= {*places.codes.values(), *places.doubtful.values()}
        place = table.place(table.header, span.column if has_rows else table.names)
        names = [known[code].name.vi for code in absent[span]]
        count = f"{len(known) - len(names)}/{len(known)}"
        listed = ", ".join(names) if len(names) <= _NAMED else ""
        yield Issue("issue.missing_province", place, count, listed, span.period)


def _absent(known: Iterable[str], places: Places, rows: Collection[int]) -> list[str]:
    """Give the codes without a figure; none where only totals have one, or doubts explain all."""
    doubtful = [places.doubtful[row] for row in rows if row in places.doubtful]
    here = {places.codes[row] for row in rows if row in places.codes} | set(doubtful)
    absent = [code for code in known if code not in here]
    return absent if here and len(absent) > doubtful.count("") else []


def check_dti_parts(observations: Iterable[Observation]) -> Iterator[Issue]:
    """Compare every DTI total with what its parts give, in years whose weights are known."""
    rows: dict[tuple[str, str, str], dict[str, Observation]] = {}
    for one in observations:
        key = (one.boundary, one.province_code, one.period)
        rows.setdefault(key, {})[one.indicator_id] = one
    for (_, _, period), row in rows.items():
        total, known = row.get("dti_total"), weights(parse(period).year)
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
