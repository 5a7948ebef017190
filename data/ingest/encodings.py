"""Texts in encodings from before Unicode: which one it is, and the same texts in Unicode.

Fonts such as .VnTime (TCVN3, also called ABC) and VNI-Times show Vietnamese where the file holds
other letters: "Hµ Néi" or "Haø Noäi" for "Hà Nội". The names of provinces tell which encoding a
sheet is in. Where they do not tell, nothing is converted.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import product

from data.ingest.book import Book, Cell, Sheet
from data.ingest.issues import Issue
from data.reference import boundaries, provinces, resolve
from language.folding import tone_key

_NAMED = 5
_LOOKED_AT = 3_000
_LONGEST = 60
_CLEARLY = 3  # times as many names as any other reading

# Bytes 161 to 255 of TCVN 5712, in their order.
_TCVN3 = (
    "ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịò"
    "ỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ"
)
# VNI writes a letter and behind it a second one for its marks; these stand alone.
_VNI_ALONE = dict(zip("ñíìæóòôöî", "đíìỉĩịơưỵ", strict=True))
_TONES = "\u0301\u0300\u0309\u0303\u0323"
_VNI_MARKS = (
    ("aeouyôö", "ùøûõï", ""),
    ("aeo", "áàåãä", "\u0302"),
    ("a", "éèúüë", "\u0306"),
)


def tcvn3(content: bytes) -> str:
    """Read bytes of TCVN3 (ABC); what lies below its letters is as in Windows."""
    return unicodedata.normalize("NFC", _western(content).translate(_tcvn3_letters()))


def vni(content: bytes) -> str:
    """Read bytes of VNI for Windows."""
    return _vni_pattern().sub(lambda found: _vni_letters()[found[0]], _western(content))


def windows_1258(content: bytes) -> str:
    """Read bytes of Windows' own encoding of Vietnamese."""
    return unicodedata.normalize("NFC", content.decode("cp1258", "replace"))


def utf_8(content: bytes) -> str:
    """Read bytes of UTF-8. Raises ``UnicodeDecodeError``."""
    return content.decode("utf-8")


READERS: Mapping[str, Callable[[bytes], str]] = {
    "TCVN3 (ABC)": tcvn3,
    "VNI": vni,
    "Windows-1258": windows_1258,
    "UTF-8": utf_8,
}
_OLD = tuple(name for name in READERS if name != "UTF-8")
_CARRIERS = ("cp1252", "cp1258")  # how a program showed the bytes that it took for its own


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to read a text: the bytes behind its letters, and the encoding of these."""

    carrier: str
    encoding: str

    def read(self, text: str) -> str:
        """Give the text in Unicode; as it is, where this way does not lead anywhere."""
        try:
            return READERS[self.encoding](_bytes(text, self.carrier))
        except UnicodeError:
            return text


def in_unicode(book: Book) -> tuple[Book, list[Issue]]:
    """Convert the sheets that are in an old encoding; a note for the first texts of each.

    A text file whose letters are bytes that no encoding makes names of is a refusal.
    """
    sheets: list[Sheet] = []
    issues: list[Issue] = []
    for sheet in book.sheets:
        way = _way_of(sheet)
        if way:
            converted = _converted(sheet, way)
            issues += _told(sheet, converted, way)
            sheet = converted
        elif sheet.is_raw:
            issues.append(Issue("issue.encoding", "", ""))
        sheets.append(sheet)
    return replace(book, sheets=tuple(sheets)), issues


def _way_of(sheet: Sheet) -> _Way | None:
    """The one way that clearly makes most names of provinces; none where letters are right."""
    every = [one for one in sheet.texts if not one.isascii()]
    texts = [one for one in every if len(one) <= _LONGEST][:_LOOKED_AT]
    if not texts:
        return None
    # Bytes that are nearly UTF-8 are a file that was cut off or spoilt.
    pairs = product(("latin-1",), _OLD) if sheet.is_raw else product(_CARRIERS, READERS)
    ways = {way: _count(texts, way) for way in (_Way(*pair) for pair in pairs)}
    best = max(ways, key=lambda way: ways[way])
    others = (count for way, count in ways.items() if way.encoding != best.encoding)
    as_is = 0 if sheet.is_raw else len({_province(one) for one in texts} - {""})
    is_clear = ways[best] > 0 and ways[best] >= _CLEARLY * max(as_is, *others)
    return best if is_clear else None


def _count(texts: Iterable[str], way: _Way) -> int:
    """How many provinces a way makes of texts that it changes."""
    changed = ((one, way.read(one)) for one in texts)
    return len({_province(new) for old, new in changed if new != old} - {""})


@lru_cache(maxsize=8192)
def _province(text: str) -> str:
    """The province whose name a text is, accents and all; empty for none."""
    for boundary in boundaries():
        found = resolve(text, boundary.id)
        if found:
            name = provinces(boundary.id)[found.code].name.vi
            if found.exact or tone_key(name) in tone_key(text):
                return name
    return ""


def _converted(sheet: Sheet, way: _Way) -> Sheet:
    """Convert every text that is not Unicode already."""

    @lru_cache(maxsize=8192)
    def read(text: str) -> str:
        new = way.read(text)
        return text if _province(text) and not _province(new) and not sheet.is_raw else new

    def cell(value: Cell) -> Cell:
        return read(value) if isinstance(value, str) and not value.isascii() else value

    rows = tuple(tuple(map(cell, row)) for row in sheet.rows)
    return replace(sheet, rows=rows, is_raw=False)


def _told(old: Sheet, new: Sheet, way: _Way) -> list[Issue]:
    """Show the first converted names, old beside new, and count the other texts."""
    texts: dict[str, Issue] = {}
    for place, before, after in _changes(old, new):
        texts.setdefault(
            before, Issue("issue.encoding_converted", place, before, after, way.encoding)
        )
    found = list(texts.values())
    shown = [one for one in found if _province(one.expected)][:_NAMED] or found[:_NAMED]
    if len(found) > len(shown):
        shown.append(Issue("issue.more", shown[-1].cell, str(len(found) - len(shown))))
    return shown


def _changes(old: Sheet, new: Sheet) -> Iterator[tuple[str, str, str]]:
    for row, cells in enumerate(old.rows):
        for column, before in enumerate(cells):
            after = new.at(row, column)
            if isinstance(before, str) and isinstance(after, str) and before != after:
                yield old.place(row, column), before, after


def _bytes(text: str, carrier: str) -> bytes:
    """The bytes that a program showed as these letters. Raises ``UnicodeError`` for none."""
    if carrier == "cp1252":
        return text.translate(_bytes_of_marks()).encode("latin-1")
    return text.encode(carrier)


def _western(content: bytes) -> str:
    """Read bytes as Windows does in the West; the five without a letter stay as they are."""
    return content.decode("latin-1").translate({v: k for k, v in _bytes_of_marks().items()})


@cache
def _bytes_of_marks() -> Mapping[int, int]:
    """The bytes 128 to 159 of the marks that stand there: dashes, quotation marks, dots."""
    known = ((byte, bytes([byte]).decode("cp1252", "ignore")) for byte in range(128, 160))
    return {ord(mark): byte for byte, mark in known if mark}


@cache
def _tcvn3_letters() -> Mapping[int, str]:
    return {161 + number: letter for number, letter in enumerate(_TCVN3)}


@cache
def _vni_letters() -> Mapping[str, str]:
    """What each letter, or letter with its mark, of VNI is."""
    found = dict(_VNI_ALONE)
    for letters, marks, accent in _VNI_MARKS:
        for letter, (mark, tone) in product(letters, zip(marks, _TONES, strict=True)):
            plain = _VNI_ALONE.get(letter, letter)
            found[letter + mark] = unicodedata.normalize("NFC", plain + accent + tone)
    found |= {"aâ": "â", "eâ": "ê", "oâ": "ô", "aê": "ă"}
    capitals = {one.upper(): letter.upper() for one, letter in found.items()}
    # A capital may carry the mark of a small letter: it looks the same.
    mixed = {one[0].upper() + one[1:]: letter.upper() for one, letter in found.items()}
    return mixed | capitals | found


@cache
def _vni_pattern() -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, _vni_letters()), key=len, reverse=True)))
