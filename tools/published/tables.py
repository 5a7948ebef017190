"""Typed tables: the published figures, each with its status and source. Facts only, no layout.

``tables/*.csv`` are cleaned copies of the collected figures: units of the catalogue, notes in
Vietnamese, two sources of one figure in one row. What was left out, and why, is in
``left_out.csv``. Status Q is a figure quoted from the press or a place as printed.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from data.reference import is_total, region_of_row
from indicators.model import Status

FOLDER = Path(__file__).with_name("tables")


@dataclass(frozen=True, slots=True)
class Figure:
    """One published value, in the indicator's unit."""

    province_code: str
    boundary: str
    indicator_id: str
    period: str
    value: float
    status: Status
    source_id: str
    note: str

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What the value is of."""
        return self.province_code, self.boundary, self.indicator_id, self.period


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A printed or inferred value that is not published here, with the reason in Vietnamese."""

    province_code: str
    boundary: str
    indicator_id: str
    period: str
    value: str
    source_id: str
    reason: str


def figures(*names: str) -> list[Figure]:
    """Read typed tables by name, in the order of their rows."""
    return [
        Figure(
            row["province_code"],
            row["boundary"],
            row["indicator_id"],
            row["period"],
            float(row["value"]),
            Status(row["status"]),
            row["source_id"],
            row["note"],
        )
        for name in names
        for row in _rows(name)
    ]


def totals(indicator_id: str, period: str) -> dict[str, float]:
    """Printed values of the country and the regions, by row name as printed."""
    rows = (
        r for r in _rows("totals") if (r["indicator_id"], r["period"]) == (indicator_id, period)
    )
    found = {row["row"]: float(row["value"]) for row in rows}
    if strange := [name for name in found if not (is_total(name) or region_of_row(name))]:
        raise ValueError(f"totals.csv: {strange} are neither totals nor regions.")
    return found


def left_out(indicators: set[str]) -> list[LeftOut]:
    """What is not published of some indicators."""
    return [LeftOut(**row) for row in _rows("left_out") if row["indicator_id"] in indicators]


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
