"""Words of a file as an independent reader finds them: what it shows, its notes included."""

import json
import subprocess
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import openpyxl
from defusedxml.ElementTree import fromstring
from docx.oxml.ns import qn
from pptx import Presentation

SVG = "{http://www.w3.org/2000/svg}"


def words(content: bytes, suffix: str, folder: Path) -> str:
    """Give every word of a file; ``folder`` is for readers that want a file."""
    if suffix == ".pdf":
        return _pdf(content, folder)
    return "\n".join(_READERS[suffix](content))


def squeezed(said: str) -> str:
    """Leave out spaces: programs and pictures break lines where they like."""
    return "".join(said.split())


def _pdf(content: bytes, folder: Path) -> str:
    file = folder / "file.pdf"
    file.write_bytes(content)
    order = ["pdftotext", "-layout", str(file), "-"]
    return subprocess.run(order, capture_output=True, text=True, check=True).stdout


def _pptx(content: bytes) -> Iterator[str]:
    for slide in Presentation(BytesIO(content)).slides:
        yield from _shapes(slide.shapes)
        yield slide.notes_slide.notes_text_frame.text


def _shapes(shapes: Iterable[Any]) -> Iterator[str]:
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from _shapes(shape.shapes)
        elif shape.has_text_frame:
            yield shape.text_frame.text
        elif getattr(shape, "has_table", False):
            yield from (cell.text for row in shape.table.rows for cell in row.cells)


def _docx(content: bytes) -> Iterator[str]:
    found = docx.Document(BytesIO(content))
    for paragraph in found.element.body.iter(qn("w:p")):
        yield "".join(one.text or "" for one in paragraph.iter(qn("w:t")))
    for picture in found.element.body.iter(qn("wp:docPr")):
        yield picture.get("descr", "")


def _xlsx(content: bytes) -> Iterator[str]:
    for sheet in openpyxl.load_workbook(BytesIO(content)):
        for row in sheet.iter_rows(values_only=True):
            yield from (str(one) for one in row if one is not None)
        for chart in sheet._charts:
            yield "".join(run.t for p in chart.title.tx.rich.p for run in p.r or ())


def _svg(content: bytes) -> Iterator[str]:
    yield from (one.text or "" for one in fromstring(content).iter(f"{SVG}text"))


class _Html(HTMLParser):
    """Gathers text; what the page's script shows comes from its data."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._in = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in = "data" if ("id", "data") in attrs else tag

    def handle_data(self, data: str) -> None:
        if self._in == "data":
            self.found += _strings(json.loads(data))
        elif self._in not in ("style", "script"):
            self.found.append(data)
        self._in = ""


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (one for each in value.values() for one in _strings(each))
    elif isinstance(value, list):
        yield from (one for each in value for one in _strings(each))


def _html(content: bytes) -> Iterator[str]:
    parser = _Html()
    parser.feed(content.decode())
    yield from parser.found


_READERS = {".pptx": _pptx, ".docx": _docx, ".xlsx": _xlsx, ".svg": _svg, ".html": _html}
