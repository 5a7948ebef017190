"""The XML of the sheets of an .xlsx workbook: hidden rows and columns, errors, unsaved formulas."""

import re
from typing import Any
from xml.etree import ElementTree

Extra = dict[str, list[Any]]

# Bounded repetitions, so that no tag makes the search slow.
_CELL = r'<(?:\w+:)?c\s(?:[^<>]{0,99}\s)?r="([A-Z]{1,3}[0-9]{1,7})"[^<>]{0,99}'
_FORMULA = r"<(?:\w+:)?f\b[^<>]{0,99}(?:/>|>[^<]{0,8200}</(?:\w+:)?f>)"
_EMPTY = r"(?:<(?:\w+:)?v\s?/>|<(?:\w+:)?v></(?:\w+:)?v>)?"
_ERROR = re.compile(rf"{_CELL}>(?:{_FORMULA})?<(?:\w+:)?v>(#[^<]{{1,20}})<".encode())
_NO_VALUE = re.compile(rf"{_CELL}(?<!/)>{_FORMULA}{_EMPTY}</(?:\w+:)?c>".encode())
# What stands in these is no markup, whatever it looks like.
_NO_MARKUP = re.compile(rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>", re.S)
_TAG = re.compile(rb"<(?:\w+:)?(row|col)\s([^<>]{1,500})>")
_ATTRIBUTE = re.compile(rb"\b(r|min|max|hidden)\s*=\s*[\"'](\d{1,7}|true)[\"']")


def of_sheet(part: bytes) -> Extra:
    """Give what readers drop of one sheet.

    ``errors`` holds (row, column, text), ``formulas`` (row, column) of those without a value,
    ``hidden_rows`` and ``hidden_columns`` pairs of first and last. All count from zero.
    """
    found: Extra = {"errors": [], "formulas": [], "hidden_rows": [], "hidden_columns": []}
    xml = part[part.find(b"?>") + 2 :] if part.startswith(b"<?xml ") else part
    if b"<!" in xml or b"<?" in xml:
        xml = _NO_MARKUP.sub(b"x", part)
    if b'"e"' in xml:
        found["errors"] = [(*place(c.decode()), e.decode()) for c, e in _ERROR.findall(xml)]
    if b"<f" in xml or b":f" in xml:
        found["formulas"] = [place(cell.decode()) for cell in _NO_VALUE.findall(xml)]
    if b"hidden" in xml:
        _add_hidden(xml, found)
    return found


def place(cell: str) -> tuple[int, int]:
    """Give row and column of a cell that is named as in "B17"."""
    letters = cell.rstrip("0123456789")
    column = -1
    for letter in letters:
        column = (column + 1) * 26 + ord(letter) - 65
    return int(cell[len(letters) :]) - 1, column


def _add_hidden(xml: bytes, found: Extra) -> None:
    for tag, attributes in _TAG.findall(xml):
        said = dict(_ATTRIBUTE.findall(attributes))
        if said.get(b"hidden", b"0") in (b"0", b"false"):
            continue
        first = _number(said.get(b"r" if tag == b"row" else b"min"))
        last = first if tag == b"row" else _number(said.get(b"max"))
        if first:
            kind = "hidden_rows" if tag == b"row" else "hidden_columns"
            found[kind].append((first - 1, last - 1))


def _number(digits: bytes | None) -> int:
    return int(digits) if digits and digits.isdigit() else 0


def sheet_parts(archive: Any) -> dict[str, str]:
    """Map the name of each sheet of an .xlsx workbook to its part in the zip file."""
    book = ElementTree.fromstring(archive.read("xl/workbook.xml"))  # noqa: S314
    links = {
        sheet.get("name", ""): next((v for k, v in sheet.attrib.items() if k.endswith("}id")), "")
        for sheet in book.iter()
        if sheet.tag.endswith("}sheet")
    }
    return linked(archive, "xl/_rels/workbook.xml.rels", links)


def linked(archive: Any, part: str, links: dict[str, str]) -> dict[str, str]:
    """Follow the links of sheets, which a part lists.

    Raises ``EOFError`` where a part is not there: a reader would give an empty sheet.
    """
    # The pre-check has refused every document type.
    root = ElementTree.fromstring(archive.read(part))  # noqa: S314
    targets = {link.get("Id"): _absolute(link.get("Target", "")) for link in root}
    if not {targets.get(link) for link in links.values()} <= set(archive.namelist()):
        raise EOFError("a sheet without its part")
    return {name: targets[link] for name, link in links.items()}


def _absolute(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"
