"""Server CPU of one rerun of *Xếp hạng*, with another year each time. Target: 20 ms at most.

Run from the project's folder: ``python -m benchmarks.rerun_cpu [--runs 200]``.
"""

import argparse
import statistics

import psutil

from benchmarks.report import report
from benchmarks.session import Session
from tests.running import started

YEARS = ("2022", "2023", "2024")
TARGET_MS = 20
BATCH = 20


def main() -> None:
    """Measure in batches: one rerun is shorter than the clock of the kernel."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=200)
    runs = options.parse_args().runs
    with started() as server, Session(server.url) as reader:
        process = psutil.Process(server.process.pid)
        choose(reader, 2 * len(YEARS) * BATCH // 10)
        batches = [cpu_ms(process, reader) for _ in range(runs // BATCH)]
    median, worst = statistics.median(batches), max(batches)
    report(
        ("measure", "ms of CPU a rerun", "target", "ratio"),
        ("median of batches", f"{median:.1f}", f"{TARGET_MS}", f"{median / TARGET_MS:.2f}"),
        ("slowest batch", f"{worst:.1f}", f"{TARGET_MS}", f"{worst / TARGET_MS:.2f}"),
    )


def choose(reader: Session, runs: int) -> None:
    """Look at one year after the other on both lists."""
    for number in range(runs):
        year, boundary = YEARS[number % len(YEARS)], ("63", "34")[number // len(YEARS) % 2]
        reader.run("ranking", indicator="dti_total", boundary=boundary, year=year, lang="vi")


def cpu_ms(process: psutil.Process, reader: Session) -> float:
    """Give the CPU milliseconds of the server for one rerun, mean over a batch."""
    before = process.cpu_times()
    choose(reader, BATCH)
    after = process.cpu_times()
    return 1000 * ((after.user + after.system) - (before.user + before.system)) / BATCH


if __name__ == "__main__":
    main()
