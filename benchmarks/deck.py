"""A deck of twenty native charts and its workbook, against twenty PNGs through Plotly's Kaleido.

Target: a twentieth. Ours goes from rankings that are kept, as those of a release are while its
files are made, to the two files: titles, charts with embedded data, notes; and the workbook with
every figure of the list. Kaleido keeps its browser and gets bar charts that are ready to be drawn;
how to have it: ``benchmarks.pictures``.

Run from the project's folder: ``python -m benchmarks.deck [--rounds 5]``.
"""

import argparse
import asyncio
import resource
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.pictures import COUNT, MADE, Kaleido, Times, cpu_spent, figures_in, row
from benchmarks.report import report
from briefings import book, findings, slides
from briefings.finding import Finding
from briefings.finding_scope import ranked_once
from charts.bars import BarsFigure
from data.service.choices import Choice
from data.service.figures import Figures
from data.service.profile import Ranked

TARGET = 0.05
MIB = 300
GROUP = "northern-midlands-mountains"


def main() -> None:
    """Make both by turns and print medians, ratio and memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as home:
        ours, theirs = asyncio.run(_paired(figures_in(Path(home)), rounds))
    rows = [("way", "s for 20", "ratio", "CPU s for 20", "ratio of CPU", "target of both")]
    if theirs:
        rows.append(row("Kaleido, kept browser", theirs, theirs, ""))
    rows.append(row("deck and workbook", ours, theirs or ours, str(TARGET) if theirs else "-"))
    report(*rows)
    kib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"Memory of this process, charts for Kaleido included: {kib / 1024:.0f} of {MIB} MiB.")


async def _paired(figures: Figures, rounds: int) -> tuple[list[Times], list[Times]]:
    """Time ours and theirs by turns, so that a busy machine is unfair to both."""
    ranked = ranked_once(figures, "vi")
    charts = _make(figures, ranked)  # imports and templates are read once
    ours: list[Times] = []
    theirs: list[Times] = []
    async with Kaleido() as kaleido:
        drawn = [_plotly(one) for one in charts] if kaleido.draw else []
        for _ in range(rounds):
            start, cpu = time.perf_counter(), cpu_spent()
            _make(figures, ranked)
            ours.append((time.perf_counter() - start, cpu_spent() - cpu))
            if kaleido.draw:
                start, cpu = time.perf_counter(), cpu_spent()
                for chart in drawn:
                    await kaleido.draw(chart)
                theirs.append((time.perf_counter() - start, cpu_spent() - cpu))
    return ours, theirs


def _make(figures: Figures, ranked: Ranked) -> list[Finding]:
    """Make deck and workbook from the figures; give the charts that stand in the deck."""
    names = ("total", "infrastructure", "government_activity", "economy_activity")
    asked = [
        (f"dti_{name}", period, boundary)
        for boundary in ("63", "34")
        for period in ("2022", "2023", "2024")
        for name in names
    ][:COUNT]
    charts = [
        findings.of_figure(figures, "bars", *one, GROUP, "vi", MADE, ranked=ranked) for one in asked
    ]
    deck = slides.deck(charts, slides.Cover("20", "", (), MADE, most=COUNT + 1), "vi")
    about = Choice("dti_total", "2024", "34", GROUP)
    sheets = book.workbook(figures, about, "vi", MADE, ranked=ranked)
    assert min(len(deck), len(sheets)) > 10_000
    return charts


def _plotly(finding: Finding) -> Any:
    import plotly.graph_objects as go

    figure = finding.figure
    assert isinstance(figure, BarsFigure)
    values = [bar.value for bar in figure.bars]
    bars = go.Bar(x=values, y=[bar.name for bar in figure.bars], orientation="h")
    return go.Figure(bars, layout={"title": finding.title})


if __name__ == "__main__":
    main()
