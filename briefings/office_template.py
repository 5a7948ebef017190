"""A template that an office brings: looked at like any file from outside before it is opened.

It decides fonts, colours, logo and page; figures and words are ours. What it holds itself (slides,
text, comments, properties) does not get into our files.
"""

import re
import zipfile
from io import BytesIO
from typing import Literal

from data.errors import DataError
from data.ingest.precheck import precheck
from data.ingest.sniff import Kind as Container
from language import Lang, text

Kind = Literal["pptx", "docx"]
MAIN = {
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
}
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the old formats, and every file with a password
_MACRO_PARTS = re.compile(r"vbaproject|/activex/|/macrosheets/", re.I)
_OUTSIDE = re.compile(rb"<Relationship\s[^>]*TargetMode\s*=\s*[\"']External[\"'][^>]*>", re.I)
_LINK = b"relationships/hyperlink"


class BadTemplate(DataError):
    """A template that cannot be used; ``key`` is the text that says why and what to do."""

    def __init__(self, key: str) -> None:
        super().__init__(f"Unusable office template: {key}.")
        self.key = key

    def sentence(self, lang: Lang) -> str:
        """Say why it cannot be used, and the way out."""
        return text(self.key, lang)


def check(content: bytes, kind: Kind) -> None:
    """Raise BadTemplate for what is no such file, too large, damaged, or does more than look."""
    if content.startswith(_OLE2):
        raise BadTemplate(f"office_template.old_{kind}")
    if not content.startswith(b"PK\x03\x04"):
        raise BadTemplate(f"office_template.no_{kind}")
    codes = {issue.code for issue in precheck(content, Container.XLSX)}
    if "issue.macros_ignored" in codes:
        raise BadTemplate("office_template.macros")
    if codes & {"issue.too_large", "issue.too_many_cells"}:
        raise BadTemplate("office_template.too_large")
    if codes:
        raise BadTemplate("office_template.damaged")
    with zipfile.ZipFile(BytesIO(content)) as archive:
        _check_parts(archive, kind)


def _check_parts(archive: zipfile.ZipFile, kind: Kind) -> None:
    names = archive.namelist()
    if "[Content_Types].xml" not in names:
        raise BadTemplate(f"office_template.no_{kind}")
    types = archive.read("[Content_Types].xml")
    if b"macroEnabled" in types or any(_MACRO_PARTS.search(f"/{name}") for name in names):
        raise BadTemplate("office_template.macros")
    if MAIN[kind].encode() not in types:
        raise BadTemplate(f"office_template.no_{kind}")
    for name in names:
        if name.lower().endswith(".rels") and _reaches_out(archive.read(name)):
            raise BadTemplate("office_template.outside")


def _reaches_out(relations: bytes) -> bool:
    """Tell whether a part would fetch something from outside when opened: a link alone does not."""
    return any(_LINK not in found for found in _OUTSIDE.findall(relations))
