"""Year change to repainted map, against the same figure in a hand-written static page. Target: 2.

Both show the 63 provinces of the whole country with a slider of years; on ``input`` each province
gets its colour and its label, and the table for screen readers its values. "Work" is script, style
and layout; "to the next frame" also waits for the screen, 16 ms at most.

Run from the project's folder: ``python -m benchmarks.repaint [--changes 60]``.
"""

import argparse
import json
import re
import statistics
from html import escape
from typing import Any

import httpx
from playwright.sync_api import Page

from benchmarks.page_time import chromium
from benchmarks.report import report
from charts.assets import assets
from tests.running import started

TARGET = 2
LINK = "ranking?indicator=dti_total&boundary=63&group=country&year=2024&lang=vi"
COLOURS = ("#bae0f0", "#79bde0", "#3f95cb", "#226aa4", "#1b406e")

_STATIC = """<!doctype html><html lang="vi"><meta charset="utf-8"><title>Bản đồ</title>
<input type="range" min="0" step="1"><output></output>
<svg viewBox="0 0 2400 2590" width="480">%s</svg><table>%s</table>
<script>
  const figures = %s, colours = %s, range = document.querySelector("input")
  const years = Object.keys(figures.periods)
  range.max = years.length - 1
  const cells = new Map([...document.querySelectorAll("td")].map(cell => [cell.dataset.code, cell]))
  range.addEventListener("input", () => {
    const { v, r, n } = figures.periods[years[range.value]]
    document.querySelector("output").textContent = years[range.value]
    for (const path of document.querySelectorAll("path")) {
      const code = path.dataset.code, value = v[code]
      const step = figures.breaks.filter(edge => value >= edge).length
      path.setAttribute("fill", value === undefined ? "#eee" : colours[step])
      const place = `${r[code] ?? "–"}/${n}`
      path.setAttribute("aria-label", `${path.dataset.name}: ${value ?? "–"}, ${place}`)
      cells.get(code).textContent = value ?? "–"
    }
  })
</script>"""

# Moves the slider and gives, for each change, the milliseconds of work and to the next frame.
_CHANGE = """
async ([selector, changes]) => {
  const range = document.querySelector(selector)
  const framed = () => new Promise(done => requestAnimationFrame(() => {
    const channel = new MessageChannel()
    channel.port1.onmessage = done
    channel.port2.postMessage(0)
  }))
  const times = []
  for (let number = 0; number < changes; number++) {
    await framed()
    const start = performance.now()
    range.value = Number(range.max) - number % 3
    range.dispatchEvent(new Event("input", { bubbles: true }))
    document.body.getBoundingClientRect()
    const worked = performance.now()
    await framed()
    times.push([worked - start, performance.now() - start])
  }
  return times
}
"""


def main() -> None:
    """Change the year in both pages, in turns."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--changes", type=int, default=60)
    changes = options.parse_args().changes
    with started() as server, chromium() as browser:
        ours, static = browser.new_page(), browser.new_page()
        ours.goto(f"{server.url}/{LINK}")
        ours.wait_for_selector(".dti-map[data-year='2024'] path", state="attached")
        static.set_content(hand_written(server.url))
        own, other = [], []
        for _ in range(4):  # in turns; the first turn warms both
            own.append(times(ours, ".dti-map input[type=range]", changes // 4))
            other.append(times(static, "input", changes // 4))
    rows = [row(name, kind, own[1:], other[1:]) for kind, name in enumerate(KINDS)]
    report(("year change", "static page, ms", "our map, ms", "ratio", "target"), *rows)


KINDS = ("work", "to the next frame")
Turns = list[list[list[float]]]


def times(page: Page, slider: str, changes: int) -> list[list[float]]:
    """Give (work, to the next frame) of each change in a page."""
    page.bring_to_front()
    found: list[list[float]] = page.evaluate(_CHANGE, [slider, changes])
    return found


def row(name: str, kind: int, own: Turns, other: Turns) -> tuple[str, ...]:
    """Compare medians."""
    ours, static = (
        statistics.median(change[kind] for turn in turns for change in turn)
        for turns in (own, other)
    )
    return name, f"{static:.1f}", f"{ours:.1f}", f"{ours / static:.2f}", f"{TARGET}"


def hand_written(url: str) -> str:
    """Write the static page from the same outlines and the same values."""
    document = httpx.get(f"{url}/{LINK}").text  # it names the address of the newest figures
    file = httpx.get(url + re.findall(r'href="(/figures/[^"]+)"', document)[0]).json()
    outlines: dict[str, Any] = json.loads(assets()["base-63.json"].content)
    names: dict[str, str] = file["provinces"]
    shapes = outlines["views"]["national"]["provinces"]
    paths = "".join(
        f'<path d="{shape["d"]}" data-code="{code}" data-name="{escape(names[code])}"/>'
        for code, shape in shapes.items()
    )
    rows = "".join(
        f'<tr><th>{escape(names[code])}</th><td data-code="{code}"></td></tr>' for code in names
    )
    values = json.dumps(file["indicators"]["dti_total"])
    return _STATIC % (paths, rows, values, json.dumps(COLOURS))


if __name__ == "__main__":
    main()
