"""What may be answered to each kind of finding, and what holds until somebody answers."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache

from data.catalogue import indicators, units
from data.ingest.answers import (
    ACCEPT,
    AS_IS,
    COMMA,
    CONVERT,
    LEAVE_OUT,
    MISSING,
    NIL,
    POINT,
    SKIP,
    Kind,
    Option,
)
from data.ingest.issues import Issue, in_words
from data.reference import boundaries, provinces, resolve
from indicators.model import Status
from language import LANGS, text
from language.bilingual import Words
from language.dates import period as period_in_words
from language.numbers import number

_KINDS: Mapping[str, Kind] = {
    "not_a_number": "number",
    "date_for_number": "number",
    "error_cell": "number",
    "out_of_range": "number",
    "period_unknown": "period",
    "period_unread": "period",
    "period_differs": "period",
    "title_period_differs": "period",
    "two_periods": "period",
    "year_or_day": "period",
    "list_differs": "period",
    "count_not_whole": "number",
    "percent_unsure": "number",
    "percent_of_index": "number",
    "breakdown": "accept",
    "sum_differs": "accept",
    "plan_title": "accept",
    "missing_province": "accept",
    "total_differs": "accept",
    "dti_total_differs": "accept",
    "rank_contradicts_value": "accept",
    "jump": "accept",
    "order_differs": "accept",
    "year_repeated": "accept",
}
WITH_REASON = frozenset(
    f"issue.{code}"
    for code in (
        *("total_differs", "sum_differs", "dti_total_differs", "rank_contradicts_value"),
        *("jump", "order_differs", "year_repeated", "plan_title"),
    )
)
"""Findings that contradict the figures themselves: whoever keeps them says why."""
OPTIONAL = frozenset(("issue.column_left_out",))
SINGLE = frozenset(("issue.list_differs",))
"""Findings of which a period answers one place only, and an option all alike."""


def kind_of(issue: Issue) -> Kind:
    """Say how a finding is answered."""
    return _KINDS.get(_code(issue), "choice")


def default_of(issue: Issue) -> str | None:
    """Give what holds until somebody answers; ``None`` when only a person can say."""
    fixed = _DEFAULTS.get(_code(issue))
    return fixed(issue) if callable(fixed) else fixed


def options_of(issue: Issue) -> tuple[Option, ...]:
    """Give what may be chosen, the likeliest first."""
    offered = _OPTIONS.get(_code(issue), _accept)
    return tuple(dict.fromkeys([*issue.options, *offered(issue)]))


def is_option(issue: Issue, choice: str) -> bool:
    """Whether a choice is one of those offered."""
    return any(one.value == choice for one in options_of(issue))


def _code(issue: Issue) -> str:
    return issue.code.removeprefix("issue.")


@cache
def named(key: str) -> Option:
    """An option that is the same in every question."""
    name = f"question.option.{key}"
    return Option(key, Words(vi=text(name, "vi"), en=text(name, "en")))


def province_option(code: str, boundary: str) -> Option:
    """The option that is a province of a list."""
    one = provinces(boundary)[code]
    return Option(code, Words(vi=one.label("vi"), en=one.label("en")))


def period_option(period: str) -> Option:
    """The option that is a period."""
    return Option(period, Words(vi=period_in_words(period, "vi"), en=period_in_words(period, "en")))


def indicator_option(indicator: str) -> Option:
    """The option that is an indicator."""
    return Option(indicator, indicators()[indicator].name)


def scale_option(factor: float) -> Option:
    """The option that multiplies a column by a power of ten, or divides it."""
    key, times = ("times", factor) if factor > 1 else ("divided", 1 / factor)
    words = (text(f"question.option.{key}", lang, value=number(times, 0, lang)) for lang in LANGS)
    return Option(f"{factor:g}", Words(*words))


def _provinces(issue: Issue) -> Iterator[Option]:
    """The suggested province, leaving the row out, then every province of the list."""
    near = resolve(issue.expected, issue.about) if issue.expected else None
    if near:
        yield province_option(near.code, issue.about)
    yield named(SKIP)
    yield from (province_option(code, issue.about) for code in provinces(issue.about))


def _nearest(issue: Issue) -> str:
    """The suggested province, unless ``alike`` says that it has a row of its own."""
    near = resolve(issue.expected, issue.about) if issue.expected else None
    return near.code if near and near.code != issue.alike else SKIP


def _lists(_issue: Issue) -> Iterator[Option]:
    yield from (Option(one.id, one.name) for one in boundaries())


def _this_list(issue: Issue) -> Iterator[Option]:
    """The list on which the table stands is right; the other option is another period."""
    name = next(one.name for one in boundaries() if one.id == issue.found)
    words = (text("question.option.this_list", lang, found=name[lang]) for lang in LANGS)
    yield Option(issue.found, Words(*words))


def _periods(issue: Issue) -> Iterator[Option]:
    yield from (period_option(one) for one in (issue.found, issue.expected))


def _year_or_day(issue: Issue) -> Iterator[Option]:
    """The year, the day: nothing is stored until somebody says."""
    yield from (period_option(one) for one in (issue.expected, issue.found))


def _units(issue: Issue) -> Iterator[Option]:
    """Our unit, then the others in which tables print it; ``about`` is the indicator."""
    unit = units()[indicators()[issue.about].unit]
    yield Option(unit.id, unit.name)
    # One spelling of each is enough to choose from: the first.
    spelt: dict[float, str] = {}
    for written, factor in unit.written.items():
        spelt.setdefault(factor, written)
    yield from (
        Option(written, Words(vi=written, en=written))
        for factor, written in spelt.items()
        if factor != 1
    )
    yield named(LEAVE_OUT)


def _dashes(issue: Issue) -> Iterator[Option]:
    """Nil is zero, and only a count can be nil; ``alike`` is the indicator."""
    yield named(MISSING)
    if issue.alike in indicators() and indicators()[issue.alike].merge == "total":
        yield named(NIL)


def _range(issue: Issue) -> Iterator[Option]:
    if issue.expected:
        words = (
            text("question.option.suggested", lang, value=in_words(issue.expected, lang))
            for lang in LANGS
        )
        yield Option(CONVERT, Words(*words))
    yield from map(named, (MISSING, LEAVE_OUT))


def _scales(issue: Issue) -> Iterator[Option]:
    """The one scale that fits; where several do, they stand in the finding itself."""
    yield from map(named, (CONVERT, LEAVE_OUT) if issue.expected else (LEAVE_OUT,))


def _slip(issue: Issue) -> Iterator[Option]:
    """The suggested number, the one that stands there, or none."""
    yield from _range(issue)
    yield named(AS_IS)


def _index(issue: Issue) -> Iterator[Option]:
    """The number that stands there, its hundredth, or none: neither is likelier."""
    yield named(AS_IS)
    yield from _range(issue)


def _statuses(_issue: Issue) -> Iterator[Option]:
    for status in (Status.P, Status.A, Status.E, Status.Q):
        name = f"status.{status}"
        yield Option(status.value, Words(vi=text(name, "vi"), en=text(name, "en")))


def _teachable(_issue: Issue) -> Iterator[Option]:
    yield named(LEAVE_OUT)
    yield from map(indicator_option, indicators())


def _accept(_issue: Issue) -> Iterator[Option]:
    yield named(ACCEPT)


def _fixed(*keys: str) -> Callable[[Issue], Iterator[Option]]:
    return lambda _issue: map(named, keys)


_OPTIONS: Mapping[str, Callable[[Issue], Iterator[Option]]] = {
    "unknown_province": _provinces,
    "former_province": _provinces,
    "wrong_list": _provinces,
    "unknown_provinces": _fixed(SKIP),
    "code_differs": _fixed(SKIP),
    "duplicate": _fixed(SKIP),
    "mixed_boundary": _lists,
    "list_differs": _this_list,
    "period_unknown": _fixed(LEAVE_OUT),
    "period_unread": _fixed(LEAVE_OUT),
    "two_periods": _fixed(LEAVE_OUT),
    "period_differs": _periods,
    "title_period_differs": _periods,
    "year_or_day": _year_or_day,
    "indicator_unclear": _fixed(LEAVE_OUT),
    "parts_unsure": _fixed(LEAVE_OUT),
    "column_left_out": _teachable,
    "not_a_number": _fixed(MISSING, LEAVE_OUT),
    "date_for_number": _fixed(MISSING, LEAVE_OUT),
    "error_cell": _fixed(MISSING, LEAVE_OUT),
    "decimal_unclear": _fixed(COMMA, POINT, LEAVE_OUT),
    "dash": _dashes,
    "out_of_range": _range,
    "count_not_whole": _slip,
    "percent_unsure": _slip,
    "percent_of_index": _index,
    "scale_unsure": _scales,
    "unit_unknown": _units,
    "unit_unsaid": _units,
    "merged_cells": _fixed(LEAVE_OUT),
    "status_unknown": _statuses,
    "status_contradicts_value": _fixed(MISSING, AS_IS),
}
_DEFAULTS: Mapping[str, str | Callable[[Issue], str | None]] = {
    "unknown_province": _nearest,
    "former_province": SKIP,
    "wrong_list": SKIP,
    "unknown_provinces": SKIP,
    "code_differs": lambda issue: issue.expected,
    "mixed_boundary": lambda issue: issue.about,
    "list_differs": lambda issue: issue.found,
    "period_unknown": LEAVE_OUT,
    "period_unread": LEAVE_OUT,
    "two_periods": LEAVE_OUT,
    "period_differs": lambda issue: issue.expected,
    "title_period_differs": lambda issue: issue.found,
    "indicator_unclear": LEAVE_OUT,
    "parts_unsure": LEAVE_OUT,
    "column_left_out": LEAVE_OUT,
    "not_a_number": LEAVE_OUT,
    "date_for_number": LEAVE_OUT,
    "error_cell": LEAVE_OUT,
    "decimal_unclear": LEAVE_OUT,
    "dash": MISSING,
    "out_of_range": lambda issue: CONVERT if issue.expected else None,
    "count_not_whole": lambda issue: CONVERT if issue.expected else None,
    "percent_unsure": lambda issue: CONVERT if issue.expected else None,
    "scale_unsure": lambda issue: CONVERT if issue.expected else None,
    "unit_unknown": lambda issue: issue.expected,
    "unit_unsaid": lambda issue: issue.expected,
    "merged_cells": LEAVE_OUT,
    "status_unknown": Status.P.value,
    "status_contradicts_value": MISSING,
    **dict.fromkeys((code for code, kind in _KINDS.items() if kind == "accept"), ACCEPT),
}
