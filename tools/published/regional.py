"""The statistics office's table: one indicator, years across, regions between the provinces."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from data.reference import province, region_of_row
from indicators.model import Status
from tools.published.layouts import MISSING, number_format, source_line
from tools.published.sheet import Cell, Sheet
from tools.published.tables import Figure, figures

Totals = Mapping[str, Mapping[str, float]]
"""Printed values of the country and of regions, by row name, then period."""

# Names that the statistics office prints with two spaces.
_DOUBLED = frozenset(("19", "49", "51", "56", "58", "74", "91"))


def statistics_sheet(
    name: str,
    titles: Sequence[str],
    unit: str,
    found: list[Figure],
    *,
    totals: Totals | None = None,
    notes: Sequence[str] = (),
) -> Sheet:
    """Lay one indicator out. A region without a printed value is a heading only."""
    years = sorted({one.period for one in found})
    prelim = {one.period for one in found if one.status == Status.P}
    rows = list(_rows(found, totals or {}, years))
    return Sheet(
        name=name,
        titles=titles,
        unit=unit,
        header=[["", *(f"Sơ bộ {year}" if year in prelim else year for year in years)]],
        body=[cells for _, cells in rows],
        bold=frozenset(number for number, (is_bold, _) in enumerate(rows) if is_bold),
        widths=(38, *[13] * len(years)),
        formats=("@", *[number_format(found[0].indicator_id)] * len(years)),
        footer=(source_line(found), *notes),
    )


@cache
def printed_order() -> tuple[str, ...]:
    """Codes in the order of the statistics office: by region, as in its table of population."""
    return tuple(dict.fromkeys(one.province_code for one in figures("population")))


def _rows(
    found: list[Figure], totals: Totals, years: Sequence[str]
) -> Iterator[tuple[bool, list[Cell]]]:
    """Yield the rows, each with whether it is a total or a region."""
    boundary = found[0].boundary
    values = {(one.province_code, one.period): one.value for one in found}
    yield from ((True, [row, *_printed_values(totals, row, years)]) for row in _country(totals))
    region = ""
    for code in sorted({one.province_code for one in found}, key=printed_order().index):
        here = province(code, boundary).region
        if here.id != region:
            region, row = here.id, _region_row(totals, here.id) or here.name.vi
            yield True, [row, *_printed_values(totals, row, years)]
        yield False, [_name(code, boundary), *(values.get((code, y), MISSING) for y in years)]


def _country(totals: Totals) -> list[str]:
    return [row for row in totals if region_of_row(row) is None]


def _region_row(totals: Totals, region_id: str) -> str | None:
    named = ((row, region_of_row(row)) for row in totals)
    return next((row for row, region in named if region and region.id == region_id), None)


def _printed_values(totals: Totals, row: str, years: Sequence[str]) -> list[Cell]:
    return [totals.get(row, {}).get(year) for year in years]


def _name(code: str, boundary: str) -> str:
    name = province(code, boundary).name.vi
    if name == "Hồ Chí Minh":
        return f"TP. {name}"
    return name.replace(" ", "  ", 1) if code in _DOUBLED else name
