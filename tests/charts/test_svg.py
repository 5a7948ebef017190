"""SVG as text: nothing in a name becomes markup."""

from charts.svg import label, lines, tag, width_of, wrap


def test_a_text_is_escaped():
    assert "&lt;b&gt; &amp; Hà Giang" in label(0, 0, "<b> & Hà Giang", size=12)


def test_an_attribute_is_escaped():
    assert tag("g", aria_label='a "b" <c>') == '<g aria-label="a &quot;b&quot; &lt;c&gt;"/>'


def test_numbers_are_short_and_none_is_left_out():
    assert tag("rect", x=1.0, y=0.126, fill=None) == '<rect x="1" y="0.13"/>'


def test_lines_are_no_wider_than_asked():
    wrapped = wrap("Chỉ số chuyển đổi số cấp tỉnh (DTI), năm 2024", 16, 200)

    assert len(wrapped) > 1
    assert all(width_of(line, 16) <= 200 for line in wrapped)
    assert " ".join(wrapped) == "Chỉ số chuyển đổi số cấp tỉnh (DTI), năm 2024"


def test_tone_marks_add_no_width():
    assert width_of("Hòa Bình", 12) == width_of("Hoa Binh", 12)


def test_each_line_has_its_own_baseline():
    assert lines(5, 10, ["a", "b"], size=9, leading=12).count('y="22"') == 1
