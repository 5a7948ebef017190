"""The history of releases: who put what to use, when and why."""

from collections.abc import Sequence

from briefings.moments import moment
from charts.table import Cell, Column, Line, Table
from data.service.history import Written
from data.service.proposals import Proposal
from data.store import Release
from language import Lang, text
from language.numbers import number


def releases_table(found: Sequence[Release], lang: Lang) -> Table:
    """List releases, newest first: number, moment, person, kind, file, counts, note, reason."""
    names = ("number", "when", "by", "kind", "file", "written", "note")
    heads = tuple(
        Column(
            text(f"history.{name}", lang),
            name == "written",
            sortable=False,
            is_long=name in ("file", "note"),
        )
        for name in names
    )
    return Table(
        text("menu.history", lang), heads, tuple(_line(one, lang) for one in found), is_prose=True
    )


def _line(one: Release, lang: Lang) -> Line:
    return Line(
        (
            Cell(str(one.id)),
            Cell(moment(one.created_at, lang)),
            Cell(who(one, lang)),
            Cell(kind(one, lang)),
            Cell(one.file or "–"),
            Cell(number(one.written, 0, lang)),
            Cell(" ".join(_words(one, lang)) or "–"),
        )
    )


def who(one: Release | Written, lang: Lang) -> str:
    """Name who brought a release, and who approved it; the program has a name of its own."""
    by = text("history.program", lang) if one.kind == "shipped" else one.by
    if not one.approved_by:
        return by
    return text("history.approved", lang, by=by, approver=one.approved_by)


def kind(one: Release, lang: Lang) -> str:
    """Say what kind of release it is."""
    if one.kind == "undo" and one.undoes:
        return text("history.kind_undo_of", lang, release=one.undoes)
    return text(f"history.kind_{one.kind}", lang)


def _words(one: Release, lang: Lang) -> list[str]:
    """Give note and reason as sentences."""
    found = [one.note] if one.note else []
    if one.reason:
        found.append(text("history.for_reason", lang, reason=one.reason))
    return found


def label(one: Release, lang: Lang) -> str:
    """Name a release in a list to choose from."""
    when = moment(one.created_at, lang)
    return text("history.label", lang, release=one.id, when=when, by=who(one, lang))


def release_lines(one: Release, lang: Lang) -> list[str]:
    """Say everything that is known of a release, line by line."""
    lines = [
        text("history.line_when", lang, when=moment(one.created_at, lang), by=who(one, lang)),
        text("history.line_kind", lang, kind=kind(one, lang)),
    ]
    if one.file:
        lines.append(text("history.line_file", lang, file=one.file))
    if one.note:
        lines.append(text("history.line_note", lang, note=one.note))
    if one.reason:
        lines.append(text("history.line_reason", lang, reason=one.reason))
    return lines


def proposal_lines(one: Proposal, lang: Lang) -> list[str]:
    """Say what waits: when it was brought, which file, with which note and reason."""
    lines = [text("waiting.line_when", lang, when=moment(one.at, lang))]
    if one.file:
        lines.append(text("history.line_file", lang, file=one.file))
    if one.note:
        lines.append(text("history.line_note", lang, note=one.note))
    if one.reason:
        lines.append(text("history.line_reason", lang, reason=one.reason))
    return lines
