"""Figures of a release, small enough to compute in the head: no store is opened."""

from collections.abc import Mapping
from types import SimpleNamespace

import pandas as pd
import pytest

from data.reference import provinces
from data.service.tables import MISSING, Cell, frame

YEARS = ("2022", "2023", "2024")


class FakeFigures:
    """The read side of a release, as ``data.service.figures.Figures`` has it.

    ``dti_total`` of the province at place p by code is 0,9000 - 0,0050 p, and 0,0100 more each
    year; values in ``gaps`` are missing.
    """

    release = SimpleNamespace(id=12)

    def __init__(self, gaps: Mapping[str, tuple[str, ...]], status: str = "A") -> None:
        self.gaps = gaps
        self.status = status

    def indicators(self, boundary: str) -> tuple[str, ...]:
        return ("dti_total",)

    def periods(self, indicator: str, boundary: str) -> tuple[str, ...]:
        return YEARS

    def values(self, indicator: str, period: str, boundary: str) -> pd.DataFrame:
        return frame(self.table(indicator, period, boundary))

    def table(self, indicator: str, period: str, boundary: str) -> dict[str, Cell]:
        better = 0.01 * YEARS.index(period)
        gaps = self.gaps.get(period, ())
        return {
            code: MISSING if code in gaps else Cell(0.9 - 0.005 * place + better, self.status)
            for place, code in enumerate(provinces(boundary))
        }


@pytest.fixture(scope="session")
def figures() -> FakeFigures:
    """Complete in 2023 and 2024; Hà Giang is missing in 2022."""
    return FakeFigures({"2022": ("02",)})
