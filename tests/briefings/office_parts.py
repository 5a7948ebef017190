"""Office files taken apart without the libraries that wrote them: zip, XML, embedded workbooks."""

import posixpath
import re
import zipfile
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import openpyxl
from lxml import etree

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"


def parts(content: bytes) -> dict[str, bytes]:
    """Give the parts of a file by name."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def relations(found: dict[str, bytes], part: str) -> dict[str, tuple[str, str]]:
    """Give (target part, type) of each relation of a part by its id; outside targets stay as is."""
    folder, name = posixpath.split(part)
    rels = found.get(posixpath.join(folder, "_rels", f"{name}.rels"))
    given = {}
    for one in etree.fromstring(rels) if rels else ():
        target = one.get("Target")
        if one.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
        given[one.get("Id")] = (target, one.get("Type"))
    return given


def faults(content: bytes) -> list[str]:
    """Say what would make an Office program offer to repair the file."""
    found, said = parts(content), []
    types = etree.fromstring(found["[Content_Types].xml"])
    endings = {one.get("Extension").lower() for one in types.iter(f"{TYPES}Default")}
    named = {one.get("PartName").lstrip("/") for one in types.iter(f"{TYPES}Override")}
    said += [f"no such part: {name}" for name in named - found.keys()]
    for name, blob in found.items():
        ending = name.rsplit(".", 1)[-1].lower()
        if name != "[Content_Types].xml" and name not in named and ending not in endings:
            said.append(f"no content type: {name}")
        if ending in ("xml", "rels"):
            root = etree.fromstring(blob)
            said += _unresolved(found, name, root)
            if "/slides/" in name or name == "word/document.xml":
                said += _twins(name, root)
    return said


def _unresolved(found: dict[str, bytes], name: str, root: Any) -> list[str]:
    known = relations(found, name)
    used = {value for one in root.iter() for key, value in one.attrib.items() if key.startswith(R)}
    said = [f"{name}: no relation {one}" for one in used - known.keys()]
    inside = [target for target, kind in known.values() if not kind.endswith("hyperlink")]
    return said + [f"{name}: no target {one}" for one in inside if one not in found]


def _twins(name: str, root: Any) -> list[str]:
    """Say which ids of shapes or bookmarks are given twice in a part."""
    said = []
    for tag in ("cNvPr", "docPr", "bookmarkStart"):
        ids = [
            value
            for one in root.iter(f"{{*}}{tag}")
            for key, value in one.attrib.items()
            if key.rsplit("}", 1)[-1] == "id" and not one.getparent().tag.endswith("nvPicPr")
        ]
        said += [f"{name}: {tag} {one} twice" for one in {i for i in ids if ids.count(i) > 1}]
    return said


@dataclass(frozen=True)
class Chart:
    """A chart of a file: its XML, its workbook as rows, its cells with formulas."""

    xml: Any
    rows: list[tuple[Any, ...]]
    formulas: list[str]

    def cached(self, tag: str) -> list[list[str | None]]:
        """Give what the chart remembers of its series: ``cat``, ``val``, ``xVal``, ``yVal``."""
        found = []
        for one in self.xml.iter(f"{C}{tag}"):
            count = int(one.find(f".//{C}ptCount").get("val"))
            values: list[str | None] = [None] * count
            for point in one.iter(f"{C}pt"):
                values[int(point.get("idx"))] = point.find(f"{C}v").text
            found.append(values)
        return found

    def column(self, number: int) -> list[Any]:
        """Give a column of the workbook without its heading."""
        return [row[number] for row in self.rows[1:]]

    def val(self, path: str) -> str | None:
        """Give the ``val`` of the first element on a path such as ``valAx/scaling/min``."""
        steps = "/".join(f"{C}{step}" for step in path.split("/"))
        one = self.xml.find(f".//{steps}")
        return None if one is None else one.get("val")


def charts(content: bytes) -> list[Chart]:
    """Give the charts of a file in the order of their part names."""
    found = parts(content)
    names = [name for name in found if re.search(r"/charts/chart\d+\.xml$", name)]
    names.sort(key=lambda name: int(re.findall(r"\d+", name)[-1]))
    return [_chart(found, name) for name in names]


def _chart(found: dict[str, bytes], name: str) -> Chart:
    root = etree.fromstring(found[name])
    book_id = root.find(f"{C}externalData").get(f"{R}id")
    book = found[relations(found, name)[book_id][0]]
    sheet = openpyxl.load_workbook(BytesIO(book)).active
    rows = list(sheet.iter_rows(values_only=True))
    formulas = [cell.coordinate for row in sheet for cell in row if cell.data_type == "f"]
    return Chart(root, rows, formulas)


def texts(content: bytes) -> str:
    """Give every text of the XML parts, to look for what must not be there."""
    return "\n".join(
        blob.decode("utf-8") for name, blob in parts(content).items() if name.endswith(".xml")
    )
