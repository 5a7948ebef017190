"""Server CPU of one rerun of every page, with another choice each time. Target: 30 ms at most.

Run from the project's folder: ``python -m benchmarks.rerun_cpu [--runs 100] [--page ranking ...]``.
"""

import argparse
import statistics

import psutil

from benchmarks.report import report
from benchmarks.session import Session
from tests.running import started

YEARS = ("2022", "2023", "2024")
TARGET_MS = 30
BATCH = 20
SAME = {"group": "northern-midlands-mountains", "lang": "vi"}
# What a reader changes on each page: every choice is met in the warm-up.
CHOICES = {
    "": [{"boundary": one, "year": year} for one in ("63", "34") for year in YEARS],
    "ranking": [{"boundary": one, "year": year} for one in ("63", "34") for year in YEARS],
    "profile": [
        {"boundary": "63", "province": one} for one in ("02", "08", "04", "20", "11", "14")
    ],
    "payments": [
        {"boundary": "63", "indicator": one} for one in ("qr_acceptance_points", "qr_value")
    ],
    "poverty": [{"boundary": "63", "year": "2023", "province": one} for one in ("02", "04", "20")],
    "method": [{"indicator": one} for one in ("dti_total", "poverty_rate_nso", "population")],
    "update": [{"boundary": one} for one in ("63", "34")],
    "history": [{"boundary": one} for one in ("63", "34")],
    "reports": [{"boundary": one} for one in ("63", "34")],
}


def main() -> None:
    """Measure in batches: one rerun is shorter than the clock of the kernel."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=100)
    options.add_argument("--page", nargs="*", default=list(CHOICES))
    asked = options.parse_args()
    rows = []
    with started() as server, Session(server.url) as reader:
        process = psutil.Process(server.process.pid)
        for page in asked.page:
            choose(reader, page, 2 * BATCH)
            batches = [cpu_ms(process, reader, page) for _ in range(max(1, asked.runs // BATCH))]
            median = statistics.median(batches)
            ratio = f"{median / TARGET_MS:.2f}"
            rows.append((page or "overview", f"{median:.1f}", f"{max(batches):.1f}", ratio))
    report(("page", "ms of CPU a rerun, median", "slowest batch", "of the target"), *rows)


def choose(reader: Session, page: str, runs: int) -> None:
    """Make one choice after the other on a page."""
    choices = CHOICES[page]
    for number in range(runs):
        reader.run(page, **SAME, **choices[number % len(choices)])


def cpu_ms(process: psutil.Process, reader: Session, page: str) -> float:
    """Give the CPU milliseconds of the server for one rerun, mean over a batch."""
    before = process.cpu_times()
    choose(reader, page, BATCH)
    after = process.cpu_times()
    return 1000 * ((after.user + after.system) - (before.user + before.system)) / BATCH


if __name__ == "__main__":
    main()
