"""One table of figures: an indicator in one period on one list, a cell for each province.

Every step of the read side (observed, merged, derived) takes and gives tables of this shape, so
that a figure never loses its status, its rule and the cells it came from.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from indicators.model import Status

COLUMNS = (
    "value",
    "status",
    "rule",
    "weights",
    "basis",
    "source_id",
    "sheet",
    "cell",
    "file",
    "file_sha256",
    "origins",
)


@dataclass(frozen=True, slots=True)
class Origin:
    """The cell that a figure was read from; a converted figure has several."""

    indicator_id: str
    boundary: str
    province_code: str
    source_id: str
    file: str
    file_sha256: str
    sheet: str
    cell: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure. ``value`` is ``None`` when missing.

    ``rule`` is empty for a figure as it was published, else the name of what we did:
    ``plain_mean, total, weighted_mean`` (merging provinces), ``pillar``, ``per_1000``.
    ``weights`` names the weights of a weighted mean: ``population/2023``. ``basis`` has the
    statuses of the parts that a reader should know of: provisional, estimated, quoted ("PQ").
    """

    value: float | None
    status: str
    rule: str = ""
    weights: str = ""
    basis: str = ""
    origins: tuple[Origin, ...] = ()


Table = Mapping[str, Cell]
"""Cells by province code."""
Tables = Mapping[str, Table]
"""Tables of one indicator on one list, by period."""

NOISE = 12
WORTH_SAYING = {Status.P.value, Status.E.value, Status.Q.value}
MISSING = Cell(None, Status.M.value)


def values(table: Table) -> "pd.Series[float]":
    """Give the values by province code; NaN stands for a missing one."""
    known = [float("nan") if cell.value is None else cell.value for cell in table.values()]
    codes = pd.Index(list(table), name="province_code", dtype="str")
    return pd.Series(known, index=codes, dtype="float64")


def frame(table: Table) -> pd.DataFrame:
    """Give a table as a frame with ``COLUMNS``; NaN stands for a missing value.

    ``source_id`` names all sources, with a space between; ``sheet, cell, file, file_sha256`` are
    empty unless the figure has one origin (``origins`` always has all).
    """
    codes = pd.Index(list(table), name="province_code", dtype="str")
    rows = [fields(cell) for cell in table.values()]
    return pd.DataFrame(rows, index=codes, columns=list(COLUMNS)).astype({"value": "float64"})


def fields(cell: Cell) -> tuple[object, ...]:
    """Give the fields of a cell in the order of ``COLUMNS``."""
    sources = " ".join(sorted({origin.source_id for origin in cell.origins}))
    only = cell.origins[0] if len(cell.origins) == 1 else None
    place = (only.sheet, only.cell, only.file, only.file_sha256) if only else ("",) * 4
    made = (cell.rule, cell.weights, cell.basis)
    return (cell.value, cell.status, *made, sources, *place, cell.origins)


def first_known(layers: Iterable[Table], codes: Iterable[str]) -> Table:
    """Give a cell to every province of a list, in its order: the first that has a value.

    Where none has one, the first that says that it is missing; else it is missing all the same.
    """
    layers = list(layers)
    found = {}
    for code in codes:
        cells = [layer[code] for layer in layers if code in layer]
        known = (cell for cell in cells if cell.value is not None)
        found[code] = next(known, cells[0] if cells else MISSING)
    return found


def has_values(table: Table) -> bool:
    """Tell whether any province has a value."""
    return any(cell.value is not None for cell in table.values())


def converted(value: float, parts: Sequence[Cell], *, rule: str, weights: str = "") -> Cell:
    """Make the cell of a figure that we computed from parts; NaN makes it missing.

    It has the cells of all parts. Illustrative parts make an illustrative figure. The noise of
    binary fractions (0.6861999999999999) is cut off far behind the last digit of any source.
    """
    origins = tuple(dict.fromkeys(origin for cell in parts for origin in cell.origins))
    if pd.isna(value):
        return Cell(None, Status.M.value, rule, weights, origins=origins)
    basis = {mark for cell in parts for mark in (cell.status, *cell.basis) if mark in WORTH_SAYING}
    invented = any(cell.status == Status.X.value for cell in parts)
    status = Status.X if invented else Status.D
    known = round(float(value), NOISE)
    return Cell(known, status.value, rule, weights, "".join(sorted(basis)), origins)
