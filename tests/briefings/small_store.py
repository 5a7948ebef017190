"""A store small enough to read: one index of the old list, with every mark that a figure can have.

On the list of 34 the three provinces of the south-east are merged ones: Đồng Nai is converted, of
figures that are official, Tây Ninh of provisional ones, and a part of TP. Hồ Chí Minh is invented.
"""

from pathlib import Path

from data import catalogue, reference
from data.service.figures import Figures
from data.store import SourceFile, Store
from indicators.model import Observation, Status

GROUP, BOUNDARY, PERIOD, PROVINCE = "southeast", "34", "2024", "75"
INDICATOR = "dti_total"
PROVISIONAL = {"72", "80"}  # Tây Ninh, Long An
INVENTED = {"74"}  # Bình Dương


def observations(sheet: str = "Bảng") -> list[Observation]:
    """Give two years of the index for all 63; only the newer one has marks."""
    return [
        _one(code, period, 0.5 + number / 200 + (0.01 if period == PERIOD else 0), sheet)
        for period in ("2023", PERIOD)
        for number, code in enumerate(reference.provinces("63"))
    ]


def _one(code: str, period: str, value: float, sheet: str) -> Observation:
    status = Status.A
    if period == PERIOD and code in PROVISIONAL | INVENTED:
        status = Status.P if code in PROVISIONAL else Status.X
    unit = catalogue.indicator(INDICATOR).unit
    where = ("s03", sheet, f"C{code}")
    return Observation(code, "63", INDICATOR, period, value, unit, status, *where)


def filled(path: Path, *, name: str = "book.xlsx", sheet: str = "Bảng") -> Figures:
    """Fill a new store and give the figures of its first release; close ``.store`` after use.

    ``name`` and ``sheet`` are those of the delivery: words that whoever sends a file chooses.
    """
    store = Store(f"sqlite:///{path}")
    store.migrate()
    book = SourceFile(name, b"typed")
    return Figures(store, store.publish(observations(sheet), file=book, by="test", base=None))
