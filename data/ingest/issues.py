"""What is wrong with a delivery, in words for the person who brought it."""

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from data.catalogue import indicators, units
from data.reference import boundaries
from language import Lang, text
from language.numbers import number

_NUMBERS = frozenset(
    f"issue.{code}"
    for code in ("out_of_range", "scale_unsure", "total_differs", "dti_total_differs")
)
"""Issues whose blanks are numbers as computers write them; a message writes them for readers."""


class Severity(StrEnum):
    """What an issue means for the delivery, gravest last."""

    NOTE = "note"
    REVIEW = "review"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True)
class Issue:
    """One problem, where it is, and what would be right.

    ``code`` is the key of a text in language; the other fields fill its blanks. ``cell`` is
    ``Sheet!B17``, or empty for the whole file. ``about`` names what a figure is of: an indicator,
    a list of provinces, a heading.
    """

    code: str
    cell: str
    found: str
    expected: str = ""
    about: str = ""

    @property
    def severity(self) -> Severity:
        """Note, review or refuse, as ``issues.toml`` says."""
        return _severities()[self.code]


def outcome(issues: Iterable[Issue]) -> str:
    """Give ``loads``, ``review`` or ``refused``: the gravest issue decides."""
    met = {issue.severity for issue in issues}
    if Severity.REFUSE in met:
        return "refused"
    return "review" if Severity.REVIEW in met else "loads"


def limited(issues: Iterable[Issue], most: int = 100) -> list[Issue]:
    """Keep the first issues of each code; a note at the last of them counts the others."""
    listed = list(issues)
    counts = Counter(issue.code for issue in listed)
    seen: Counter[str] = Counter()
    kept: list[Issue] = []
    for issue in listed:
        seen[issue.code] += 1
        if seen[issue.code] <= most:
            kept.append(issue)
        if seen[issue.code] == most < counts[issue.code]:
            kept.append(Issue("issue.more", issue.cell, str(counts[issue.code] - most)))
    return kept


def message(issue: Issue, lang: Lang) -> str:
    """Say an issue in one or two sentences that begin with the place."""
    blanks = {
        "found": _for_readers(issue, issue.found, lang),
        "expected": _for_readers(issue, issue.expected, lang),
        "about": _about(issue.about, lang),
        "range": _range(issue.about, lang),
    }
    sentence = text(_key(issue), lang, **blanks)
    return f"{_place(issue.cell, lang)}{sentence}"


def _key(issue: Issue) -> str:
    """The text with a suggestion and the one without are two texts."""
    return issue.code if issue.expected or issue.code not in _WITH_HINT else f"{issue.code}_bare"


_WITH_HINT = frozenset(
    f"issue.{code}" for code in ("unknown_province", "out_of_range", "missing_province")
)


def _place(cell: str, lang: Lang) -> str:
    if not cell:
        return ""
    sheet, _, address = cell.rpartition("!")
    if not sheet:
        return text("issue.place.cell", lang, cell=address)
    if not address:
        return text("issue.place.sheet", lang, sheet=sheet)
    return text("issue.place.both", lang, cell=address, sheet=sheet)


def _about(about: str, lang: Lang) -> str:
    if about in indicators():
        return indicators()[about].name[lang]
    names = {boundary.id: boundary.name[lang] for boundary in boundaries()}
    return names.get(about, about)


def _range(about: str, lang: Lang) -> str:
    """Give the range of an indicator as "0–1"; empty for anything else."""
    limits = indicators()[about].range if about in indicators() else ()
    return "–".join(_number(limit, lang) for limit in limits)


def _for_readers(issue: Issue, blank: str, lang: Lang) -> str:
    if issue.code == "issue.unit_unknown" and blank in units():
        return units()[blank].name[lang]
    if issue.code not in _NUMBERS:
        return blank
    return "–".join(_number(part, lang) for part in blank.split("–"))


def _number(value: str | float, lang: Lang) -> str:
    """Write a number with the decimals it has; other words stay as they are."""
    try:
        shortest = f"{float(value):.12g}"
        decimals = len(shortest.partition(".")[2]) if "e" not in shortest else 0
        return number(float(value), decimals, lang)
    except ValueError:
        return str(value)


@cache
def _severities() -> Mapping[str, Severity]:
    table = tomllib.loads(Path(__file__).with_name("issues.toml").read_text("utf-8"))
    return {f"issue.{code}": Severity(grade) for grade, codes in table.items() for code in codes}
