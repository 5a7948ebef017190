"""Release day: how long it takes, how much memory, and how long other readers wait meanwhile.

Readers go on choosing on *Xếp hạng* without an export and with one, in turns, on the same server;
the export runs as the page starts it, as a child at lower priority. Targets: 14 provinces in 60 s,
all 34 in 150 s, less than 300 MiB, and no reader's click 100 ms later (95 of 100) than without.

Run from the project's folder: ``python -m benchmarks.export [--clicks 200]``.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.report import report
from benchmarks.session import Session
from data.settings import ROOT
from tests.running import started

SETS = (
    ("14 of the 63", "63", "northern-midlands-mountains", 60.0),
    ("all 34", "34", "country", 150.0),
)
MIB = 300.0
LATER_MS = 100.0
CHOICES = [
    {"boundary": on, "year": year} for on in ("63", "34") for year in ("2022", "2023", "2024")
]


def main() -> None:
    """Measure and print two tables."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--clicks", type=int, default=200)
    asked = options.parse_args()
    with started() as server:
        names = ("set", "s", "of the target", "MiB", "of the target", "size, MiB")
        report(names, *map(_set_row(server.home), SETS))
        with Session(server.url) as reader:
            report(
                ("clicks", "without, p95 ms", "with, p95 ms", "later", "of the target"),
                _clicks(server.home, reader, asked.clicks),
            )


def _set_row(home: Path):  # type: ignore[no-untyped-def]
    def row(one: tuple[str, str, str, float]) -> tuple[str, ...]:
        name, boundary, group, target = one
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder) / "set.zip"
            begun = time.perf_counter()
            child = export(home, boundary, group, out)
            _, status, usage = os.wait4(child.pid, 0)
            seconds = time.perf_counter() - begun
            assert status == 0
            size = out.stat().st_size / 2**20
        ratio = f"{seconds / target:.2f}"
        memory = usage.ru_maxrss / 1024
        return name, f"{seconds:.1f}", ratio, f"{memory:.0f}", f"{memory / MIB:.2f}", f"{size:.1f}"

    return row


def export(home: Path, boundary: str, group: str, out: Path) -> subprocess.Popen[bytes]:
    """Start an export as the page does."""
    words = ["release-day", "--boundary", boundary, "--group", group, "--out", str(out)]
    return subprocess.Popen(
        [sys.executable, str(ROOT / "cli.py"), "export", *words, "--background"],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "DTI_HOME": str(home), "OPENBLAS_NUM_THREADS": "1"},
    )


def _clicks(home: Path, reader: Session, count: int) -> tuple[str, ...]:
    """Click in rounds of ten, every second round while an export is at work."""
    for choice in CHOICES * 3:
        reader.run("ranking", **choice)
    alone: list[float] = []
    beside: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        while len(beside) < count:
            alone += _round(reader)
            child = export(home, "34", "country", Path(folder) / "set.zip")
            time.sleep(4)  # it has begun to write files
            for _ in range(5):
                beside += _round(reader)
            child.terminate()
            child.wait()
    first, second = p95(alone), p95(beside)
    later = second - first
    return (
        str(len(beside)),
        f"{first:.0f}",
        f"{second:.0f}",
        f"{later:+.0f}",
        f"{later / LATER_MS:.2f}",
    )


def _round(reader: Session) -> list[float]:
    found = []
    for number in range(10):
        begun = time.perf_counter()
        reader.run("ranking", **CHOICES[number % len(CHOICES)])
        found.append(1000 * (time.perf_counter() - begun))
        time.sleep(0.05)
    return found


def p95(times: list[float]) -> float:
    """Give the time that 95 of 100 do not exceed."""
    return statistics.quantiles(times, n=20)[-1]


if __name__ == "__main__":
    main()
