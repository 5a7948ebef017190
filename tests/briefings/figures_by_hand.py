"""Small findings typed by hand: every number of a test can be read in it."""

from briefings.finding import Drawn, Finding, Kind, Notes
from charts import scale
from charts.bars import Bar, BarsFigure
from charts.lines import Axis, BreakMark, Line, LinesFigure
from charts.map.figure import MapFigure
from charts.scatter import FitLine, Point, ScatterFigure
from charts.stacked import Part, StackedFigure
from charts.table import Cell, Column, Table
from charts.table import Line as Row
from data import reference

SCALE = scale.at([0.55, 0.65, 0.7, 0.75], decimals=4)
NOTES = Notes(
    unit="điểm, thang 0–1",
    period="Năm 2024",
    boundary="63 tỉnh, thành phố (trước ngày 01/7/2025)",
    sources=("Bộ Khoa học và Công nghệ: Xếp hạng DTI 2024. https://example.vn/dti",),
    release=14,
    made="23/11/2026",
    marks=("quy đổi",),
    breaks=("Từ năm đánh giá 2024: bộ chỉ số mới",),
    licence="© OpenStreetMap contributors (ODbL)",
    disclaimer="Sơ đồ minh họa, không có giá trị pháp lý về địa giới đơn vị hành chính",
)
NUMBERS = Table(
    "DTI năm 2024",
    (Column("Tỉnh, thành phố"), Column("DTI", is_number=True)),
    (Row((Cell("Hà Giang"), Cell("0,7292", 0.7292)), is_home=True),),
)
SOURCE = "Đơn vị tính: điểm, thang 0–1 · Năm 2024 · Nguồn: Bộ Khoa học và Công nghệ"
BAD = '=1+1&<b>"x"</b>'  # a name that is a formula, an entity and markup at once


def finding(
    kind: Kind, figure: Drawn, *, said: tuple[str, ...] = (), notes: Notes = NOTES
) -> Finding:
    return Finding(
        id=f"dti-{kind}",
        kind=kind,
        title="Hà Giang đạt 0,7292 điểm DTI năm 2024",
        subtitle="DTI, năm 2024 · 63 tỉnh, thành phố",
        figure=figure,
        numbers=NUMBERS,
        alt="Biểu đồ điểm DTI năm 2024.",
        notes=notes,
        said=said,
    )


def bars(*, first: str = "Lạng Sơn", count: int = 3, home: str = "02") -> Finding:
    """Lạng Sơn 0.7601, Hà Giang 0.7292, then others; the last has no value."""
    known = [("20", first, 0.7601), ("02", "Hà Giang", 0.7292)]
    known += [(f"x{n}", f"Tỉnh {n}", 0.7 - n / 1000) for n in range(count - 3)]
    made = [Bar(code, name, value, rank) for rank, (code, name, value) in enumerate(known, 1)]
    made.append(Bar("04", "Cao Bằng", None, None))
    figure = BarsFigure("DTI", tuple(made), SCALE, "điểm", SOURCE, ranked=63, home=home)
    return finding("bars", figure)


def lines(*, reverse: bool = False) -> Finding:
    """Two lines: the second misses 2023; the method changes before 2024."""
    values = (
        ((57.0, 37.0, 25.0), (9.0, None, 4.0))
        if reverse
        else ((0.5, 0.67, 0.73), (0.6, None, 0.76))
    )
    figure = LinesFigure(
        "DTI",
        "",
        ("2022", "2023", "2024"),
        (Line("Hà Giang", values[0], is_home=True), Line("Lạng Sơn", values[1])),
        Axis("Thứ hạng" if reverse else "DTI (điểm)", 0 if reverse else 4, reverse=reverse),
        SOURCE,
        "",
        breaks=(BreakMark(2, "Từ năm đánh giá 2024: bộ chỉ số mới"),),
    )
    return finding("lines", figure)


def scatter() -> Finding:
    points = (
        Point("02", "Hà Giang", 28.9, 0.6744, "", is_home=True),
        Point("20", "Lạng Sơn", 6.1, 0.7601, ""),
        Point("79", "TP. Hồ Chí Minh", 0.0, 0.802, "", in_group=False),
    )
    figure = ScatterFigure(
        "DTI và tỷ lệ hộ nghèo",
        "",
        Axis("Tỷ lệ hộ nghèo (%)", 2, (-2.0, 31.0)),
        Axis("DTI (điểm)", 4, (0.66, 0.81)),
        points,
        SOURCE,
        "",
        "2 tỉnh của vùng",
        "tỉnh khác",
        "Hà Giang",
        FitLine(((0.0, 0.79), (28.9, 0.68)), "xu hướng chung"),
    )
    return finding("scatter", figure)


def stacked() -> Finding:
    """Hà Giang 0.3 + 0.4; the second part of Cao Bằng is missing."""
    figure = StackedFigure(
        "Đóng góp",
        ("02", "04"),
        ("Hà Giang", "Cao Bằng"),
        (Part("Hạ tầng số", (0.3, 0.2)), Part("Chính quyền số", (0.4, None))),
        Axis("DTI (điểm)", 4),
        SOURCE,
    )
    return finding("stacked", figure)


def table(rows: int = 3) -> Finding:
    lines_ = tuple(Row((Cell(f"Tỉnh {n}"), Cell(f"0,{7000 - n}", 0.7))) for n in range(rows))
    return finding("table", Table("DTI", NUMBERS.columns, lines_))


def map_(boundary: str = "63", view: str = "national") -> Finding:
    figure = MapFigure(
        title="DTI",
        boundary=boundary,
        view="north" if view == "north" else "national",
        scale=SCALE,
        unit="điểm",
        source=SOURCE,
        licence=NOTES.licence,
        names={code: one.label("vi") for code, one in reference.provinces(boundary).items()}
        | {"04": BAD},
        values={"02": 0.7292},
        members=frozenset({"02", "04"}) if view == "north" else frozenset(),
        home="02",
    )
    return finding("map", figure)
