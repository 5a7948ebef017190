"""What Plotly is given: gaps and breaks stay open, the picture names its source, words are ours."""

import json
from dataclasses import replace

import pytest

from charts import plot_frame, plot_toolbar, plotly_writer
from charts.lines import Axis, BreakMark, Line, LinesFigure
from charts.plot_frame import ON_PHONE, ON_WIDE
from charts.scatter import FitLine, Name, Point, ScatterFigure
from charts.theme import DARK, LIGHT

YEARS = ("2020", "2021", "2022", "2023")
LINES = LinesFigure(
    "DTI qua các năm",
    "Hà Giang (cũ)",
    YEARS,
    (Line("Hà Giang", (0.3, None, 0.5, 0.7), ("a", "", "b", "c"), is_home=True),),
    Axis("điểm", 4),
    "Nguồn: dti.gov.vn & <b>bản chép</b>",
    "Một dòng",
)
AXIS = Axis("Tỷ lệ hộ nghèo (%)", 2, (0.0, 30.0))
SCATTER = ScatterFigure(
    "DTI và tỷ lệ hộ nghèo",
    "Năm 2023",
    AXIS,
    replace(AXIS, title="DTI", domain=(0.0, 1.0)),
    (
        Point("02", "Hà Giang", 29.0, 0.67, "Hà Giang\nDTI: 0,6744", is_home=True),
        Point("04", "Cao Bằng", 21.0, 0.52, "Cao Bằng"),
        Point("01", "Hà Nội", 1.0, 0.75, "Hà Nội", in_group=False),
    ),
    "Nguồn: Cục Thống kê",
    "Ba điểm",
    group="2 tỉnh",
    others="tỉnh khác",
    home="Hà Giang",
    names={"02": Name("middle left", "always"), "04": Name("top center", "wide")},
)


def words_of(figure):
    return [note.text for note in figure.layout.annotations]


def solid(figure):
    return next(trace for trace in figure.data if trace.name == "Hà Giang")


def test_a_gap_stays_a_gap():
    drawn = solid(plotly_writer.lines(LINES, "vi"))

    assert list(drawn.y) == [0.3, None, 0.5, 0.7]
    assert drawn.connectgaps is False
    assert "markers" in drawn.mode


def test_a_break_parts_the_line_and_is_marked_with_its_reason():
    parted = replace(LINES, breaks=(BreakMark(3, "Từ 2023: bộ chỉ số mới"),))
    figure = plotly_writer.lines(parted, "vi")

    assert list(solid(figure).y) == [0.3, None, 0.5, None, 0.7]
    assert list(solid(figure).x) == [0.0, 1.0, 2.0, 2.5, 3.0]
    assert [shape.x0 for shape in figure.layout.shapes] == [2.5]
    assert any("Từ 2023: bộ chỉ số mới" in words for words in words_of(figure))


def test_a_break_that_may_be_joined_is_bridged_with_dots():
    joined = replace(LINES, breaks=(BreakMark(3, "chỉ để tham khảo", joins=True),))
    bridge, drawn = plotly_writer.lines(joined, "vi").data

    assert (list(bridge.x), list(bridge.y), bridge.line.dash) == ([2, 3], [0.5, 0.7], "dot")
    assert drawn.line.dash == "solid"


def test_no_bridge_stands_on_a_missing_value():
    joined = replace(LINES, breaks=(BreakMark(2, "chỉ để tham khảo", joins=True),))

    assert len(plotly_writer.lines(joined, "vi").data) == 1


def test_a_lonely_value_of_a_faint_line_is_a_point():
    lonely = replace(LINES, lines=(Line("Lai Châu", (None, 0.4, None, None), is_faint=True),))
    joined = replace(LINES, lines=(Line("Lai Châu", (None, 0.4, 0.5, None), is_faint=True),))

    assert plotly_writer.lines(lonely, "vi").data[0].mode == "lines+markers"
    assert plotly_writer.lines(joined, "vi").data[0].mode == "lines"


def test_places_run_downwards():
    figure = plotly_writer.lines(replace(LINES, axis=Axis("thứ", 0, (1, 63), reverse=True)), "vi")

    assert tuple(figure.layout.yaxis.range) == (63, 1)


@pytest.mark.parametrize(
    "figure", [plotly_writer.lines(LINES, "vi"), plotly_writer.scatter(SCATTER, "vi")]
)
def test_title_and_source_are_inside_the_picture(figure):
    words = words_of(figure)

    assert words[0].startswith("DTI")
    assert any(one.startswith("Nguồn: ") for one in words)


def test_words_are_never_markup():
    """The policy refuses style attributes, which Plotly makes of <b> and <span>."""
    words = words_of(plotly_writer.lines(LINES, "vi"))

    assert not any("<b>" in one for one in words)
    assert any("&lt;b&gt;bản chép&lt;/b&gt;" in one for one in words)


def test_the_watermark_stands_on_illustrative_figures_only():
    plain = words_of(plotly_writer.scatter(SCATTER, "vi"))
    marked = words_of(plotly_writer.scatter(replace(SCATTER, illustrative=True), "vi"))

    assert not any("MINH HỌA" in words for words in plain)
    assert "SỐ LIỆU MINH HỌA, KHÔNG PHẢI SỐ LIỆU THỰC" in " ".join(marked).replace("<br>", " ")


def test_the_source_is_written_for_a_phone_and_for_a_wide_screen():
    long = replace(SCATTER, source="Nguồn: " + "Cục Thống kê và nhiều cơ quan khác " * 6)
    notes = plotly_writer.scatter(long, "vi").layout.annotations
    wide = next(note for note in notes if ON_WIDE in note.font.family and "Nguồn" in note.text)
    phone = next(note for note in notes if ON_PHONE in note.font.family and "Nguồn" in note.text)

    assert phone.text.count("<br>") > wide.text.count("<br>")
    assert phone.text.replace("<br>", " ") == wide.text.replace("<br>", " ")
    assert phone.font.color == "rgba(0,0,0,0)"


def test_points_come_with_the_home_province_on_top():
    figure = plotly_writer.scatter(SCATTER, "vi")

    assert [trace.name.strip("\u00a0") for trace in figure.data] == [
        "tỉnh khác",
        "2 tỉnh",
        "Hà Giang",
    ]
    assert figure.data[-1].marker.color == LIGHT.accent


def test_a_name_without_a_place_is_hovered_only():
    others, group, home = plotly_writer.scatter(SCATTER, "vi").data

    assert (others.text, others.hovertext) == (("",), ("Hà Nội",))
    assert (group.text, ON_WIDE in group.textfont.family[0]) == (("Cao Bằng",), True)
    assert (home.text, ON_WIDE in home.textfont.family[0]) == (("Hà Giang",), False)
    assert home.hovertext == ("Hà Giang<br>DTI: 0,6744",)


def test_a_long_name_breaks_in_the_legend_and_gets_room():
    """Plotly would cut it off at a phone's edge, and the plot must not slide under it."""
    short = plotly_writer.scatter(SCATTER, "vi")
    long = plotly_writer.scatter(replace(SCATTER, group="tỉnh vùng Trung du " * 4), "vi")

    assert long.data[1].name.count("<br>") == 1
    assert long.layout.margin.t > short.layout.margin.t


def test_the_line_is_drawn_only_where_it_is_described():
    line = FitLine(((1.0, 0.7), (29.0, 0.6)), "xu hướng chung")
    with_line = plotly_writer.scatter(replace(SCATTER, trend=line), "vi")

    assert with_line.data[0].mode == "lines"
    assert all(trace.mode != "lines" for trace in plotly_writer.scatter(SCATTER, "vi").data)


def test_numbers_have_the_separators_of_the_language():
    assert plotly_writer.scatter(SCATTER, "vi").layout.separators == ",."
    assert plotly_writer.scatter(SCATTER, "en").layout.separators == ".,"


def test_the_toolbar_has_picture_zoom_and_reset_in_our_words():
    config = plot_toolbar.config("vi", "dti_2023", 600)

    assert config["modeBarButtons"] == [["toImage", "zoom2d", "resetScale2d"]]
    words = config["locales"][config["locale"]]["dictionary"]
    assert words["Download plot as a PNG"] == "Tải ảnh về (PNG)"
    assert config["toImageButtonOptions"]["filename"] == "dti_2023"


def test_every_colour_of_the_figure_follows_the_readers_scheme():
    """A colour that the style sheet does not know would stay as it is on light paper."""
    text = plotly_writer.scatter(replace(SCATTER, illustrative=True), "vi").to_json()
    css = plot_frame.css()
    used = {colour for colour in _values(json.loads(text)) if colour.startswith("#")}

    assert used
    for colour in used:
        red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
        assert f"rgb({red}, {green}, {blue})" in css, colour


def test_the_two_themes_keep_the_shared_colours_apart():
    """Where two variables share a colour on light paper they must share it on dark paper too."""
    assert LIGHT.background == LIGHT.line
    assert DARK.background == DARK.line


def _values(found):
    if isinstance(found, dict):
        # Plotly's own template is replaced by ours wherever a text or a line is drawn
        for key, value in found.items():
            if key != "template":
                yield from _values(value)
    elif isinstance(found, list):
        for value in found:
            yield from _values(value)
    elif isinstance(found, str):
        yield found
