"""What is loaded, and what a reader would expect but is not there."""

from dataclasses import dataclass
from datetime import date

from data.catalogue import dataflows, indicators, published_on
from data.service.figures import Figures
from indicators.period import Period, parse


@dataclass(frozen=True, slots=True)
class Loaded:
    """One dataflow in a release.

    ``newest`` is its newest period with any figure, ``None`` when nothing is loaded, and
    ``newest_count`` how many provinces have one then: one province's figure is not a year's;
    ``published_on`` the day that period came out, when the catalogue knows it. ``missing`` are the
    years that have ended since the newest year and have no figure, oldest first: they are not in
    the figures loaded, which does not mean that nobody published them.
    """

    dataflow: str
    newest: str | None
    newest_count: int
    published_on: str | None
    periods: tuple[str, ...]
    missing: tuple[str, ...]


def availability(figures: Figures, today: date) -> tuple[Loaded, ...]:
    """Say for every dataflow of the catalogue what is loaded at ``today``."""
    return tuple(loaded(figures, flow, today) for flow in dataflows())


def loaded(figures: Figures, flow: str, today: date) -> Loaded:
    """Say what is loaded of one dataflow, on any list of provinces."""
    names = {name for name, about in indicators().items() if about.dataflow == flow}
    found = {period for name, period, _ in figures.covered if name in names}
    periods = sorted(map(parse, found))
    newest = periods[-1].text if periods else None
    return Loaded(
        dataflow=flow,
        newest=newest,
        newest_count=provinces_with(figures, names, newest) if newest else 0,
        published_on=published_on(flow, newest) if newest else None,
        periods=tuple(period.text for period in periods),
        missing=missing_years(periods, today),
    )


def provinces_with(figures: Figures, names: set[str], period: str) -> int:
    """Count the provinces that have a figure published for a period, on the fuller list."""
    known: dict[str, set[str]] = {}
    for name, covered, boundary in figures.covered:
        if name in names and covered == period:
            table = figures.table(name, period, boundary)
            codes = {code for code, cell in table.items() if cell.value is not None}
            known.setdefault(boundary, set()).update(codes)
    return max((len(codes) for codes in known.values()), default=0)


def missing_years(periods: list[Period], today: date) -> tuple[str, ...]:
    """Give the years after the newest one loaded that are over at ``today``."""
    if not periods:
        return ()
    return tuple(str(year) for year in range(periods[-1].year + 1, today.year))
