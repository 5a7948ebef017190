"""The shapes in which analysts receive figures, made of typed tables."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from data.catalogue import indicator, indicators, sources
from data.reference import province
from indicators.model import Status
from tools.published.sheet import Cell, Sheet
from tools.published.tables import Figure, LeftOut

MISSING = "…"
NAMES = "Tỉnh, thành phố"
_STATUS = {Status.A: "Chính thức", Status.P: "Sơ bộ", Status.Q: "Trích theo công bố"}


def source_text(source_id: str) -> str:
    """Name a source so that a reader can go there: publisher, title, address."""
    source = sources()[source_id]
    return f"{source.publisher.vi}: {source.title.vi}, {source.url} [{source_id}]"


def source_line(found: Iterable[Figure]) -> str:
    """Give the line under a table whose figures have one source."""
    (source_id,) = {one.source_id for one in found}
    return f"Nguồn: {source_text(source_id)}"


def left_out_lines(rows: Iterable[LeftOut]) -> list[str]:
    """Name what is not in a workbook, a line each."""
    return [
        f"Ghi chú: không đưa vào {indicators()[row.indicator_id].name.vi} năm {row.period} của "
        f"{province(row.province_code, row.boundary).name.vi} ({row.source_id}). {row.reason}."
        for row in rows
    ]


def number_format(indicator_id: str) -> str:
    """How a spreadsheet shows the indicator's values."""
    decimals = indicator(indicator_id).decimals
    whole = "#,##0" if decimals < 2 else "0"
    return f"{whole}.{'0' * decimals}" if decimals else whole


def index_sheet(
    name: str,
    titles: Sequence[str],
    found: list[Figure],
    groups: Mapping[str, Sequence[str]],
    *,
    ranks: Mapping[str, float] | None = None,
    mean: tuple[str, float] | None = None,
    notes: Sequence[str] = (),
) -> Sheet:
    """Lay one year of an index out: a column for each index under two rows of headings.

    ``groups``: headings of the first row with their indicators; one that stands alone has no
    second row. ``ranks`` by province puts the printed places first and orders the rows by them.
    """
    values = {(one.province_code, one.indicator_id): one.value for one in found}
    codes = list(dict.fromkeys(one.province_code for one in found))
    codes.sort(key=lambda code: ((ranks or {}).get(code, 0), code))
    columns = [one for members in groups.values() for one in members]
    lead = ["Xếp hạng" if ranks else "STT", "Mã tỉnh", NAMES]
    body: list[list[Cell]] = [
        [
            ranks[code] if ranks else number,
            code,
            province(code, found[0].boundary).name.vi,
            *(values.get((code, one), MISSING) for one in columns),
        ]
        for number, code in enumerate(codes, start=1)
    ]
    if mean:
        body.append(["", "", mean[0], mean[1], *[None] * (len(columns) - 1)])
    header, merged = _two_rows(lead, groups)
    return Sheet(
        name=name,
        titles=titles,
        header=header,
        merged=merged,
        body=body,
        bold=frozenset([len(body) - 1] if mean else []),
        widths=(9, 9, 24, *[13] * len(columns)),
        formats=("0", "@", "@", *map(number_format, columns)),
        footer=(source_line(found), *notes),
    )


def _two_rows(
    lead: list[str], groups: Mapping[str, Sequence[str]]
) -> tuple[list[list[str]], list[tuple[int, int, int, int]]]:
    top, bottom = list(lead), [""] * len(lead)
    merged = [(0, column, 1, column) for column in range(len(lead))]
    for title, members in groups.items():
        first = len(top)
        top += [title] + [""] * (len(members) - 1)
        if len(members) == 1:
            merged.append((0, first, 1, first))
        else:
            merged.append((0, first, 0, first + len(members) - 1))
        bottom += [indicator(one).name.vi if len(members) > 1 else "" for one in members]
    return [top, bottom], merged


def long_sheet(
    name: str,
    titles: Sequence[str],
    found: list[Figure],
    *,
    period: str = "Năm",
    of: int | None = None,
    notes: Sequence[str] = (),
) -> Sheet:
    """Lay single figures out: a row for each, with its status, its source and a note."""
    header = ["STT", NAMES, period, "Chỉ tiêu", "Giá trị", "Tình trạng", "Nguồn", "Ghi chú"]
    body: list[list[Cell]] = [
        [
            number,
            province(one.province_code, one.boundary).name.vi,
            float(one.period) if one.period.isdigit() else date.fromisoformat(one.period),
            indicators()[one.indicator_id].name.vi,
            one.value,
            _STATUS[one.status],
            source_text(one.source_id),
            one.note,
        ]
        for number, one in enumerate(found, start=1)
    ]
    if of:
        header.insert(5, "Trong số")
        body = [[*row[:5], of, *row[5:]] for row in body]
    dated = "0" if found[0].period.isdigit() else "dd/mm/yyyy"
    widths = [6, 22, 12, 44, 12, *([10] if of else []), 20, 60, 44]
    forms = ["0", "@", dated, "@", _general(found), *(["0"] if of else []), "@", "@", "@"]
    return Sheet(
        name=name,
        titles=titles,
        header=[header],
        body=body,
        widths=widths,
        formats=forms,
        footer=tuple(notes),
    )


def _general(found: Iterable[Figure]) -> str:
    forms = {number_format(one.indicator_id) for one in found}
    return forms.pop() if len(forms) == 1 else "General"
