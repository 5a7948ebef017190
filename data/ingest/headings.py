"""What the heading of a column means: the dictionary of headings.

Figures are named by the catalogue (names, short names, headings, ids), everything else by
``headings.toml``.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from data.catalogue import indicators
from indicators.model import Status
from language.folding import clean, fold

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_DASH = re.compile(r"\s[-–]\s|\s*/\s*|\n")
_NUMBERING = re.compile(r"^(?:\(?\d{1,2}[.)]|[ivx]{1,4}\.)\s*")


@lru_cache(maxsize=8192)
def key(text: str) -> str:
    """Make headings comparable: words without accents, case and punctuation."""
    plain = re.sub(r"[^0-9a-z_%]+", " ", _NUMBERING.sub("", fold(text)))
    return " ".join(plain.replace("%", " ").split())


def without_brackets(text: str) -> str:
    """Leave out "(%)", "(nghìn người)" and other brackets."""
    return _BRACKETS.sub(" ", text)


@lru_cache(maxsize=8192)
def role(text: str) -> str:
    """Give the role of a column that is no figure ("index", "period" ...), or an empty text."""
    if text.strip() == "#":
        return "index"
    found = next((_roles()[k] for k in keys(text) if k in _roles()), "") or _role_twice(text)
    return found or ("rank" if _begins_as_rank(key(text)) else "")


def _role_twice(text: str) -> str:
    """The role that both halves of a heading in two languages have: "Năm - Year"."""
    halves = {_roles().get(key(half), "") for half in _DASH.split(text)}
    return halves.pop() if len(halves) == 1 else ""


def _begins_as_rank(words: str) -> bool:
    """Whether a heading is a rank of something: "Xếp hạng DTI"."""
    return words.startswith(_rank_fronts())


@cache
def _rank_fronts() -> tuple[str, ...]:
    return tuple(f"{key(word)} " for word in dictionary()["roles"]["rank"])


def is_left_out(text: str) -> bool:
    """Whether a heading is of a plan, an estimate or a comparison."""
    words = f" {key(text)} "
    return any(f" {key(word)} " in words for word in dictionary()["left_out"]["words"])


def is_part_of_people(text: str) -> bool:
    """Whether a heading speaks of some of the people only: "nông thôn", "nữ"."""
    words = f" {key(text)} "
    return any(f" {key(word)} " in words for word in dictionary()["parts"]["people"])


def is_whole(text: str) -> bool:
    """Whether a heading says "all of it", beside men and women or town and country."""
    halves = [key(half) for half in _DASH.split(text)]
    return all(half in ("tong so", "tong cong", "tong", "total") for half in halves)


def is_whole_row(text: str) -> bool:
    """Whether words say that a row is of a whole province, beside rows of its parts: "Chung"."""
    return any(one in _wholes() for one in keys(text))


@cache
def _wholes() -> frozenset[str]:
    listed = (*dictionary()["parts"]["whole"], *dictionary()["lines"]["total"])
    return frozenset(map(key, listed))


def are_of_women(text: str) -> bool:
    """Whether a heading is of women: beside it "Nam" is men, and no year."""
    return key(text) in ("nu", "nu gioi", "female", "females", "women")


def is_of_men(text: str) -> bool:
    """Whether a heading may be of men: "Nam", which without accents is also the word for year."""
    return key(text) == "nam" and "ă" not in clean(text).casefold()


def narrows(text: str) -> bool:
    """Whether words below the name of an indicator make it another thing: "Agribank".

    Units, words for "value" or "total", statuses and numbers do not.
    """
    words = key(text)
    plain = not words or words.isdecimal() or bool(role(text)) or names_unit(text)
    return not (plain or status_in(text) or is_total_of_parts(text) or candidates(text))


def candidates(text: str) -> frozenset[str]:
    """Ids of the indicators with exactly this heading; brackets count, then they do not."""
    return candidates_by(text)[0]


def candidates_by(text: str) -> tuple[frozenset[str], str]:
    """Ids of the indicators with exactly this heading, and the key that named them."""
    known = (k for k in keys(text) if k in _figures())
    found = next(known, "")
    return (_figures()[found], found) if found else _in_two_languages(key(without_brackets(text)))


@lru_cache(maxsize=8192)
def _in_two_languages(words: str) -> tuple[frozenset[str], str]:
    """Ids of the indicators that both halves of a heading name: "Diện tích - Area"."""
    cuts = [n for n, letter in enumerate(words) if letter == " "]
    halves = ((_figures().get(words[:n]), _figures().get(words[n + 1 :])) for n in cuts)
    both = (vi & en for vi, en in halves if vi and en)
    ids = next((one for one in both if one), frozenset[str]())
    return ids, words if ids else ""


def without_rank(text: str) -> str:
    """Take a word for "rank" off the front of a heading: "Xếp hạng DTI"; else an empty text."""
    words = key(without_brackets(text))
    fronts = sorted(_rank_fronts(), key=len, reverse=True)
    return next((words.removeprefix(one) for one in fronts if words.startswith(one)), "")


def candidates_as_written(text: str) -> frozenset[str]:
    """Ids of the indicators with exactly this heading, brackets and all."""
    return _figures().get(key(text), frozenset()) if _BRACKETS.search(text) else frozenset()


def names_unit(text: str) -> bool:
    """Whether words have one in them that measures: "triệu đồng", "thang điểm 100"."""
    if "%" in text or "‰" in text:
        return True
    words = f" {key(text)} "
    return any(f" {key(word)} " in words for word in dictionary()["cells"]["units"])


def named_in(context: Iterable[str]) -> frozenset[str]:
    """Ids of the indicators that a title names: the longest names win over their parts.

    Two names of different indicators side by side give both: the caller must ask.
    """
    lines = [f" {key(line)} " for line in context]
    met = [name for name in _figures() if any(f" {name} " in line for line in lines)]
    longest = [n for n in met if not any(n != other and f" {n} " in f" {other} " for other in met)]
    sets = [_figures()[name] for name in longest]
    if not sets:
        return frozenset()
    return frozenset.intersection(*sets) or frozenset.union(*sets)


def is_missing(text: str) -> bool:
    """Whether a cell says "not known": ``...``, ``x``."""
    return text.strip().casefold() in dictionary()["cells"]["missing"]


def is_watermarked(texts: Iterable[str]) -> bool:
    """Whether a workbook says that its figures are illustrative."""
    words = dictionary()["cells"]["watermark"]
    mark = key(words)
    # A word without accents is there however the others are typed; to look for it costs little.
    plain = [word for word in words.casefold().split() if word.isascii()]
    return any(
        mark in key(text)
        for text in texts
        if len(text) >= len(mark) and all(word in text.casefold() for word in plain)
    )


def status_of(text: str) -> Status | None:
    """Give the status that a status cell means; ``None`` for words that are not known."""
    return _statuses().get(key(text))


def status_in(heading: str) -> Status | None:
    """Give P or E when a heading says "Sơ bộ", "(P)", "ước tính" with its period."""
    words = f" {key(heading)} "
    for status in (Status.P, Status.E):
        long = (word for word in dictionary()["status"][status.value] if len(word) > 1)
        if f"({status.value})" in heading or any(f" {key(word)} " in words for word in long):
            return status
    return None


def list_in(context: Iterable[str]) -> str | None:
    """Give the list of provinces that a title names; ``None`` when it names none or both."""
    lines = [f" {key(line)} " for line in context]
    met = {
        boundary
        for boundary, phrases in dictionary()["lists"].items()
        if any(f" {key(phrase)} " in line for phrase in phrases for line in lines)
    }
    return met.pop() if len(met) == 1 else None


def is_total_of_parts(text: str) -> bool:
    """Whether a row is the total of the parts of a province: "Tổng cộng", "Toàn tỉnh"."""
    words = f"{key(text)} "
    return any(words.startswith(f"{key(word)} ") for word in dictionary()["lines"]["total"])


def begins_with(text: str, kind: str) -> bool:
    """Whether a line is of a kind: ``source``, ``unit`` or ``note``."""
    words = key(text)
    return any(words.startswith(key(word)) for word in dictionary()["lines"][kind])


@cache
def dictionary() -> Mapping[str, Any]:
    """The file ``headings.toml``."""
    return tomllib.loads(Path(__file__).with_name("headings.toml").read_text("utf-8"))


def keys(text: str) -> tuple[str, str]:
    """The key of a text, and that without its brackets."""
    return key(text), key(without_brackets(text))


@cache
def _roles() -> Mapping[str, str]:
    listed = ((word, name) for name, words in dictionary()["roles"].items() for word in words)
    return {key(word): name for word, name in listed if key(word)}


@cache
def _statuses() -> Mapping[str, Status]:
    return {key(w): Status(name) for name, ws in dictionary()["status"].items() for w in ws}


@cache
def _figures() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for one in indicators().values():
        names = (one.id, one.name.vi, one.name.en, one.short.vi, one.short.en, *one.headings)
        for name in names:
            found.setdefault(key(name), set()).add(one.id)
    return {name: frozenset(ids) for name, ids in found.items() if name}
