"""A deck keeps to its length: long tables share what is left, notes hold what a slide cannot."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Inches

from briefings import export
from briefings.slides import Cover, deck
from briefings.wish import Wish, settled
from charts.table import Cell, Line, Table
from data.service.figures import Figures
from tests.briefings import figures_by_hand as by_hand
from tests.briefings.findings_of import MADE

COVER = Cover("DTI", "Năm 2024", (), date(2026, 11, 23))


def shown(content: bytes) -> Any:
    return Presentation(BytesIO(content))


def rows_of(slide: Any) -> list[str]:
    (frame,) = [shape for shape in slide.shapes if shape.has_table]
    return [row.cells[0].text for row in list(frame.table.rows)[1:]]


def heading_of(slide: Any) -> str:
    (frame,) = [shape for shape in slide.shapes if shape.has_table]
    return str(frame.table.cell(0, 0).text)


def stays_above_the_small_print(slide: Any, height: int) -> bool:
    (frame,) = [shape for shape in slide.shapes if shape.has_table]
    return frame.top + sum(row.height for row in frame.table.rows) < height - Inches(0.9)


def test_a_long_table_takes_slides_that_a_short_deck_has_left_and_repeats_its_heading():
    found = shown(deck([by_hand.bars(), by_hand.table(rows=63)], COVER, "vi"))
    slides = list(found.slides)[2:]

    assert len(slides) > 2
    assert [name for slide in slides for name in rows_of(slide)] == [f"Tỉnh {n}" for n in range(63)]
    assert {heading_of(slide) for slide in slides} == {"Tỉnh, thành phố"}
    assert slides[1].shapes.title.text_frame.text.endswith("(tiếp theo)")
    assert all(stays_above_the_small_print(slide, found.slide_height) for slide in slides)


def test_where_the_deck_is_full_a_table_has_its_first_rows_and_its_last_and_the_notes_the_others():
    findings = [by_hand.bars()] * 8 + [by_hand.table(rows=63)]
    found = shown(deck(findings, COVER, "vi"))
    last = found.slides[9]
    rows, notes = rows_of(last), last.notes_slide.notes_text_frame.text

    assert len(found.slides) == 10
    assert rows[:3] == ["Tỉnh 0", "Tỉnh 1", "Tỉnh 2"]
    assert rows[-2:] == ["…", "Tỉnh 62"]
    left = [f"Tỉnh {n}" for n in range(63) if f"Tỉnh {n}" not in rows]
    assert len(rows) - 1 + len(left) == 63
    assert all(f"{name} | 0,{7000 - int(name[5:])}" in notes for name in left)
    said = " ".join(shape.text_frame.text for shape in last.shapes if shape.has_text_frame)
    assert f"và {len(left)} dòng khác" in said
    assert stays_above_the_small_print(last, found.slide_height)


def test_a_table_that_is_shown_in_part_keeps_the_home_row_between_dots():
    long = by_hand.table(rows=63).figure
    assert isinstance(long, Table)
    home = Line((Cell("Hà Giang"), Cell("0,7292", 0.7292)), is_home=True)
    table = replace(long, lines=(*long.lines[:40], home, *long.lines[41:]))

    (slide,) = shown(deck([by_hand.finding("table", table)], COVER, "vi")).slides

    assert rows_of(slide)[-4:] == ["…", "Hà Giang", "…", "Tỉnh 62"]


def test_a_table_that_fits_leaves_nothing_out():
    (slide,) = shown(deck([by_hand.table(rows=5)], COVER, "vi")).slides

    assert rows_of(slide) == [f"Tỉnh {n}" for n in range(5)]
    assert " | " not in slide.notes_slide.notes_text_frame.text


@pytest.mark.parametrize(
    ("wish", "least", "most"),
    [
        (Wish("deck", province="15", boundary="34"), 6, 8),
        (Wish("deck", province="46", boundary="63"), 6, 8),
        (Wish("deck", province="77", boundary="63"), 6, 8),
        (Wish("deck", group="country", boundary="63"), 8, 10),
        (Wish("deck", group="country", boundary="34"), 8, 10),
        (Wish("deck", group="northern-midlands-mountains", boundary="63"), 8, 10),
        (Wish("picture", figure="table", group="country", boundary="63"), 1, 1),
        (Wish("deck", indicator="dti_total", figure="table", boundary="63", group="country"), 1, 1),
    ],
)
def test_decks_of_the_release_have_their_length(
    official: Figures, wish: Wish, least: int, most: int
):
    by = export.maker(official, "vi", MADE)
    content = export.make(by, settled(official, wish, "deck.pptx")).content

    assert least <= len(shown(content).slides) <= most


@pytest.mark.parametrize(
    ("lang", "prompt", "other"), [("vi", "Bấm để nhập tiêu đề", "Click"), ("en", "Click", "Bấm")]
)
def test_prompts_and_names_of_layouts_are_in_the_language_of_the_file(lang, prompt, other):
    found = shown(deck([by_hand.bars()], COVER, lang))
    places = [
        shape
        for one in (found.slide_master, *found.slide_layouts)
        for shape in one.placeholders
        if shape.has_text_frame
    ]
    words = "\n".join(shape.text_frame.text for shape in places)

    assert prompt in words
    assert other not in words
    assert ("Second level" in words) == (lang == "en")
    assert "1/27/13" not in words  # the day on which the library's own file was made
