"""A store with millions of figures: what a page reads, what a release costs, what a row takes.

``python -m benchmarks.store_scale [rows]`` (default 1,000,000; 10,000,000 takes some minutes).

Everything is measured in one run on one file; the ratios are to a count of all rows, the plainest
thing that must look at the whole table.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import islice, product
from pathlib import Path
from typing import Any

from sqlalchemy import func, insert, select

from benchmarks.report import report
from data.reference import provinces
from data.service.deliveries import check
from data.store import SourceFile, Store, schema
from indicators.model import Observation, Status

YEARS = range(1900, 2500)  # invented: the point is their number
BATCH = 20_000
TWICE = "Tỉnh,DTI\nHà Giang,0.9\nHà Giang,0.8\nCao Bằng,0.7\n".encode()


def main(rows: int) -> None:
    """Fill, measure, print."""
    with tempfile.TemporaryDirectory(prefix="dti-scale-") as folder:
        file = Path(folder) / "dti.sqlite3"
        store = Store(f"sqlite:///{file}")
        store.migrate()
        filled, seconds = timed(lambda: fill(store, rows))
        whole = median(lambda: count(store))
        report(
            ("what", "measured", "of a full count"),
            (f"fill with {filled:,} rows", f"{seconds:.1f} s", ""),
            ("size", f"{file.stat().st_size / filled:.1f} bytes a row", ""),
            ("count all rows", f"{whole * 1000:.1f} ms", "1"),
            line("read one indicator and period", median(lambda: one_period(store)), whole),
            line("read one indicator, all periods", median(lambda: one_indicator(store), 1), whole),
            line("menu: what is covered", median(lambda: covered(store), 3), whole),
            line("release of 63 changes", median(lambda: small_release(store), 3), whole),
            line("check of a file with a duplicate", median(lambda: duplicate(store), 3), whole),
        )
        store.close()


def line(name: str, seconds: float, whole: float) -> tuple[str, str, str]:
    """Write one measurement with its ratio."""
    return name, f"{seconds * 1000:.1f} ms", f"{seconds / whole:.4f}"


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    """Run once and give the seconds too."""
    begin = time.perf_counter()
    return work(), time.perf_counter() - begin


def median(work: Callable[[], object], times: int = 5) -> float:
    """Give the median seconds of some runs."""
    return statistics.median(timed(work)[1] for _ in range(times))


def fill(store: Store, rows: int) -> int:
    """Write one release with that many figures, past ``publish``: it would hold them in memory."""
    with store.engine.begin() as connection:
        at = datetime(2026, 1, 1, tzinfo=UTC)
        whole = {"sha256": "0" * 64, "name": "all.xlsx", "size": 1, "content": b"0"}
        connection.execute(insert(schema.file), whole)
        first = {
            "id": 1,
            "created_at": at,
            "published_by": "benchmark",
            "note": "",
            "kind": "shipped",
        }
        connection.execute(insert(schema.release), {**first, "accepted": []})
        origin = {
            "id": 1,
            "file_sha256": "0" * 64,
            "sheet": "B",
            "source_id": "s01",
            "unit": "index",
        }
        connection.execute(insert(schema.origin), origin)
        slices: dict[tuple[str, str], int] = {}
        wanted = islice(figures(), rows)
        while some := list(islice(wanted, BATCH)):
            connection.execute(insert(schema.observation), some)
            for row in some:
                key = (row["indicator_id"], row["period"])
                slices[key] = slices.get(key, 0) + 1
        connection.execute(
            insert(schema.coverage), [covering(*key, n) for key, n in slices.items()]
        )
    return sum(slices.values())


def figures() -> Iterator[dict[str, Any]]:
    """Yield rows in the order of the key, as a store that grew over years has them on disk."""
    codes = sorted(provinces("63"))
    for indicator, year, code in product(range(1000), YEARS, codes):
        yield {
            "indicator_id": f"indicator_{indicator:03}",
            "period": str(year),
            "boundary": "63",
            "province_code": code,
            "release_id": 1,
            "value": (indicator * 7 + year * 3 + int(code)) % 1000 / 1000,
            "status": "A",
            "origin_id": 1,
            "cell": f"C{int(code) + 4}",
        }


def covering(indicator: str, period: str, written: int) -> dict[str, Any]:
    """Give a row of ``coverage``."""
    about = {"release_id": 1, "indicator_id": indicator, "period": period}
    return {**about, "boundary": "63", "written": written}


def count(store: Store) -> int:
    """Look at every row; the sum keeps the database from counting an index only."""
    with store.engine.connect() as connection:
        asked = select(func.count(), func.sum(schema.observation.c.value))
        return int(connection.execute(asked.select_from(schema.observation)).one()[0])


def one_period(store: Store) -> None:
    """Read what a map shows."""
    current = newest(store)
    found = store.observations(current, indicator_ids=["indicator_001"], periods=["2024"])
    assert len(found) == 63


def one_indicator(store: Store) -> None:
    """Read what the first reader of an indicator waits for: here 600 periods."""
    found = store.observations(newest(store), indicator_ids=["indicator_001"], boundary="63")
    assert len(found) == 63 * len(YEARS)


def covered(store: Store) -> None:
    """Read which indicators and periods exist."""
    assert store.covered(newest(store))


def small_release(store: Store) -> None:
    """Publish new values for one indicator and period; each time others."""
    base = newest(store)
    found = [
        Observation(
            code,
            "63",
            "indicator_002",
            "2023",
            base.id + place / 100,
            "index",
            Status.A,
            "s01",
            "B",
            "C5",
        )
        for place, code in enumerate(sorted(provinces("63")))
    ]
    book = SourceFile(f"{base.id}.xlsx", str(base.id).encode())
    assert store.publish(found, file=book, by="benchmark", base=base).written == 63


def duplicate(store: Store) -> None:
    """Check a file that gives two figures for one province: a question, and quickly said."""
    found = check(store, TWICE, "two.csv", flow="dti", period="2023", boundary="63")
    assert found.delivery.outcome == "review"


def newest(store: Store) -> Any:
    """Give the current release."""
    return store.current()


if __name__ == "__main__":
    main(int(sys.argv[1].replace(",", "").replace("_", "")) if sys.argv[1:] else 1_000_000)
