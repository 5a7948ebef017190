"""What a file says and what it would do, in sentences."""

from collections.abc import Iterator

from briefings.change_tables import CONVERTED
from briefings.phrases import joined
from charts.source_line import capital
from data import catalogue, reference
from data.ingest import Severity, message
from data.service.deliveries import Report
from data.service.preview_model import Differences
from language import Lang, dates, text
from language.numbers import number


def outcome(report: Report, lang: Lang, *, button: str) -> str:
    """Say the outcome in one sentence, with what to do next: ``button`` puts figures to use."""
    delivery = report.delivery
    if delivery.outcome == "refused":
        return refusals(report, lang)[0]
    if delivery.outcome == "review":
        needed = [one for one in report.questions if not one.optional]
        return text("update.review", lang, count=len(needed))
    if not report.changes.items:
        return text("update.nothing_new", lang)
    if report.kind == "by_hand":
        return text("update.loads_entry", lang, button=button)
    known, of = provinces_read(report)
    key = "update.loads_full" if known == of else "update.loads"
    return text(key, lang, n=known, of=of, button=button)


def refusals(report: Report, lang: Lang) -> list[str]:
    """Say why a file was refused, the reason that decides first."""
    issues = report.delivery.issues
    return [message(one, lang) for one in issues if one.severity == Severity.REFUSE]


def notes(report: Report, lang: Lang) -> list[str]:
    """Say what was noted and needs no answer: names understood, what was left out, answers.

    Old letters have a table of their own (``change_tables.letters_table``).
    """
    told = (one for one in report.delivery.issues if one.severity == Severity.NOTE)
    return [message(one, lang) for one in told if one.code != CONVERTED]


def provinces_read(report: Report) -> tuple[int, int]:
    """Count the provinces with a figure, and those of their list (of all lists that occur)."""
    found = report.delivery.observations
    lists = {one.boundary for one in found}
    known = {(one.boundary, one.province_code) for one in found if one.value is not None}
    return len(known), sum(len(reference.provinces(one)) for one in lists)


def contents(report: Report, lang: Lang) -> list[str]:
    """Say which list, indicators and periods were read, and how many figures of each."""
    delivery = report.delivery
    lists = dict.fromkeys(one.boundary for one in delivery.observations)
    names = joined([reference.boundary(one).name[lang] for one in lists], lang)
    periods = joined([dates.period(one, lang) for one in delivery.periods], lang)
    return [
        text("update.contents_list", lang, names=names),
        text("update.contents_periods", lang, periods=capital(periods)),
        *_indicators(report, lang),
    ]


def _indicators(report: Report, lang: Lang) -> Iterator[str]:
    """Yield one line for each indicator: figures with a value, of how many rows read."""
    for name, about in catalogue.indicators().items():
        rows = [one for one in report.delivery.observations if one.indicator_id == name]
        if not rows:
            continue
        known = number(sum(one.value is not None for one in rows), 0, lang)
        yield text(
            "update.contents_indicator",
            lang,
            name=about.name[lang],
            unit=catalogue.units()[about.unit].name[lang],
            known=known,
            count=number(len(rows), 0, lang),
        )


def counts(found: Differences, lang: Lang) -> str:
    """Say how many figures are added, changed, removed and left as they are."""
    return text(
        "change.counts",
        lang,
        added=number(found.added, 0, lang),
        changed=number(found.changed, 0, lang),
        removed=number(found.removed, 0, lang),
        unchanged=number(found.unchanged, 0, lang),
    )
