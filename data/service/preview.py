"""What would change, figure by figure, and whole lists of figures beside those of the year before.

A damaged .xls has no checksum: a person must be able to see that a total or an extreme is not what
it was.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from math import fsum
from statistics import median
from typing import NamedTuple

from data.catalogue import indicators
from data.service.figures import Figures
from data.service.preview_model import Differences, Extent, Kind, Line, Summary
from data.service.since import months
from data.store import Change, Changes, Figure, Key, Release, Store, figure_of, key_of
from indicators.model import Observation
from indicators.period import parse

__all__ = ["Differences", "Extent", "Line", "Summary", "between", "differences"]

State = Mapping[Key, Figure]


class Group(NamedTuple):
    """One table of figures: an indicator in one period on one list of provinces."""

    indicator_id: str
    period: str
    boundary: str


def differences(
    store: Store, observations: Sequence[Observation], changes: Changes, base: Release | None
) -> Differences:
    """Say what these observations would change at ``base``; every key stands in them once.

    ``changes`` is what ``store.compare`` found for them.
    """
    by_key = {change.key: change for change in changes.items}
    lines = tuple(_line_of(found, by_key.get(key_of(found))) for found in observations)
    before = store.in_use([key_of(found) for found in observations], base)
    after = {**before, **{key_of(found): figure_of(found) for found in observations}}
    former = _Former(_figures(store, base) if base else None, after)
    return Differences(lines, _summaries(lines, before, after, former), changes.unchanged)


def between(store: Store, earlier: Release | None, later: Release | None) -> Differences:
    """Say what leads from one release to another; either may be the newer, ``None`` the empty."""
    changes = store.between(_number(earlier), _number(later))
    keys = [change.key for change in changes.items]
    before, after = store.in_use(keys, earlier), store.in_use(keys, later)
    lines = tuple(_line(change) for change in changes.items)
    former = _Former(_figures(store, later) if later else None, after)
    return Differences(lines, _summaries(lines, before, after, former), changes.unchanged)


def _number(release: Release | None) -> int:
    return release.id if release else 0


def _line_of(found: Observation, change: Change | None) -> Line:
    place = f"{found.sheet}!{found.cell}"
    if change is None:
        same = figure_of(found)
        return _made("unchanged", key_of(found), same, same, place)
    return _made(change.kind, change.key, change.before, change.after, place)


def _line(change: Change) -> Line:
    return _made(change.kind, change.key, change.before, change.after, "")


def _made(kind: Kind, key: Key, old: Figure | None, new: Figure, place: str) -> Line:
    was, status = (old.value, old.status) if old else (None, "")
    is_gone = not new.unit and not new.source_id
    return Line(kind, *key, was, status, new.value, "" if is_gone else new.status, place)


def _summaries(
    lines: Iterable[Line], before: State, after: State, former: "_Former"
) -> tuple[Summary, ...]:
    counts: dict[Group, dict[str, int]] = {}
    for line in lines:
        group = Group(line.indicator_id, line.period, line.boundary)
        kinds = counts.setdefault(group, {"added": 0, "changed": 0, "removed": 0, "unchanged": 0})
        kinds[line.kind] += 1
    was, becomes = _by_group(before), _by_group(after)
    return tuple(
        _summary(group, kinds, was.get(group, {}), becomes.get(group, {}), former)
        for group, kinds in counts.items()
    )


def _summary(
    group: Group,
    kinds: Mapping[str, int],
    before: Mapping[str, float],
    after: Mapping[str, float],
    former: "_Former",
) -> Summary:
    period, values, converted = former.of(group)
    return Summary(
        *group,
        how="total" if indicators()[group.indicator_id].merge == "total" else "mean",
        after=extent(after),
        before=extent(before),
        year_before=extent(values),
        former_period=period,
        converted=converted,
        added=kinds["added"],
        changed=kinds["changed"],
        removed=kinds["removed"],
    )


def extent(values: Mapping[str, float]) -> Extent | None:
    """Describe the values of provinces; ``None`` when there is none."""
    if not values:
        return None
    known = list(values.values())
    total, low, high = fsum(known), min(known), max(known)
    return Extent(
        n=len(known),
        total=total,
        mean=total / len(known),
        median=median(known),
        minimum=low,
        minimum_at=tuple(sorted(code for code, value in values.items() if value == low)),
        maximum=high,
        maximum_at=tuple(sorted(code for code, value in values.items() if value == high)),
    )


def _by_group(state: State) -> dict[Group, dict[str, float]]:
    """Sort the values that are there by table; missing ones stay away."""
    found: dict[Group, dict[str, float]] = {}
    for key, figure in state.items():
        values = found.setdefault(Group(key.indicator_id, key.period, key.boundary), {})
        if figure.value is not None:
            values[key.province_code] = figure.value
    return found


@lru_cache(maxsize=2)
def _figures(store: Store, release: Release) -> Figures:
    """Give the figures of a release; two files on one base read them once."""
    return Figures(store, release)


class _Former:
    """The figures of the year before, as readers see them; those of the same file come first."""

    def __init__(self, figures: Figures | None, after: State) -> None:
        self.figures = figures
        self.after = _by_group(after)

    def of(self, group: Group) -> tuple[str | None, Mapping[str, float], bool]:
        """Give the period, the values by province, and whether some of them are converted."""
        period = year_before(group.period, self._periods(group))
        if period is None:
            return None, {}, False
        values, converted = self._published(group._replace(period=period))
        own = self.after.get(group._replace(period=period), {})
        return period, {**values, **own}, converted and not values.keys() <= own.keys()

    def _periods(self, group: Group) -> Iterator[str]:
        for other, values in self.after.items():
            if values and other._replace(period=group.period) == group:
                yield other.period
        if self.figures:
            yield from self.figures.periods(group.indicator_id, group.boundary)

    def _published(self, group: Group) -> tuple[dict[str, float], bool]:
        if self.figures is None:
            return {}, False
        cells = self.figures.table(*group).items()
        known = {code: cell.value for code, cell in cells if cell.value is not None}
        return known, any(cell.rule for _, cell in cells)


def year_before(period: str, periods: Iterable[str]) -> str | None:
    """Choose the period to compare with: the same of the year before, else the newest before it.

    Of the same kind and length always; none of the same year, which would be compared with a year.
    """
    now = parse(period)
    fitting = [
        each
        for each in map(parse, set(periods))
        if each.year < now.year and each.kind == now.kind and months(each) == months(now)
    ]
    text = period.replace(str(now.year), str(now.year - 1))
    same = [each for each in fitting if each.text == text]
    return max(same or fitting).text if fitting else None
