"""Memory of the server with 20 open sessions that looked at both pages. Target: 300 MB at most.

Run from the project's folder: ``python -m benchmarks.memory [--sessions 20]``.
"""

import argparse
from contextlib import ExitStack

import psutil

from benchmarks.report import report
from benchmarks.session import Session
from tests.running import Server, started

TARGET_MB = 300
CHOICES = [
    {"indicator": indicator, "year": year, "boundary": boundary, "lang": "vi"}
    for indicator in ("dti_total", "dti_infrastructure", "population")
    for year in ("2022", "2024")
    for boundary in ("63", "34")
]


def main() -> None:
    """Measure a first start, which also fills the store, and a second one."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sessions", type=int, default=20)
    sessions = options.parse_args().sessions
    with started() as server:
        rows = [measured("first start", server, sessions)]
    report(("measure", "before, MB", f"{sessions} sessions, MB", "target", "ratio"), *rows)


def measured(name: str, server: Server, sessions: int) -> tuple[str, ...]:
    """Open the sessions, let each look around, and keep them all open."""
    process = psutil.Process(server.process.pid)
    before = process.memory_info().rss / 1e6
    with ExitStack() as stack:
        for number in range(sessions):
            look_around(stack.enter_context(Session(server.url)), number)
        after = process.memory_info().rss / 1e6
    return name, f"{before:.0f}", f"{after:.0f}", str(TARGET_MB), f"{after / TARGET_MB:.2f}"


def look_around(reader: Session, number: int) -> None:
    """Open both pages, with choices that differ from reader to reader."""
    reader.run("")
    for step in range(4):
        reader.run("ranking", **CHOICES[(number + step) % len(CHOICES)])


if __name__ == "__main__":
    main()
