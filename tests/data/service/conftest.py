"""Figures typed in a test, and the published ones."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from data.service.figures import Figures
from data.store import SourceFile, Store
from indicators.model import Observation, Status

Typed = dict[tuple[str, str, str], dict[str, float | None]]
MakeFigures = Callable[..., Figures]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(f"sqlite:///{tmp_path / 'dti.sqlite3'}")
    opened.migrate()
    yield opened
    opened.close()


@pytest.fixture
def figures_of(store: Store) -> MakeFigures:
    """Make figures of ``{(indicator, period, boundary): {province code: value}}``."""

    def make(typed: Typed, *, status: Status = Status.A) -> Figures:
        found = [
            observation(indicator, period, boundary, code, value, status)
            for (indicator, period, boundary), values in typed.items()
            for code, value in values.items()
        ]
        book = SourceFile("book.xlsx", repr(typed).encode())
        release = store.publish(found, file=book, by="test", base=store.current())
        return Figures(store, release)

    return make


def observation(
    indicator: str, period: str, boundary: str, code: str, value: float | None, status: Status
) -> Observation:
    known = Status.M if value is None else status
    return Observation(
        code, boundary, indicator, period, value, "u", known, "s01", "Bảng", f"C{code}"
    )
