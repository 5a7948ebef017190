"""Reading deliveries: a long table of 10,017 rows and 30 columns, and the usual one of 63 rows.

The long one is read with all checks. Targets: at most half the time of a bare
``pandas.read_excel(engine="openpyxl")`` of the same file, and at most 2.5 times a bare calamine
read in a child process, which gives its cells back as JSON: a reader that keeps them to itself
would be of no use. The rounds of all three alternate; medians are compared. A workbook of 63 rows
is read many times: 95 of 100 within 2 seconds.

Run from the project's folder: ``python -m benchmarks.upload [--rounds 5] [--small 40]``.
"""

import argparse
import io
import json
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

import pandas
import xlsxwriter

from benchmarks.report import report
from data.catalogue import Indicator, indicators, units, weights
from data.ingest import Delivery, read_delivery
from data.reference import provinces

ROWS, COLUMNS = 159 * 63, 30  # all provinces in each of 159 months
HALF_OF_OPENPYXL, TIMES_CALAMINE, SMALL_SECONDS = 0.5, 2.5, 2.0

_BARE_CALAMINE = """
import io, json, sys
from python_calamine import CalamineWorkbook
book = CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read()))
json.dump([book.get_sheet_by_name(name).to_python() for name in book.sheet_names], sys.stdout)
"""


def main() -> None:
    """Time all ways in turns and print one table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--small", type=int, default=40)
    chosen = options.parse_args()
    times = measured(workbook(ROWS, COLUMNS), chosen.rounds)
    ours = statistics.median(times["ours"])
    rows = [
        row(name, ours, statistics.median(times[way]), target)
        for name, way, target in (
            ("10,017 x 30 : pandas with openpyxl", "openpyxl", HALF_OF_OPENPYXL),
            ("10,017 x 30 : calamine in a child", "calamine", TIMES_CALAMINE),
        )
    ]
    p95 = slowest_of_twenty(workbook(63, COLUMNS), chosen.small)
    rows.append(row("63 x 30, p95 : 2 seconds", p95, SMALL_SECONDS, 1.0))
    report(("measure", "ours, s", "other, s", "ratio", "target"), *rows)


def row(name: str, ours: float, other: float, target: float) -> tuple[str, ...]:
    """One line of the table: our seconds against another way's."""
    return name, f"{ours:.2f}", f"{other:.2f}", f"{ours / other:.2f}", f"{target}"


def measured(content: bytes, rounds: int) -> dict[str, list[float]]:
    """Give the seconds of each way; the first round only warms up."""
    ways: dict[str, Callable[[bytes], object]] = {
        "ours": ours,
        "openpyxl": with_openpyxl,
        "calamine": with_calamine,
    }
    times: dict[str, list[float]] = {name: [] for name in ways}
    for number in range(rounds + 1):
        for name, read in ways.items():
            seconds = timed(read, content)
            if number:
                times[name].append(seconds)
    return times


def timed(read: Callable[[bytes], object], content: bytes) -> float:
    """Seconds until what was read is there; throwing it away is not counted, for none of them."""
    start = time.perf_counter()
    found = read(content)
    seconds = time.perf_counter() - start
    del found
    return seconds


def ours(content: bytes) -> Delivery:
    """Read as an upload is read, with every check; each figure must be there."""
    delivery = read_delivery(content, "so-lieu.xlsx")
    assert delivery.outcome == "loads", delivery.issues[:3]
    assert len(delivery.observations) % (63 * (COLUMNS - 3)) == 0
    return delivery


def with_openpyxl(content: bytes) -> pandas.DataFrame:
    """Read the first sheet as pandas does."""
    frame = pandas.read_excel(io.BytesIO(content), engine="openpyxl")
    assert len(frame) == ROWS
    return frame


def with_calamine(content: bytes) -> list[list[object]]:
    """Only read the cells, in an isolated process like ours."""
    done = subprocess.run(
        [sys.executable, "-I", "-c", _BARE_CALAMINE], input=content, capture_output=True, check=True
    )
    rows: list[list[object]] = json.loads(done.stdout)[0]
    assert len(rows) == ROWS + 1
    return rows


def slowest_of_twenty(content: bytes, times: int) -> float:
    """The seconds within which 95 of 100 reads end."""
    return statistics.quantiles([timed(ours, content) for _ in range(times)], n=20)[-1]


def workbook(rows: int, columns: int) -> bytes:
    """Write a table: code, province, month, and an indicator in every other column."""
    shown = [one for one in indicators().values() if one.unit != "place"][: columns - 3]
    chance = random.Random(4)  # noqa: S311 - figures of a benchmark
    places = list(provinces("63").values())
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        page = book.add_worksheet("Số liệu")
        page.write_row(0, 0, ["Mã tỉnh", "Tỉnh, thành phố", "Kỳ", *map(heading, shown)])
        for number in range(rows):
            month, place = divmod(number, len(places))
            page.write_row(
                number + 1, 0, [places[place].code, places[place].name.vi, period(month)]
            )
            figures = {one.id: figure(chance, one) for one in shown}
            page.write_row(number + 1, 3, list(with_total(figures, period(month)).values()))
    return content.getvalue()


def heading(indicator: Indicator) -> str:
    """The name of an indicator with its unit behind it, as tables write it."""
    return f"{indicator.name.vi} ({units()[indicator.unit].name.vi})"


def with_total(figures: dict[str, float], month: str) -> dict[str, float]:
    """Make the total fit its parts where its weights are known."""
    known = weights(int(month[:4]))
    if known is None:
        return figures
    total = sum(share * figures[part] for part, share in known.shares.items())
    return figures | {"dti_total": round(total, 4)}


def period(month: int) -> str:
    """A month on the list of 63."""
    return f"{2008 + (month + 8) // 12}-{(month + 8) % 12 + 1:02d}"


def figure(chance: random.Random, indicator: Indicator) -> float:
    """Any figure that the indicator can have."""
    low, high = indicator.range
    digits = indicator.decimals if indicator.merge == "total" else max(indicator.decimals, 1)
    return round(chance.uniform(low + (high - low) / 10, high), digits)


if __name__ == "__main__":
    main()
