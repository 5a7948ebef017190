"""What is wrong with a delivery, in words for the person who brought it."""

import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from data.catalogue import indicators, units
from data.ingest.answers import Option
from data.reference import boundaries, provinces, resolve
from language import Lang, text
from language.dates import day, period
from language.numbers import number

_NUMBERS = frozenset(
    f"issue.{code}"
    for code in (
        *("out_of_range", "scale_unsure", "total_differs", "dti_total_differs", "jump"),
        *("breakdown", "sum_differs", "count_not_whole", "percent_unsure"),
        "percent_of_index",
    )
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
    a list of provinces, a heading. ``cells`` are all places where one finding speaks of several;
    ``options`` what may be chosen where that does not follow from the code, and ``alike`` what
    else must be equal for one answer to serve two findings. ``asked`` is the question behind
    ``issue.answered``, whose ``expected`` is the choice in words of the program.
    """

    code: str
    cell: str
    found: str
    expected: str = ""
    about: str = ""
    cells: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    alike: str = ""
    asked: "Issue | None" = None

    @property
    def severity(self) -> Severity:
        """Note, review or refuse, as ``issues.toml`` says."""
        return _severities()[self.code]


def codes_asked() -> frozenset[str]:
    """Give the codes of all findings that wait for a person's answer."""
    return frozenset(code for code, grade in _severities().items() if grade == Severity.REVIEW)


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
    asked = f"{_sentence(issue.asked, lang)} " if issue.asked else ""
    return f"{place_in_words(issue.cell, lang)}{asked}{_sentence(issue, lang)}"


def _sentence(issue: Issue, lang: Lang) -> str:
    blanks = {
        "found": _for_readers(issue, issue.found, lang),
        "expected": _for_readers(issue, issue.expected, lang),
        "about": _about_in(issue, lang),
        "range": _range(issue.about, lang),
    }
    return text(_key(issue), lang, **blanks)


def _about_in(issue: Issue, lang: Lang) -> str:
    if issue.code in _WITH_PERIOD:
        return _when(issue.about, lang)
    return _titled(issue.about, lang) if _is_of_one(issue) else _about(issue.about, lang)


def _key(issue: Issue) -> str:
    """The text with a suggestion and the one without are two texts."""
    hint = issue.about if issue.code == "issue.answered" else issue.expected
    return issue.code if hint or issue.code not in _WITH_HINT else f"{issue.code}_bare"


_WITH_HINT = frozenset(
    f"issue.{code}"
    for code in (
        *("unknown_province", "out_of_range", "missing_province", "answered"),
        *("count_not_whole", "percent_unsure", "scale_unsure", "parts_left_out"),
    )
)


def place_in_words(cell: str, lang: Lang) -> str:
    """Say a place as a message begins: 'Ô B17 (trang tính "DTI"): '."""
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


def _is_of_one(issue: Issue) -> bool:
    return issue.code == "issue.breakdown"


def _titled(name: str, lang: Lang) -> str:
    """Name a province with its kind, on the newest list that knows it: "tỉnh Tuyên Quang"."""
    for one in reversed(boundaries()):
        if found := resolve(name, one.id):
            return provinces(one.id)[found.code].titled(lang, one.valid_from)
    return name


def _range(about: str, lang: Lang) -> str:
    """Give the range of an indicator as "0–1"; empty for anything else."""
    limits = indicators()[about].range if about in indicators() else ()
    return "–".join(_number(limit, lang) for limit in limits)


def _for_readers(issue: Issue, blank: str, lang: Lang) -> str:
    if issue.code in ("issue.unit_unknown", "issue.unit_unsaid") and blank in units():
        return units()[blank].name[lang]
    if issue.code == "issue.answered" and blank == issue.expected and issue.options:
        return issue.options[0].words[lang]
    if issue.code == "issue.jump" and blank == issue.expected:
        return _dated(blank, lang)
    if issue.code in _OTHERS:
        return _OTHERS[issue.code](blank, lang)
    if issue.code not in _NUMBERS:
        return blank
    return in_words(blank, lang)


def _of_list(blank: str, lang: Lang) -> str:
    return next((one.name[lang] for one in boundaries() if one.id == blank), blank)


def _when(blank: str, lang: Lang) -> str:
    """Write a period that is no plain year in words: "9 tháng năm 2026"."""
    try:
        return blank if blank.isdecimal() else period(blank, lang)
    except ValueError:
        return blank


def _as_day(blank: str, lang: Lang) -> str:
    try:
        return day(blank, lang)
    except ValueError:
        return blank


def _either(blank: str, lang: Lang) -> str:
    return blank.replace(" / ", " hay " if lang == "vi" else " or ")


_OTHERS: Mapping[str, Callable[[str, Lang], str]] = {
    "issue.list_differs": _of_list,
    "issue.order_differs": _when,
    "issue.year_repeated": _when,
    "issue.period_differs": _when,
    "issue.title_period_differs": _when,
    "issue.year_or_day": _as_day,
    "issue.date_for_number": _as_day,
    "issue.decimal_unclear": _either,
}
_WITH_PERIOD = frozenset(
    f"issue.{code}"
    for code in ("duplicate", "missing_province", "list_differs", "dti_total_differs")
)


def _dated(blank: str, lang: Lang) -> str:
    """Write "0.479 2022" as a figure with its period: "0,479 (năm 2022)"."""
    value, _, when = blank.partition(" ")
    return f"{in_words(value, lang)} ({period(when, lang)})" if when else in_words(value, lang)


def in_words(blank: str, lang: Lang) -> str:
    """Write a number, or two with a dash between, for readers; other words stay as they are."""
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
