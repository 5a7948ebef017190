"""Small lines over the years: breaks and gaps are seen, every number is written."""

import re
from dataclasses import replace

from charts.theme import LIGHT
from charts.trend import Moment, TrendFigure, svg

M = Moment
FIGURE = TrendFigure(
    title="Điểm <DTI>",
    name="Hà Giang",
    group="Cả nước",
    moments=(
        M("2022", 2022, 0.4790, 0.5478, 57, 63),
        M("2023", 2023, 0.6744, 0.6744, 37, 63, joined=True),
        M("2024", 2024, 0.7292, 0.7056, 25, 63, breaks=True),
    ),
    decimals=4,
    source="Nguồn: thử",
)


def drawn(figure=FIGURE):
    return svg(figure, "vi", LIGHT, 400)


def lines_of(picture):
    """Give the solid lines (the province's)."""
    return re.findall(r'<path d="([^"]+)" fill="none" stroke="#226aa4"', picture)


def test_every_value_and_place_is_written_in_the_readers_way():
    picture = drawn()

    for words in ("0,4790", "0,6744", "0,7292", "57/63", "37/63", "25/63", "2022", "2024"):
        assert f">{words}</text>" in picture


def test_no_line_crosses_a_break_and_a_dashed_line_marks_it():
    picture = drawn()

    assert [line.count("L") for line in lines_of(picture)] == [1, 1]  # values, places
    assert 'stroke-dasharray="2 3"' in picture
    assert "2024, cách tính thay đổi" in re.sub(r"\s+", " ", picture)


def test_a_missing_value_is_a_gap_and_its_year_stays():
    moments = (*FIGURE.moments[:1], M("2023", 2023, None, 0.6, None, 0, joined=True))
    picture = drawn(replace(FIGURE, moments=(*moments, M("2024", 2024, 0.7, 0.7, 3, 63, True))))

    assert lines_of(picture) == []
    assert ">2023</text>" in picture


def test_the_best_place_stands_on_top():
    """Place 1 is good: it must not look like a fall."""
    picture = drawn(replace(FIGURE, moments=FIGURE.moments[:2]))
    start, end = re.findall(r"[ML][\d.]+ ([\d.]+)", lines_of(picture)[1])

    assert float(end) < float(start)


def test_words_are_escaped():
    assert "Điểm &lt;DTI&gt;" in drawn()


def test_an_illustrative_figure_carries_the_mark():
    assert "SỐ LIỆU MINH HỌA" in drawn(replace(FIGURE, illustrative=True))
    assert "SỐ LIỆU MINH HỌA" not in drawn()


def test_one_period_and_equal_values_are_drawn_too():
    one = drawn(replace(FIGURE, moments=FIGURE.moments[:1]))
    equal = drawn(replace(FIGURE, moments=tuple(replace(m, value=0.5) for m in FIGURE.moments)))

    assert ">0,4790</text>" in one
    assert "nan" not in equal


def test_crowded_periods_keep_the_newest_words():
    moments = tuple(M(str(y), y, 0.5, 0.5, 1, 63, joined=y > 1990) for y in range(1990, 2025))
    picture = drawn(replace(FIGURE, moments=moments))

    assert ">2024</text>" in picture
    assert picture.count(">0,5000</text>") < 12
