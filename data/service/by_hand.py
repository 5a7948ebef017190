"""One figure of a document, entered by hand: the same checks, the same release, a file of its own.

What was entered becomes a small table as text, which is read and checked like any delivery. So the
figure has a file and a cell, and the document's number and date are kept with it.
"""

import csv
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from dataclasses import replace as changed
from datetime import date
from io import StringIO
from typing import Literal

from data.catalogue import indicators, sources, units
from data.errors import NotAccepted
from data.ingest import periods
from data.ingest.answers import ACCEPT, Answer
from data.ingest.typed import number_in
from data.reference import boundaries, provinces
from data.service import deliveries
from data.service.deliveries import Report
from data.service.rights import Person
from data.store import Release, Store
from indicators.errors import PeriodError
from indicators.period import parse
from language.dates import day as written_day

Status = Literal["A", "P", "E"]

_HEADS = ("Mã tỉnh", "Tỉnh, thành phố", "Kỳ số liệu", "indicator_id", "Giá trị", "Trạng thái")
_DAY = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})")
LONGEST = 200  # characters of the document's number or of the body that issued it


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure as a person typed it.

    ``value`` and ``period`` in Vietnamese or plain forms: "0,6744", "1.234", "quý III năm 2024".
    ``document`` is the number of the document that states the figure, ``issued`` its date and
    ``body`` who issued it. ``source_id`` is a source of the catalogue; empty for the usual one of
    the indicator. ``status``: official, provisional or estimated by the source.
    """

    province_code: str
    boundary: str
    indicator_id: str
    period: str
    value: str
    document: str
    issued: str
    body: str = ""
    source_id: str = ""
    status: Status = "A"


@dataclass(frozen=True, slots=True)
class Fault:
    """A field that cannot stay as it is; ``key`` and ``blanks`` are of the text that says why."""

    field: str
    key: str
    blanks: Mapping[str, str]


def faults(entry: Entry) -> tuple[Fault, ...]:
    """Give everything that keeps an entry from being checked, in the order of the form."""
    return tuple(Fault(name, _key(name, found), {"found": found}) for name, found in _wrong(entry))


def _key(name: str, found: str) -> str:
    is_empty = name in ("period", "issued") and not found.strip()
    return f"by_hand.{'empty' if is_empty else 'wrong'}_{name}"


def _wrong(entry: Entry) -> Iterator[tuple[str, str]]:
    lists = {one.id for one in boundaries()}
    if entry.boundary not in lists:
        yield "boundary", entry.boundary
    elif entry.province_code not in provinces(entry.boundary):
        yield "province_code", entry.province_code
    if entry.indicator_id not in indicators():
        yield "indicator_id", entry.indicator_id
    if period_of(entry.period) is None:
        yield "period", entry.period
    if not entry.value.strip():
        yield "value", entry.value
    if not 0 < len(entry.document.strip()) <= LONGEST:
        yield "document", entry.document
    if day_of(entry.issued) is None:
        yield "issued", entry.issued
    if len(entry.body) > LONGEST:
        yield "body", entry.body[:LONGEST]
    if entry.source_id and entry.source_id not in sources():
        yield "source_id", entry.source_id
    if entry.status not in ("A", "P", "E"):
        yield "status", entry.status


def period_of(typed: str) -> str | None:
    """Read a period in words or in its plain form; ``None`` when it is neither."""
    try:
        return parse(typed.strip()).text
    except PeriodError:
        return periods.of_cell(typed.strip())


def day_of(typed: str) -> str | None:
    """Read a day, 31/8/2024 or 2024-08-31, as ISO; ``None`` when there is no such day."""
    match = _DAY.fullmatch(typed.strip())
    plain = f"{match[3]}-{int(match[2]):02d}-{int(match[1]):02d}" if match else typed.strip()
    try:
        return date.fromisoformat(plain).isoformat()
    except ValueError:
        return None


def check(store: Store, entry: Entry, answers: Collection[Answer] = ()) -> Report:
    """Check an entry as a delivery of one figure.

    ``NotAccepted`` for an entry with faults: show ``faults`` first. That the other provinces of the
    list are not in it needs no answer.
    """
    if found := faults(entry):
        codes = tuple(fault.key for fault in found)
        raise NotAccepted(f"The entry has faults: {', '.join(codes)}.", codes)
    name = file_name(entry)
    alone = Answer("issue.missing_province", f"{name.removesuffix('.csv')}!B1", ACCEPT)
    report = deliveries.check(
        store, content(entry), name, boundary=entry.boundary, answers=(alone, *answers)
    )
    return changed(report, kind="by_hand", document=document_of(entry))


def file_name(entry: Entry) -> str:
    """Name the file that is kept: ``nhap_tay_dti_total_2024_02.csv``."""
    period = (period_of(entry.period) or "").replace("/", "_")
    return f"nhap_tay_{entry.indicator_id}_{period}_{entry.province_code}.csv"


def content(entry: Entry) -> bytes:
    """Write what was entered as a table of one row, the document below it; UTF-8 with its mark.

    Words that a person typed stand behind words of ours: no cell begins a formula.
    """
    source = sources()[entry.source_id or indicators()[entry.indicator_id].source_id]
    name = provinces(entry.boundary)[entry.province_code].name.vi
    period = period_of(entry.period)
    row = (entry.province_code, name, period, entry.indicator_id, _value(entry), entry.status)
    lines = [
        (*_HEADS, "Nguồn", "Đơn vị tính"),
        (*row, source.id, units()[indicators()[entry.indicator_id].unit].name.vi),
        (),
        (document_of(entry),),
    ]
    target = StringIO()
    csv.writer(target, lineterminator="\r\n").writerows(lines)
    return target.getvalue().encode("utf-8-sig")


def _value(entry: Entry) -> str:
    """Give the value plainly where it can be read in one way only, else as typed.

    "12.480" of what is counted whole is 12480. What would begin a formula, and is no number, is
    marked as text.
    """
    value = " ".join(entry.value.split())
    read = number_in(value, entry.indicator_id)
    if read is not None and "%" not in value:
        return f"{read:.12g}"
    begins = value[:1] in "=@" or (value[:1] in "+-" and not value[1:2].isdecimal())
    return f"'{value}" if begins and value != "-" else value


def document_of(entry: Entry) -> str:
    """Name the document: ``Văn bản số 12/BC-STTTT ngày 12/3/2025, Sở Thông tin``."""
    number, body = (" ".join(words.split()) for words in (entry.document, entry.body))
    day = written_day(day_of(entry.issued) or "", "vi")
    return f"Văn bản số {number} ngày {day}{f', {body}' if body else ''}"


def is_correction(report: Report) -> bool:
    """Tell whether a figure is there already and would change: then a reason is needed."""
    return report.corrects


def publish(
    store: Store, report: Report, *, person: Person, note: str = "", reason: str = ""
) -> Release:
    """Publish an entry; its document stands in the note when the person gives none.

    The same faults as ``deliveries.publish``; ``ReasonNeeded`` for a correction without a reason.
    """
    return deliveries.publish(store, report, person=person, note=note, reason=reason)
