"""The read side of one release: any indicator on any list of provinces, each figure with its rule.

What stands for a province, best first: the figure published for it on that list; the figures of
its predecessors, merged by the indicator's rule; what the catalogue says can be computed.
"""

from functools import cached_property
from threading import RLock

import pandas as pd

from data.catalogue import indicator as catalogue_entry
from data.catalogue import indicators as catalogue
from data.reference import boundaries, parts, provinces
from data.service import derive, merge
from data.service.observed import observed
from data.service.tables import Table, Tables, first_known, frame, has_values
from data.store import Release, Store
from indicators.period import parse


class Figures:
    """Figures of one immutable release.

    Threads may share it: whole indicators are read once and kept. Nothing here changes when
    somebody publishes; make new ``Figures`` then.
    """

    def __init__(self, store: Store, release: Release) -> None:
        self.store = store
        self.release = release
        self._lock = RLock()
        self._kept: dict[tuple[str, str], Tables] = {}

    def values(self, indicator: str, period: str, boundary: str) -> pd.DataFrame:
        """Give one table as a frame: a row for every province of the list, by code.

        Columns as in ``tables.COLUMNS``; ``value`` is NaN and ``status`` M where nothing is known.
        Without any figure for the period the frame has no rows. ``UnknownIndicator`` and
        ``UnknownName`` (list) tell which exist.
        """
        return frame(self.table(indicator, period, boundary))

    def table(self, indicator: str, period: str, boundary: str) -> Table:
        """Give the same as cells by province code; empty without any figure for the period."""
        return self._tables(indicator, boundary).get(period, {})

    def merged(self, indicator: str, period: str, boundary: str) -> Table:
        """Give the figures of a list as computed from the list before it, whatever was published.

        Empty when there is no list before, or the indicator has no merge rule.
        """
        return self._from_predecessors(indicator, boundary).get(period, {})

    def periods(self, indicator: str, boundary: str) -> tuple[str, ...]:
        """Give the periods in which any province of the list has a value, oldest first."""
        return tuple(self._tables(indicator, boundary))

    def indicators(self, boundary: str) -> tuple[str, ...]:
        """Give the indicators that have any value on the list, in the catalogue's order."""
        return tuple(name for name in catalogue() if self.periods(name, boundary))

    @cached_property
    def covered(self) -> frozenset[tuple[str, str, str]]:
        """Which (indicator, period, list) were ever published, from a table that stays small."""
        return frozenset(self.store.covered(self.release))

    def _tables(self, indicator: str, boundary: str) -> Tables:
        key = (indicator, boundary)
        if key not in self._kept:
            with self._lock:
                if key not in self._kept:
                    self._kept[key] = self._read(indicator, boundary)
        return self._kept[key]

    def _read(self, indicator: str, boundary: str) -> Tables:
        codes = provinces(boundary)  # an unknown name is refused before anything is read
        catalogue_entry(indicator)
        layers = [
            self._observed(indicator, boundary),
            self._from_predecessors(indicator, boundary),
            self._derived(indicator, boundary),
        ]
        periods = sorted({period for layer in layers for period in layer}, key=parse)
        found = {
            period: first_known((layer.get(period, {}) for layer in layers), codes)
            for period in periods
        }
        return {period: table for period, table in found.items() if has_values(table)}

    def _observed(self, indicator: str, boundary: str) -> Tables:
        if (indicator, boundary) not in {(name, on) for name, _, on in self.covered}:
            return {}
        return observed(
            self.store.observations(self.release, indicator_ids=[indicator], boundary=boundary)
        )

    def _from_predecessors(self, indicator: str, boundary: str) -> Tables:
        about = catalogue_entry(indicator)
        former = predecessor(boundary)
        if former is None or about.merge in ("none", "recompute"):
            return {}
        found = self._tables(indicator, former)
        if about.merge_weight is None:
            return merge.all_merged(found, parts(former, boundary), about.merge)
        heavy = self._tables(about.merge_weight, former)
        return merge.all_weighted(found, parts(former, boundary), heavy, about.merge_weight)

    def _derived(self, indicator: str, boundary: str) -> Tables:
        how = catalogue_entry(indicator).derived
        return derive.derived(how, lambda name: self._tables(name, boundary)) if how else {}


def predecessor(boundary: str) -> str | None:
    """Give the list in force before another; ``None`` for the oldest."""
    ids = [one.id for one in boundaries()]
    place = ids.index(boundary)
    return ids[place - 1] if place else None
