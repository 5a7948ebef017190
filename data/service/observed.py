"""Figures as they were published, from the store's rows to tables by period."""

from typing import Any

import pandas as pd

from data.service.tables import Cell, Origin, Tables


def observed(rows: pd.DataFrame) -> Tables:
    """Make a table for each period of one indicator on one list; rows as ``Store.observations``."""
    by_period: dict[str, dict[str, Cell]] = {}
    for found in rows.to_dict("records"):
        by_period.setdefault(found["period"], {})[found["province_code"]] = cell_of(found)
    return by_period


def cell_of(found: dict[Any, Any]) -> Cell:
    """Make a cell of one stored row."""
    origin = Origin(
        found["indicator_id"],
        found["boundary"],
        found["province_code"],
        found["source_id"],
        found["file"],
        found["file_sha256"],
        found["sheet"],
        found["cell"],
    )
    value = None if pd.isna(found["value"]) else float(found["value"])
    return Cell(value, found["status"], origins=(origin,))
