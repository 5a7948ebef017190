"""Which province a written name means, on one list of provinces.

Nothing is guessed: a name finds its province by its letters, by a listed variant, or not at all.
``nearest`` is a suggestion for a question, never an answer.
"""

import re
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache

from data.errors import BadReference
from data.reference import load
from data.reference.model import Province, Region, Resolved
from language.folding import clean, fold

# Taken off while the accents still stand: "Hà Tĩnh" must keep its "Tĩnh".
_BODY = re.compile(r"^(?:ubnd|uỷ ban nhân dân|ủy ban nhân dân)\s+")
_PREFIX = re.compile(r"^(?:tỉnh\s+|thành phố\s+|tp\s*\.?\s*|t\s*\.\s*p\s*\.?\s*|t\s*\.\s*)")
# Without accents a whole word in front only, and only when the name as it stands is unknown.
_FOLDED_PREFIX = re.compile(
    r"^(?:(?:ubnd|uy ban nhan dan)\s+)?(?:tinh|thanh pho|province of|city of)\s+"
)
_FOLDED_SUFFIX = re.compile(r"\s+(?:province|city)$")
_OLD = re.compile(r"\s*\((?:cũ|former|trước sắp xếp|trước sáp nhập)\)$")
_NEW = re.compile(r"\s*\((?:mới|new|sau sắp xếp|sau sáp nhập)\)$")
_LANGUAGES = re.compile(r"\s[-–—]\s|\s*/\s*|\n")
_ROW_NUMBER = re.compile(r"^(?:\d{1,2}|[ivx]{1,4}|[a-h])\s*[.)]\s*")
_ORDINAL = re.compile(r"^\d{1,3}\s*[.)]\s*(?=\D)")


def resolve(name: str, boundary: str) -> Resolved | None:
    """Find the province of a list by code or written name; ``None`` when it is not there.

    ``exact`` is true for the code and for the official name, whatever its case, spaces, dashes
    and "Tỉnh", "TP." in front; false for variants, other tone placement and missing accents.
    """
    text = _tidy(name)
    known = load.provinces(boundary)
    if re.fullmatch(r"\d{1,2}", text):
        return Resolved(text.zfill(2), exact=True) if text.zfill(2) in known else None
    text, fits = _strip_age(text, boundary)
    if not text or not fits:
        return None
    return _find(text, boundary)


def _find(text: str, boundary: str) -> Resolved | None:
    official, loose = _official(boundary), _loose(boundary)
    for candidate in (text, _without_prefix(text)):
        if candidate in official:
            return Resolved(official[candidate], exact=True)
    for candidate in _loose_candidates(text):
        if candidate in loose:
            code = loose[candidate]
            return None if _is_near_another(text, code, official) else Resolved(code, exact=False)
    return None


def _is_near_another(text: str, code: str, official: Mapping[str, str]) -> bool:
    """Whether a name is one letter from another province: "Nình Thuận" may be Bình Thuận."""
    plain = _without_prefix(text)
    if plain.isascii():
        return False
    others = (name for name, one in official.items() if one != code and len(name) == len(plain))
    return any(sum(a != b for a, b in zip(name, plain, strict=True)) == 1 for name in others)


def lists_with(name: str) -> tuple[str, ...]:
    """Ids of the lists on which a written name is a province, oldest first."""
    return tuple(one.id for one in load.boundaries() if resolve(name, one.id))


def nearest(name: str, boundary: str) -> Province | None:
    """Suggest the province that a misspelt name may mean; ``None`` when nothing is near.

    A name that is right on another list, a former province, a total or a region gets no
    suggestion: it is not misspelt.
    """
    if lists_with(name) or is_former(name) or is_total(name) or region_of_row(name):
        return None
    text = _squeeze(_without_prefix(_tidy(name)))
    loose = _loose(boundary)
    close = get_close_matches(text, loose, n=1, cutoff=0.82)
    return load.provinces(boundary)[loose[close[0]]] if close else None


def is_total(name: str) -> bool:
    """Whether a row of a table is the country or a sum: CẢ NƯỚC, TỔNG SỐ, Toàn quốc."""
    parts = _in_two_languages(name)
    return bool(parts) and all(_row_key(part) in _totals() for part in parts)


def region_of_row(name: str) -> Region | None:
    """Give the region whose row this is in a table, of any division into regions."""
    keys = [_region_names().get(_row_key(part)) for part in _in_two_languages(name)]
    # Two divisions into regions share English names: the Vietnamese one, in front, decides.
    return load.regions()[keys[0]] if keys and keys[0] and all(keys) else None


def is_former(name: str) -> bool:
    """Whether the name is of a province that ended before the oldest list: Hà Tây."""
    return _squeeze(_without_prefix(_tidy(name))) in _formers()


def _tidy(name: str) -> str:
    """Lower case, clean letters, no space around dashes or doubled, no number in front."""
    text = re.sub(r"\s*-\s*", "-", clean(str(name)).casefold()).strip(" :*")
    return _ORDINAL.sub("", text)


def _without_prefix(text: str) -> str:
    return _PREFIX.sub("", _BODY.sub("", text, count=1), count=1)


def _strip_age(text: str, boundary: str) -> tuple[str, bool]:
    """Take off "(cũ)" or "(mới)"; tell whether that word fits the list."""
    ids = [one.id for one in load.boundaries()]
    if _OLD.search(text):
        return _OLD.sub("", text), boundary != ids[-1]
    if _NEW.search(text):
        return _NEW.sub("", text), boundary != ids[0]
    return text, True


def _squeeze(text: str) -> str:
    """Letters and digits only, without accents: "Thừa Thiên - Huế" -> "thuathienhue"."""
    return re.sub(r"[^a-z0-9]", "", fold(text))


def _loose_candidates(text: str) -> tuple[str, ...]:
    folded = fold(text)
    bare = _FOLDED_SUFFIX.sub("", _FOLDED_PREFIX.sub("", folded, count=1))
    return _squeeze(text), _squeeze(_without_prefix(text)), _squeeze(bare)


@cache
def _official(boundary: str) -> Mapping[str, str]:
    return {_tidy(one.name.vi): code for code, one in load.provinces(boundary).items()}


@cache
def _loose(boundary: str) -> Mapping[str, str]:
    """Squeezed names and variants; a key that two provinces share is a fault of the file."""
    found: dict[str, str] = {}
    for code, one in load.provinces(boundary).items():
        for name in (one.name.vi, *one.variants):
            if found.setdefault(_squeeze(name), code) != code:
                raise BadReference(f"provinces.csv: {name!r} means two provinces of {boundary}.")
    return found


def _in_two_languages(name: str) -> tuple[str, ...]:
    """Split "CẢ NƯỚC - WHOLE COUNTRY", as the yearbooks print it; a dash in a name splits too, and
    then neither part is one that is known."""
    whole = str(name)
    known = _row_key(whole) in _totals() or _row_key(whole) in _region_names()
    return (whole,) if known else tuple(filter(None, map(str.strip, _LANGUAGES.split(whole, 1))))


def _row_key(name: str) -> str:
    """Fold the name of a row and take "I. Vùng" off: "II. VÙNG TÂY NGUYÊN" -> "tay nguyen"."""
    text = _ROW_NUMBER.sub("", fold(str(name)).strip(" :*"), count=1)
    return re.sub(r"^(?:cac )?(?:vung|khu vuc)\s+", "", text)


@cache
def _totals() -> frozenset[str]:
    return frozenset(_row_key(name) for name in load.read_toml("rows.toml")["totals"])


@cache
def _region_names() -> Mapping[str, str]:
    rows = load.read_toml("regions.toml").items()
    return {
        _row_key(name): key
        for key, row in rows
        for name in (*row["name"].values(), *row["variants"])
    }


@cache
def _formers() -> frozenset[str]:
    rows = load.read_toml("rows.toml")["former"]
    return frozenset(_squeeze(name) for row in rows for name in (row["name"], *row["variants"]))
