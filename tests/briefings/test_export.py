"""One figure in every format: each kind that a page shows opens and says its title."""

from io import BytesIO

import pytest
from PIL import Image

from briefings import export, findings
from briefings.wish import FIGURES, FORMATS, Wish, file_name, settled, templates_of
from tests.briefings.findings_of import MADE, NORTH, ranked_of
from tests.briefings.read_back import squeezed, words

pytestmark = pytest.mark.poppler


def maker(official):
    return export.Maker(official, "vi", MADE, ranked_of(official, "vi"))


def asked(official, figure, suffix, indicator="dti_total"):
    wish = Wish("picture", "02", NORTH, "63", "2023", indicator, figure)
    return settled(official, wish, f"a{suffix}")


@pytest.mark.parametrize("figure", FIGURES)
def test_every_figure_of_a_page_is_made_in_every_format(official, figure, tmp_path):
    by = maker(official)
    where = ("dti_total", "2023", "63", NORTH, "vi", MADE)
    title = findings.of_figure(official, figure, *where, home="02", ranked=by.ranked).title

    for suffix in FORMATS:
        made = export.make(by, asked(official, figure, suffix))
        assert made.title == title
        if suffix == ".png":
            with Image.open(BytesIO(made.content)) as drawn:
                assert len(drawn.convert("RGB").getcolors(maxcolors=1_000_000)) > 20
        else:
            assert squeezed(title) in squeezed(words(made.content, suffix, tmp_path)), suffix


def test_files_of_two_indicators_have_two_names(official):
    names = [
        file_name(asked(official, "map", ".svg", name), 14)
        for name in ("dti_total", "poverty_rate_nso")
    ]

    assert names == ["dti-map-63-02-2023-r14.svg", "dti-map-poverty-rate-nso-63-02-2023-r14.svg"]


def test_only_slides_and_briefings_are_made_from_an_offices_template():
    kinds = (("picture", ".pptx"), ("picture", ".png"), ("sheet", ".docx"), ("briefing", ".docx"))

    assert [templates_of(*one) for one in kinds] == [("pptx",), (), (), ("docx",)]
    assert templates_of("release-day", ".zip") == ("pptx", "docx")
