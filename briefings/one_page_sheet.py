"""What stands on the A4 sheet of a province, chosen from its findings, in words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from briefings.finding import Finding
from briefings.picture_parts import small_print
from charts.bars import BarsFigure
from charts.map.figure import MapFigure
from charts.table import Line, Table
from language import Lang, text

MOST_SAID = 5
MOST_ROWS = 12
MOST_BARS = 16
BY_PLACE = 3  # the column with the place in the list
LONGEST = 900  # letters of sentences; more leave the map no room


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on the sheet, in words; ``rows`` are those of ``head``, ``more`` or ""."""

    title: str
    kicker: str
    subtitle: str
    said: tuple[str, ...]
    picture: Finding
    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    more: str
    notes: tuple[str, ...]
    watermark: str


def sheet_of(findings: Sequence[Finding], lang: Lang) -> Sheet:
    """Choose what stands on the sheet: the first finding, a figure, sentences, the standings."""
    if not findings:
        raise ValueError("A sheet needs the findings of a province; there are none.")
    first = findings[0]
    standings = next((one for one in findings if one.id.startswith("standings")), None)
    head, rows, left_out = _rows(standings)
    picture = _picture(findings)
    beside = [picture, first, *([standings] if standings else [])]
    return Sheet(
        title=first.title,
        kicker=text("one_page.title", lang, name=_name(standings)) if standings else "",
        subtitle=first.subtitle,
        said=_said(first),
        picture=picture,
        caption=text("one_page.table", lang) if rows else "",
        head=head,
        rows=rows,
        more=text("one_page.rows", lang, count=left_out) if left_out else "",
        notes=_notes(beside, lang),
        watermark=_watermark(findings, lang),
    )


def _picture(findings: Sequence[Finding]) -> Finding:
    """Give the map where it shows the group large, else the group's bars where they are few."""
    first = findings[0]
    if isinstance(first.figure, MapFigure) and first.figure.view == "north":
        return first
    for one in findings:
        if isinstance(one.figure, BarsFigure) and len(one.figure.bars) <= MOST_BARS:
            return one
    return first


def _name(standings: Finding) -> str:
    """Give the province's name: the subtitle of its standings begins with it."""
    return standings.subtitle.split(" · ")[0]


def _said(finding: Finding) -> tuple[str, ...]:
    """Give the first sentences that leave room for the map."""
    kept: list[str] = []
    for sentence in finding.said[:MOST_SAID]:
        if sum(len(one) for one in kept) + len(sentence) <= LONGEST or not kept:
            kept.append(sentence)
    return tuple(kept)


def _rows(
    standings: Finding | None,
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...], int]:
    """Give the first row and those that can be compared with the group; how many are left out.

    What grows with a province's size is no standing: the full table tells by its distances. A
    group that is too small to have any shows what has a place.
    """
    if standings is None or not isinstance(standings.figure, Table):
        return (), (), 0
    shown, full = standings.figure, standings.numbers
    by_distance = len(shown.columns)  # the first column that only the full table has
    column = by_distance if any(_has(line, by_distance) for line in full.lines) else BY_PLACE
    kept = [
        line
        for place, line in enumerate(shown.lines)
        if not place or _has(full.lines[place], column)
    ][:MOST_ROWS]
    rows = tuple(tuple(cell.text for cell in line.cells) for line in kept)
    return tuple(column.label for column in shown.columns), rows, len(shown.lines) - len(kept)


def _has(line: Line, column: int) -> bool:
    return line.cells[column].order is not None


def _notes(findings: Sequence[Finding], lang: Lang) -> tuple[str, ...]:
    """Give the small print of all that is shown as one, in the first one's unit and period."""
    first, notes = findings[0], [one.notes for one in findings]
    whole = replace(
        first.notes,
        sources=_once(one.sources for one in notes),
        marks=_once(one.marks for one in notes),
        breaks=_once(one.breaks for one in notes),
        method=(),
        period="; ".join(dict.fromkeys(one.period for one in notes)),
    )
    words = small_print(replace(first, notes=whole), lang, long=False)
    legal = " ".join(f"{part}." for part in (whole.licence, whole.disclaimer) if part)
    return tuple(one for one in (*words, legal) if one)


def _once(words: Iterable[Sequence[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for some in words for one in some))


def _watermark(findings: Sequence[Finding], lang: Lang) -> str:
    is_due = any(one.notes.illustrative for one in findings)
    return text("chart.watermark", lang) if is_due else ""
