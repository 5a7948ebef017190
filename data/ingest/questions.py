"""Open points as questions, alike ones as one; and the answers that were given to them."""

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import replace

from data.ingest.answers import Answer, Question
from data.ingest.choices import (
    OPTIONAL,
    SINGLE,
    WITH_REASON,
    default_of,
    is_option,
    kind_of,
    options_of,
)
from data.ingest.issues import Issue, Severity, message
from data.ingest.typed import is_possible, number_in
from indicators.errors import PeriodError
from indicators.period import parse
from language.bilingual import Words


class Given:
    """The answers of a person, and which of them were used."""

    def __init__(self, answers: Iterable[Answer] = ()) -> None:
        self._by_code: dict[str, dict[str, Answer]] = {}
        for one in answers:
            # A later answer to the same question replaces the earlier one.
            self._by_code.setdefault(one.code, {})[one.cell] = one
        self._served: dict[tuple[str, str], Answer] = {}
        self._used: list[Answer] = []
        self._turned: set[str] = set()

    def turn(self, sheet: str) -> None:
        """Let what is alike in a column of a table be alike in a row of a sheet."""
        self._turned.add(sheet)

    @property
    def turned(self) -> frozenset[str]:
        """The sheets whose tables were turned."""
        return frozenset(self._turned)

    def settle(self, issues: Iterable[Issue]) -> dict[str, str | None]:
        """Give what holds for each finding, by its cell: the answer, else the default.

        ``None`` where nobody has answered and nothing can hold until then. Findings that are
        alike must come together: one answer serves them all.
        """
        listed = list(issues)
        held = {one.cell: default_of(one) for one in listed}
        for group in _alike((one for one in listed if one.code in self._by_code), self.turned):
            held |= self._answered(group)
        return held

    def choice(self, issue: Issue) -> str | None:
        """Give what holds for one finding that is alike to no other."""
        return self.settle([issue])[issue.cell]

    def is_answered(self, issue: Issue) -> bool:
        """Whether a person's answer to a finding was used."""
        return (issue.code, issue.cell) in self._served

    def told(self, issues: Iterable[Issue]) -> list[Issue]:
        """Write the findings that were answered as notes of what was chosen."""
        return [
            _told(one, self._served[one.code, one.cell]) if self.is_answered(one) else one
            for one in issues
        ]

    @property
    def used(self) -> tuple[Answer, ...]:
        """The answers that were used, each once, as they were given."""
        return tuple(dict.fromkeys(self._used))

    def _answered(self, group: list[Issue]) -> Iterator[tuple[str, str]]:
        given = self._by_code[group[0].code]
        own = {one.cell: given[one.cell] for one in group if _fits(one, given.get(one.cell))}
        for_all = [
            (one, own[one.cell])
            for one in group
            if one.cell in own and _serves_all(one, own[one.cell])
        ]
        for issue in group:
            own_choice = own[issue.cell].choice if issue.cell in own else None
            shared = ((answer, _same(issue, one, answer)) for one, answer in for_all)
            answer, choice = next(
                (pair for pair in shared if own_choice is None and pair[1]),
                (own.get(issue.cell), own_choice),
            )
            if answer and choice is not None:
                self._served[issue.code, issue.cell] = replace(answer, choice=choice)
                self._used.append(answer)
                yield issue.cell, choice


def _same(issue: Issue, answered: Issue, answer: Answer) -> str | None:
    """Give what an answer to an alike finding means for this one; ``None`` for nothing.

    Options of the finding itself, such as the two cells of a figure that stands twice, mean the
    same where they stand at the same place of the list.
    """
    if _fits(issue, answer):
        return answer.choice
    values = [one.value for one in answered.options]
    place = values.index(answer.choice) if answer.choice in values else len(issue.options)
    return issue.options[place].value if place < len(issue.options) else None


def _fits(issue: Issue, answer: Answer | None) -> bool:
    """Whether an answer is one that the question takes; any other is as good as none."""
    if answer is None or (issue.code in WITH_REASON and not answer.reason.strip()):
        return False
    if is_option(issue, answer.choice):
        return True
    kind = kind_of(issue)
    if kind == "number":
        return _is_number(issue, answer.choice)
    return kind == "period" and _is_period(answer.choice)


def _is_number(issue: Issue, choice: str) -> bool:
    """What is typed for a cell is checked as the cell would be; here it need only be a number."""
    value = number_in(choice, issue.about)
    return value is not None and (
        issue.code != "issue.out_of_range" or is_possible(value, issue.about)
    )


def _is_period(choice: str) -> bool:
    try:
        parse(choice)
    except PeriodError:
        return False
    return True


def _serves_all(issue: Issue, answer: Answer) -> bool:
    """A number that is typed is the figure of one cell; what is chosen serves all alike."""
    is_single = kind_of(issue) == "number" or issue.code in SINGLE
    return is_option(issue, answer.choice) or not is_single


def _told(issue: Issue, answer: Answer) -> Issue:
    """Say what was asked and what was chosen; the cell, the code and the reason stay with it."""
    chosen = [one for one in options_of(issue) if one.value == answer.choice]
    return Issue(
        "issue.answered",
        issue.cell,
        issue.code,
        answer.choice,
        answer.reason,
        cells=issue.cells,
        options=tuple(chosen),
        asked=issue,
    )


def questions(
    issues: Iterable[Issue], turned: Collection[str] = frozenset()
) -> tuple[Question, ...]:
    """Make the questions of the findings that wait for a person, in the order of the file.

    ``turned`` are the sheets whose tables were turned.
    """
    open_ = (one for one in issues if one.severity == Severity.REVIEW or one.code in OPTIONAL)
    return tuple(_question(group) for group in _alike(open_, turned))


def _question(group: list[Issue]) -> Question:
    first = group[0]
    cells = dict.fromkeys(cell for one in group for cell in one.cells or (one.cell,))
    return Question(
        code=first.code,
        # The cell of the finding itself stands first: an answer names it.
        cells=tuple(dict.fromkeys((first.cell, *cells))),
        kind=kind_of(first),
        options=options_of(first),
        default=default_of(first),
        needs_reason=first.code in WITH_REASON,
        words=Words(vi=message(first, "vi"), en=message(first, "en")),
        found=first.found,
        about=first.about,
        optional=first.code in OPTIONAL,
    )


def _alike(issues: Iterable[Issue], turned: Collection[str]) -> list[list[Issue]]:
    """Put findings together that one answer serves, in the order of the first of each."""
    groups: dict[Hashable, list[Issue]] = {}
    for one in issues:
        groups.setdefault(_likeness(one, turned), []).append(one)
    return list(groups.values())


def _likeness(issue: Issue, turned: Collection[str]) -> Hashable:
    sheet, _, address = issue.cell.rpartition("!")
    letters = address.rstrip("0123456789")
    column = f"{sheet}!{address[len(letters) :] if sheet in turned else letters}"
    place = {"cell": issue.cell, "sheet": sheet, "column": column}
    parts = _LIKE.get(issue.code.removeprefix("issue."), ("cell",))
    return issue.code, *(place.get(part) or getattr(issue, part, "") for part in parts)


_LIKE: Mapping[str, tuple[str, ...]] = {
    "unknown_province": ("found", "about"),
    "former_province": ("found", "about"),
    "wrong_list": ("found", "about"),
    "list_differs": ("found",),
    "missing_province": ("found", "expected"),
    "duplicate": ("column", "alike"),
    "period_unknown": ("sheet",),
    "period_unread": ("found",),
    "period_differs": ("found", "expected"),
    "title_period_differs": ("sheet", "found"),
    "year_or_day": ("found",),
    "indicator_unclear": ("found",),
    "column_left_out": ("found",),
    "not_a_number": ("column", "found"),
    "date_for_number": ("column", "found"),
    "error_cell": ("column", "found"),
    "decimal_unclear": ("column",),
    "dash": ("about", "alike"),
    "out_of_range": ("column", "alike"),
    "breakdown": ("sheet", "expected"),
    "parts_unsure": ("sheet", "found", "about"),
    "plan_title": ("sheet", "found"),
    "count_not_whole": ("column", "alike"),
    "percent_unsure": ("column", "alike"),
    "percent_of_index": ("column", "alike"),
    "scale_unsure": ("about", "alike"),
    "unit_unknown": ("found", "about"),
    "unit_unsaid": ("about",),
    "status_unknown": ("found",),
    "status_contradicts_value": ("column",),
    "total_differs": ("column",),
    "dti_total_differs": ("column",),
    "rank_contradicts_value": ("column",),
    "jump": ("column",),
    "year_repeated": ("sheet", "alike"),
}
"""What must be equal for one answer to serve two findings; of any other code it is the cell."""
