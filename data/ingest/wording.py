"""What the words of one heading say: an indicator, a period, a status, or a column's role."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from data.ingest import headings, periods, phrases
from data.ingest.header import Heading


@dataclass(frozen=True, slots=True)
class Wording:
    """A heading that was read. ``matched`` is the key that named ``indicators``.

    ``is_value`` tells that the heading names no indicator but says that figures stand below:
    "Điểm", "2023".
    """

    indicators: frozenset[str]
    matched: str
    period: str | None
    is_value: bool
    role: str

    def is_left_out(self, text: str) -> bool:
        """Whether a heading is of a plan, an estimate or a comparison, beside its own name."""
        return headings.is_left_out(text) and not headings.is_left_out(self.matched)


def of_every_year(taught: Mapping[str, str]) -> dict[str, str]:
    """Let a heading that was taught with its year be the same in another year."""
    found: dict[str, str] = {}
    for words, indicator in taught.items():
        read = periods.in_text(words)
        if read and headings.key(read.rest):
            found[headings.key(read.rest)] = indicator
    return found | dict(taught)


def named_by(text: str, taught: Mapping[str, str]) -> tuple[frozenset[str], str]:
    """Ids of the indicators that a text means, as it was taught or by the dictionary, and how."""
    if text and (known := taught.get(headings.key(text))):
        return frozenset((known,)), headings.key(text)
    return headings.candidates_by(text)


def read_heading(heading: Heading, taught: Mapping[str, str], year: str) -> Wording:
    """Read the words above a column; ``year`` is that of the title, for "9 tháng"."""
    period, rest = _dated(heading, year)
    words = [part for part in rest if headings.key(part)]
    tries = [text for text in _tries(heading, words) if text]
    known = (named_by(text, taught) for text in tries if headings.key(text) in taught)
    read = (named_by(text, {}) for text in tries)
    ids, matched = next((one for one in (*known, *read) if one[0]), (frozenset(), ""))
    is_value = _is_value(words[-1]) if words else period is not None
    if _is_narrowed(heading, rest, matched):
        ids, is_value = frozenset(), False
    return Wording(ids, matched, period, is_value, _role(heading))


def _is_value(words: str) -> bool:
    return headings.role(words) == "value" or headings.is_whole(words)


def _dated(heading: Heading, year: str) -> tuple[str | None, list[str]]:
    """The period that the parts of a heading name, and their words without it.

    A part of a year ("9 tháng") counts more than the year beside it.
    """
    read = [periods.in_text(part) for part in heading.parts]
    named = {one.period for one in read if one}
    years = {one[:4] for one in named}
    of = years.pop() if len(years) == 1 else year if not years else ""
    inside = [
        one or (periods.completed(part, of) if of else None)
        for one, part in zip(read, heading.parts, strict=True)
    ]
    parts = {one.period for one in inside if one} - {of}
    found = parts or named
    words = [one.rest if one else part for one, part in zip(inside, heading.parts, strict=True)]
    return found.pop() if len(found) == 1 else None, words


def _is_narrowed(heading: Heading, rest: list[str], matched: str) -> bool:
    """Whether words below the name, or anywhere of a part of the people, say that it is not all.

    "Số điểm QR" over "Agribank" is not the number of points; over "Tổng cộng" it is.
    """
    if headings.is_part_of_people(heading.text) and not headings.is_part_of_people(matched):
        return True
    names = [n for n, text in enumerate(rest) if matched and matched in headings.keys(text)]
    below = rest[names[-1] + 1 :] if names else []
    # Words of a period that nobody knows are a question of their own.
    dated = (bool(periods.years_in(text) or periods.part_in(text)) for text in below)
    return any(headings.narrows(text) and not one for text, one in zip(below, dated, strict=True))


def _tries(heading: Heading, words: list[str]) -> Iterator[str]:
    """Yield the texts of a heading to look up: all of it, then part by part from below."""
    yield from (" ".join(heading.parts), " ".join(words))
    yield from reversed(heading.parts)
    yield from reversed(words)
    # A unit behind a comma or a dash is none of the name: "Giá trị giao dịch QR, triệu đồng".
    yield from (part.removesuffix(unit) for part in words if (unit := phrases.behind(part)))
    yield headings.without_rank(" ".join(words))


def _role(heading: Heading) -> str:
    """The role by the lowest part that has one, years left out: "Xếp hạng 2023"."""
    for part in (heading.text, *reversed(heading.parts)):
        read = periods.in_text(part)
        if role := headings.role(read.rest if read and read.rest else part):
            return role
    return ""
