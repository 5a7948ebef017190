"""The theme of Office files: colours and fonts, set once, where every chart and text finds them.

Arial, not the pages' Be Vietnam Pro: offices rarely have that, and a file must look the same on
every machine it is opened on. Arial has every Vietnamese letter on each Windows and macOS, and
Linux offices have Liberation Sans of the same widths. Documents follow the decree: Times New Roman.
"""

import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Literal

import docx
import pptx
from lxml import etree

from charts.theme import LIGHT

SLIDES_FONT = "Arial"
DOCUMENTS_FONT = "Times New Roman"
COLOURS = {
    "dk1": LIGHT.ink,
    "lt1": LIGHT.background,
    "dk2": LIGHT.more[4],
    "lt2": LIGHT.band,
    "accent1": LIGHT.more[3],
    "accent2": LIGHT.accent,
    "accent3": LIGHT.less[2],
    "accent4": LIGHT.more[1],
    "accent5": LIGHT.less[4],
    "accent6": LIGHT.muted,
    "hlink": LIGHT.more[3],
    "folHlink": LIGHT.muted,
}
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_TEMPLATES = {
    "pptx": (Path(pptx.__file__), "ppt/theme/theme1.xml", SLIDES_FONT),
    "docx": (Path(docx.__file__), "word/theme/theme1.xml", DOCUMENTS_FONT),
}


@cache
def template(kind: Literal["pptx", "docx"]) -> bytes:
    """Give the library's empty file with our theme in it."""
    library, part, font = _TEMPLATES[kind]
    target = BytesIO()
    with (
        zipfile.ZipFile(library.parent / "templates" / f"default.{kind}") as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive,
    ):
        for entry in source.infolist():
            content = source.read(entry)
            archive.writestr(entry, themed(content, font) if entry.filename == part else content)
    return target.getvalue()


def themed(theme: bytes, font: str) -> bytes:
    """Give a theme with our colours and one font for headings and text."""
    root = etree.fromstring(theme)
    root.set("name", "DTI")
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{colour[1:].upper()}"/></a:{name}>'
        for name, colour in COLOURS.items()
    )
    faces = (
        f'<a:latin typeface="{font}"/><a:ea typeface=""/><a:cs typeface=""/>'
        f'<a:font script="Viet" typeface="{font}"/>'
    )
    fonts = f"<a:majorFont>{faces}</a:majorFont><a:minorFont>{faces}</a:minorFont>"
    for scheme, content in (("clrScheme", colours), ("fontScheme", fonts)):
        made = etree.fromstring(f'<a:{scheme} xmlns:a="{_A}" name="DTI">{content}</a:{scheme}>')
        old = root.find(f".//{{{_A}}}{scheme}")
        old.getparent().replace(old, made)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
