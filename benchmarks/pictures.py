"""Twenty map pictures at 2x, ours against Plotly's Kaleido with a kept browser. Target: 0.4.

Ours is ``briefings.pictures.png``: the map with its labels, legend, islands, sources, no browser.
Kaleido gets the plainest thing it can draw of the same figures: filled outlines, no names. It is
no dependency: put it into an environment of its own (``pip install kaleido``) and run there; the
browser is taken from ``BROWSER_PATH`` or the system's Chromium. Without it only ours is measured.

Run from the project's folder: ``python -m benchmarks.pictures [--rounds 3]``.
"""

import argparse
import asyncio
import os
import resource
import shutil
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.report import report
from briefings import findings, pictures
from briefings.finding import Finding
from briefings.finding_scope import ranked_once
from charts.map.figure import MapFigure
from charts.theme import LIGHT
from data.reference import boundary_geojson
from data.service.figures import Figures
from data.service.opening import open_store
from data.settings import Settings

TARGET = 0.4
COUNT = 20
WIDTH = 900
MADE = date(2026, 11, 23)
Times = tuple[float, float]  # seconds on the clock, seconds of CPU


def main() -> None:
    """Draw the pictures by turns and print medians, ratio and memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as home:
        maps = _maps(figures_in(Path(home)))
        ours, theirs = asyncio.run(_paired(maps, rounds))
    rows = [("way", "s for 20", "ratio", "CPU s for 20", "ratio of CPU", "target of both")]
    if theirs:
        rows.append(row("Kaleido, kept browser", theirs, theirs, ""))
    rows.append(row("ours", ours, theirs or ours, str(TARGET) if theirs else "no Kaleido here"))
    report(*rows)
    kib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"Memory of this process at most {kib / 1024:.0f}.")


def row(name: str, found: list[Times], base: list[Times], target: str) -> tuple[str, ...]:
    """Write medians and, of each kind of time, the ratio to the base."""
    cells = [name]
    for kind in (0, 1):
        mine, other = (statistics.median(one[kind] for one in some) for some in (found, base))
        cells += [f"{mine:.2f}", f"{mine / other:.3f}"]
    return (*cells, target)


def cpu_spent() -> float:
    """Give the CPU seconds of this process and of all below it: a browser is many processes."""
    tree: dict[int, list[int]] = {}
    spent: dict[int, float] = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = entry.read_text().rpartition(")")[2].split()
        except OSError:
            continue  # it ended meanwhile
        number = int(entry.parent.name)
        tree.setdefault(int(fields[1]), []).append(number)
        spent[number] = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    waiting, total = [os.getpid()], 0.0
    while waiting:
        number = waiting.pop()
        total += spent.get(number, 0.0)
        waiting += tree.get(number, [])
    return total


def figures_in(home: Path) -> Figures:
    store = open_store(Settings(home=home, database_url="", published="on", demo=False))
    release = store.current()
    assert release is not None
    return Figures(store, release)


def _maps(figures: Figures) -> list[Finding]:
    """Give twenty different maps: five indicators, two years, two lists."""
    ranked = ranked_once(figures, "vi")
    names = ("total", "infrastructure", "government_activity", "economy_activity")
    asked = [
        (f"dti_{name}", period, boundary)
        for boundary in ("63", "34")
        for period in ("2022", "2023", "2024")
        for name in names
    ][:COUNT]
    return [
        findings.of_figure(figures, "map", *one, "country", "vi", MADE, ranked=ranked)
        for one in asked
    ]


async def _paired(maps: list[Finding], rounds: int) -> tuple[list[Times], list[Times]]:
    """Time ours and theirs by turns, so that a busy machine is unfair to both."""
    pictures.png(maps[0], "vi")  # fonts and base maps are read once
    ours: list[Times] = []
    theirs: list[Times] = []
    async with Kaleido() as kaleido:
        charts = [_plotly(one) for one in maps] if kaleido.draw else []
        for _ in range(rounds):
            start, cpu = time.perf_counter(), cpu_spent()
            for one in maps:
                pictures.png(one, "vi")
            ours.append((time.perf_counter() - start, cpu_spent() - cpu))
            if kaleido.draw:
                start, cpu = time.perf_counter(), cpu_spent()
                for chart in charts:
                    await kaleido.draw(chart)
                theirs.append((time.perf_counter() - start, cpu_spent() - cpu))
    return ours, theirs


class Kaleido:
    """A browser that Kaleido keeps; ``draw`` is None where Kaleido is not installed."""

    draw: Callable[[Any], Awaitable[bytes]] | None = None

    async def __aenter__(self) -> "Kaleido":
        try:
            import kaleido
        except ImportError:
            print("Kaleido is not installed here: only ours is measured.")
            return self
        chromium = shutil.which("chromium") or shutil.which("chromium-browser") or ""
        os.environ.setdefault("BROWSER_PATH", chromium)
        self._kept = kaleido.Kaleido(n=1)
        await self._kept.__aenter__()
        size = {"format": "png", "width": WIDTH, "height": WIDTH, "scale": 2}
        self.draw = lambda chart: self._kept.calc_fig(chart, opts=size)
        await self.draw(_plotly_empty())
        return self

    async def __aexit__(self, *ended: object) -> None:
        if self.draw:
            await self._kept.__aexit__(*ended)


def _plotly_empty() -> Any:
    import plotly.graph_objects as go

    return go.Figure()


def _plotly(finding: Finding) -> Any:
    """Draw the same provinces as filled outlines with the same colours."""
    import plotly.graph_objects as go

    figure = finding.figure
    assert isinstance(figure, MapFigure)
    chart = go.Figure(layout={"title": finding.title, "showlegend": False})
    fills = LIGHT.fills(figure.scale.ramp)
    for feature in boundary_geojson(figure.boundary)["features"]:
        code = feature["properties"].get("code") or feature["properties"].get("province_code")
        found = figure.scale.class_of(figure.values.get(code))
        fill = LIGHT.land if found is None else fills[found]
        xs, ys = _outline(feature["geometry"])
        line = {"width": 0.8, "color": LIGHT.line}
        look = {"fill": "toself", "fillcolor": fill, "line": line, "mode": "lines"}
        chart.add_scatter(x=xs, y=ys, **look)
    return chart


def _outline(geometry: dict[str, Any]) -> tuple[list[float | None], list[float | None]]:
    """Give the outer rings of a shape as one line with gaps."""
    shapes = geometry["coordinates"]
    parts = [shapes] if geometry["type"] == "Polygon" else shapes
    xs: list[float | None] = []
    ys: list[float | None] = []
    for part in parts:
        xs += [point[0] for point in part[0]] + [None]
        ys += [point[1] for point in part[0]] + [None]
    return xs, ys


if __name__ == "__main__":
    main()
