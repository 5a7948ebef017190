"""The figures in use next to those of a delivery: what its changes are measured by."""

from collections.abc import Iterable

from data.ingest.jumps import History, former_periods
from data.ingest.repeated import periods_around
from data.store import Key, Release, Store
from indicators.model import Observation


def former_values(
    store: Store, observations: Iterable[Observation], base: Release | None
) -> History:
    """Give the values of the periods around those of a delivery, and of its own, at ``base``."""
    found: dict[tuple[str, str], dict[str, dict[str, float]]] = {}
    if base is None:
        return found
    for key, figure in store.in_use(_wanted(store, observations, base), base).items():
        if figure.value is not None:
            periods = found.setdefault((key.indicator_id, key.boundary), {})
            periods.setdefault(key.period, {})[key.province_code] = figure.value
    return found


def _wanted(store: Store, observations: Iterable[Observation], base: Release) -> set[Key]:
    """Name the tables to look at: the delivery's own and those of the periods around them."""
    known: dict[tuple[str, str], set[str]] = {}
    for indicator, period, boundary in store.covered(base):
        known.setdefault((indicator, boundary), set()).add(period)
    asked = {(one.indicator_id, one.boundary, one.period) for one in observations}
    return {
        Key(indicator, each, boundary, "")
        for indicator, boundary, period in asked
        for every in [known.get((indicator, boundary), ())]
        for near in [former_periods(period, every, indicator)]
        for each in (period, *near, *periods_around(period, every))
    }
