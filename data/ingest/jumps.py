"""Figures that change more than their indicator's own history makes plausible.

The change of one province is set against the changes of all provinces between the same two
periods, by median and median absolute deviation: a few wild values, or one province that is really
special, do not move them. Nothing is compared across a break of the catalogue, across lists of
provinces, or between periods of different length.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import compress, islice
from math import log

import numpy as np
from numpy.typing import NDArray

from data.catalogue import indicators
from data.ingest.answers import Answer
from data.ingest.delivery import Delivery
from data.ingest.issues import Issue, limited, outcome
from data.ingest.questions import Given, questions
from data.ingest.repeated import Repeats
from indicators.change import break_between
from indicators.model import Observation
from indicators.period import Period, parse

Series = tuple[str, str]
"""An indicator and a list of provinces."""
Values = NDArray[np.float64]
History = Mapping[Series, Mapping[str, Mapping[str, float]]]
"""Values by indicator and list, then by period, then by province code."""

_WIDE = 6.0
"""Deviations from the median that no published figure from 2019 to 2024 reaches: at most 5.6."""
_SCALE = 1.4826  # makes the median absolute deviation a standard deviation of normal values
_FLOOR = 0.05  # of the usual level: smaller changes are never a jump, be the spread ever so small
_COUNT_FLOOR = 0.1  # counts grow by shares of themselves: the logarithm of the ratio
_FACTOR = 2.0  # logarithm; seven times as much as others is typed wrongly, whatever its size
_FEW = 8
_TIMES = log(3)  # between too few provinces for a spread, three times as much is asked about
_USUAL = log(3)  # a whole column that is three times the former one is no usual growth
_NEIGHBOURS = 2
_MANY = 20  # provinces, for their order to say something
# Spearman's correlation with the year before: of DTI, poverty, payments and population 0.5 to 1.
_NO_ORDER, _SAME_ORDER = 0.2, 0.5


def former_periods(wanted: str, known: Iterable[str], indicator: str) -> list[str]:
    """The periods to compare with: one before and one after, else two on the side that is there.

    A figure that fits one of them is no jump: the other may be the one that was wrong.
    """
    return _beside(parse(wanted), sorted(map(parse, set(known))), indicator)


def _beside(now: Period, ordered: Sequence[Period], indicator: str) -> list[str]:
    def fitting(each: Period) -> bool:
        return _is_like(each, now) and not _is_broken(indicator, each, now)

    start, end = bisect_left(ordered, now), bisect_right(ordered, now)
    earlier = (ordered[place] for place in range(start - 1, -1, -1))
    later = (ordered[place] for place in range(end, len(ordered)))
    before = [each.text for each in islice(filter(fitting, earlier), _NEIGHBOURS)]
    after = [each.text for each in islice(filter(fitting, later), _NEIGHBOURS)]
    return [*before[:1], *after[:1], *before[1:], *after[1:]][:_NEIGHBOURS]


def _is_like(one: Period, other: Period) -> bool:
    """Whether periods are of one kind; nine months are compared with nine months."""
    months = [(each.start.month, each.end.month) for each in (one, other)]
    return one.kind == other.kind and (one.kind != "months" or months[0] == months[1])


def _is_broken(indicator: str, one: Period, other: Period) -> bool:
    return break_between(indicators()[indicator].breaks, one.text, other.text) is not None


def _outstanding(
    indicator: str, former: Mapping[str, float], now: Mapping[str, float]
) -> tuple[set[str], int]:
    """Give the provinces whose change stands out among all, and how many could be compared.

    Of what is no count a change must stand out both as a difference and as a ratio: a poor
    province may halve its poverty, and a rate of 0.1 may double, without anybody's mistake.
    """
    codes = [code for code in now if code in former]
    old = np.array([former[code] for code in codes])
    new = np.array([now[code] for code in codes])
    level = _median(np.abs(old)) or 1.0
    # A hundredth of the usual level keeps the logarithm of nothing finite.
    ratios = np.log((new + level / 100) / (old + level / 100))
    if len(codes) < _FEW:
        found = np.abs(ratios) > _TIMES
    elif indicators()[indicator].merge == "total":
        found = _deviations(ratios, _COUNT_FLOOR, _USUAL) > _WIDE
    else:
        by_ratio = _deviations(ratios, _FLOOR, _USUAL)
        by_change = _deviations(new - old, _FLOOR * level, np.inf)
        is_large = np.abs(ratios - _median(ratios)) > _FACTOR
        found = np.minimum(by_ratio, by_change) > _WIDE
        found |= is_large & (by_change > _FACTOR)
    return set(compress(codes, found.tolist())), len(codes)


def _median(values: Values) -> float:
    """The middle value; numpy's own takes ten times as long for so few."""
    ordered = np.sort(values)
    half = len(ordered) // 2
    middle = ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
    return float(middle)


def _deviations(values: Values, floor: float, most: float) -> Values:
    """How many robust deviations each value is from the median, which counts up to ``most``."""
    middle = _median(values)
    width = max(floor, _SCALE * _median(np.abs(values - middle)))
    return np.abs(values - min(max(middle, -most), most)) / width


def check_jumps(observations: Iterable[Observation], history: History) -> Iterator[Issue]:
    """Yield a finding for every figure that stands out from the periods next to its own.

    ``history`` holds what is in use; a figure that is in use already is not asked about again.
    Places are never compared: they change because others do.
    """
    groups: dict[Series, dict[str, dict[str, Observation]]] = {}
    known = indicators().values()
    wanted = {one.id for one in known if one.unit != "place" and one.range[0] >= 0}
    for one in observations:
        if one.value is not None and one.indicator_id in wanted:
            of = groups.setdefault((one.indicator_id, one.boundary), {})
            of.setdefault(one.period, {})[one.province_code] = one
    for series, periods in groups.items():
        yield from _of_series(series[0], periods, history.get(series, {}))


def _of_series(
    indicator: str,
    new: Mapping[str, Mapping[str, Observation]],
    former: Mapping[str, Mapping[str, float]],
) -> Iterator[Issue]:
    state = {period: dict(former.get(period, {})) for period in {*new, *former}}
    for period, found in new.items():
        state[period] |= _values(found)
    ordered = sorted(map(parse, state))
    repeats = Repeats(former)
    for period, found in new.items():
        used = former.get(period, {})
        changed = {code for code, one in found.items() if used.get(code) != one.value}
        near = _beside(parse(period), ordered, indicator)
        if changed and (was := repeats.of(period, _values(found))):
            yield _repeated(min(found.values(), key=_row), was)
            continue
        if changed and (was := _other_order(period, near, state)):
            first = min(found.values(), key=_row)
            yield Issue(
                "issue.order_differs", f"{first.sheet}!{first.cell}", period, was, indicator
            )
        for code, was in _misfits(indicator, period, changed, near, state).items():
            yield _jump(found[code], f"{state[was][code]:.12g} {was}")


def _values(found: Mapping[str, Observation]) -> dict[str, float]:
    return {code: one.value for code, one in found.items() if one.value is not None}


def _repeated(first: Observation, was: str) -> Issue:
    """One finding for two periods that have changed places, whichever of them it is."""
    place, both = f"{first.sheet}!{first.cell}", " ".join(sorted((first.period, was)))
    about = first.indicator_id
    return Issue("issue.year_repeated", place, first.period, was, about, alike=both)


def _other_order(period: str, near: Sequence[str], state: Mapping[str, Mapping[str, float]]) -> str:
    """Give the period next to this one whose order of provinces has nothing in common with its
    own: names and figures may have slipped by a row. Empty where the order never says much."""
    now = [_order(state[each], state[period]) for each in near]
    is_usual = len(near) < 2 or (_order(state[near[0]], state[near[1]]) or 0) > _SAME_ORDER
    is_other = bool(now) and all(one is not None and one < _NO_ORDER for one in now)
    return near[0] if is_usual and is_other else ""


def _order(one: Mapping[str, float], other: Mapping[str, float]) -> float | None:
    """Correlate the places of provinces in two periods; ``None`` for too few of them."""
    codes = [code for code in one if code in other]
    if len(codes) < _MANY:
        return None
    first, second = (
        np.argsort(np.argsort([each[code] for code in codes])) for each in (one, other)
    )
    apart, n = (first - second).astype(np.float64), len(codes)
    return 1 - 6 * float(apart @ apart) / (n * (n * n - 1))


def _row(one: Observation) -> int:
    return int(one.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") or 0)


def _misfits(
    indicator: str,
    period: str,
    changed: set[str],
    near: Sequence[str],
    state: Mapping[str, Mapping[str, float]],
) -> dict[str, str]:
    """Give the provinces that fit none of the periods next to this one, with the nearest of them.

    A period in which few provinces have figures speaks only where no other does.
    """
    said = [
        (each, *_outstanding(indicator, state[each], state[period]))
        for each in near
        if changed & state[each].keys()
    ]
    found: dict[str, str] = {}
    for code in sorted(changed & {code for _, out, _ in said for code in out}):
        heard = [one for one in said if code in state[one[0]]]
        many = [one for one in heard if one[2] >= _FEW] or heard
        if all(code in out for _, out, _ in many):
            found[code] = many[0][0]
    return found


def _jump(one: Observation, was: str) -> Issue:
    place = f"{one.sheet}!{one.cell}"
    return Issue("issue.jump", place, f"{one.value:.12g}", was, one.indicator_id)


def with_jumps(delivery: Delivery, history: History, answers: Iterable[Answer] = ()) -> Delivery:
    """Add the questions about jumps to a delivery that was read; answered ones become notes."""
    found = list(check_jumps(delivery.observations, history))
    if not found or delivery.outcome == "refused":
        return delivery
    given = Given(answers)
    for sheet in delivery.turned:
        given.turn(sheet)
    given.settle(found)
    told = given.told(found)
    issues = (*delivery.issues, *limited(told))
    return replace(
        delivery,
        outcome=outcome(issues),
        issues=issues,
        questions=(*delivery.questions, *questions(told, given.turned)),
        answered=(*delivery.answered, *given.used),
    )
