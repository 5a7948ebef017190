"""The file that slides are added to: our master in 16:9, or the one that an office brings.

Fonts, colours and places of titles stand in the master, once; slides say none of it again. What an
office's file holds besides its master (slides, comments, sections) is left behind.
"""

from collections.abc import Mapping
from copy import deepcopy
from functools import cache
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.exc import PythonPptxError
from pptx.oxml import parse_xml
from pptx.util import Inches

from briefings import office_file, office_template, office_theme
from briefings.office_template import BadTemplate
from language import Lang, text

WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
MARGIN = Inches(0.55)
Place = tuple[int, int, int, int]
COVER, FIGURE = "title", "titleOnly"
_KEPT = {COVER: "cover", "obj": "content", FIGURE: "figure", "blank": "blank"}
TITLE = 26
COVER_TITLE = 36
_INNER = WIDTH - 2 * MARGIN
# left, top, width, height of the placeholders by their type in the master
_PLACES: dict[str, Place] = {
    "title": (MARGIN, Inches(0.35), _INNER, Inches(0.95)),
    "body": (MARGIN, Inches(1.75), _INNER, Inches(5.1)),
    "sldNum": (WIDTH - MARGIN - Inches(1), Inches(7.08), Inches(1), Inches(0.3)),
    "ftr": (MARGIN, Inches(7.08), Inches(6), Inches(0.3)),
    "dt": (Inches(8), Inches(7.08), Inches(2.5), Inches(0.3)),
}
_COVER_PLACES: dict[str, Place] = {
    "ctrTitle": (MARGIN, Inches(1.7), _INNER, Inches(2.1)),
    "subTitle": (MARGIN, Inches(3.95), _INNER, Inches(1.9)),
}
_LOST = ("/commentAuthors", "/authors", "/printerSettings", "/tags", "/customXml", "/vbaProject")
_SHAPE = (
    '<p:sp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><p:nvSpPr>'
    '<p:cNvPr id="90" name="{name}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr>'
    "</p:sp>"
)


def opened(template: bytes | None, lang: Lang) -> Any:
    """Open our master, its prompts in ``lang``, or the office's as it is.

    BadTemplate for one that has not what slides need.
    """
    if template is None:
        return Presentation(BytesIO(_ours(lang)))
    office_template.check(template, "pptx")
    try:
        found = Presentation(BytesIO(template))
        _emptied(found)
        layout(found, COVER)
        title_of(layout(found, FIGURE))
    except BadTemplate:
        raise
    # what breaks inside a file from outside is the file's fault, whatever the library calls it
    except (PythonPptxError, KeyError, ValueError, AttributeError, IndexError, TypeError) as error:
        raise BadTemplate("office_template.damaged") from error
    if not 1.25 <= found.slide_width / found.slide_height <= 2.4:
        raise BadTemplate("office_template.upright")
    return found


def layout(presentation: Any, kind: str) -> Any:
    """Give the layout of a kind, by type: names are in the language of whoever made it."""
    for master in presentation.slide_masters:
        for one in master.slide_layouts:
            if one.element.get("type") == kind:
                return one
    raise BadTemplate("office_template.layouts")


def title_of(found: Any) -> Any:
    """Give the title's placeholder of a layout."""
    for shape in found.placeholders:
        if shape.element.xpath(".//p:ph[@type='title' or @type='ctrTitle']"):
            return shape
    raise BadTemplate("office_template.layouts")


@cache
def _ours(lang: Lang) -> bytes:
    """Make our master once: a release has a deck for each of 34 provinces."""
    found = Presentation(BytesIO(office_theme.template("pptx")))
    found.slide_width, found.slide_height = WIDTH, HEIGHT
    found.element.find("./{*}sldSz").attrib.pop("type", None)
    _emptied(found)
    master, band = found.slide_master, text("slide_master.band", lang)
    _placed(master.placeholders, _PLACES)
    master.shapes.element.insert(
        2, parse_xml(_SHAPE.format(name=band, width=WIDTH, height=Inches(0.12)))
    )
    _styled(master.element)
    _prompted(master.placeholders, lang)
    for one in list(found.slide_layouts):
        kind = one.element.get("type")
        if kind not in _KEPT:
            found.slide_layouts.remove(one)
            continue
        one.name = text(f"slide_master.{_KEPT[kind]}", lang)
        _prompted(one.placeholders, lang)
        _placed(one.placeholders, _COVER_PLACES if kind == COVER else {})
        for level in one.element.iterfind(".//{*}lstStyle/{*}lvl1pPr[@algn='ctr']"):
            level.set("algn", "l")
    made = BytesIO()
    found.save(made)
    return made.getvalue()


def _placed(placeholders: Any, places: Mapping[str, Place]) -> None:
    for shape in placeholders:
        kind = shape.element.xpath(".//p:ph")[0].get("type", "body")
        if kind in places:
            shape.left, shape.top, shape.width, shape.height = places[kind]


def _prompted(placeholders: Any, lang: Lang) -> None:
    """Put the prompts, which whoever adds a slide reads, into the file's language."""
    levels = text("slide_master.levels", lang).split("|")
    for shape in placeholders:
        kind = shape.element.xpath(".//p:ph")[0].get("type", "body")
        prompts = {"title": ["title"], "ctrTitle": ["title"], "subTitle": ["subtitle"]}
        words = (
            levels
            if kind == "body"
            else [text(f"slide_master.{one}", lang) for one in prompts.get(kind, [])]
        )
        for paragraph, prompt in zip(shape.text_frame.paragraphs, words, strict=False):
            for run in paragraph.runs:
                run.text = prompt
        for one in shape.element.iterfind(".//{*}fld[@type='datetimeFigureOut']"):
            one.getparent().remove(one)  # it would show the day on which the library was made


def _styled(master: Any) -> None:
    """Set titles at the left, strong, in the dark blue of the theme; text in even steps."""
    title = master.find(".//{*}titleStyle/{*}lvl1pPr")
    title.set("algn", "l")
    words = title.find("./{*}defRPr")
    words.set("sz", str(TITLE * 100))
    words.set("b", "1")
    words.find(".//{*}schemeClr").set("val", "tx2")
    for level, size in enumerate((18, 16, 14, 12, 12), start=1):
        found = master.find(f".//{{*}}bodyStyle/{{*}}lvl{level}pPr/{{*}}defRPr")
        found.set("sz", str(size * 100))
    for body in master.iterfind(".//{*}sp//{*}bodyPr"):
        body.set("lIns", "0")
        body.set("rIns", "0")


def title_size(presentation: Any) -> float:
    """Give the size in points that titles have in the master."""
    found = presentation.slide_master.element.find(".//{*}titleStyle/{*}lvl1pPr/{*}defRPr")
    return float(found.get("sz", TITLE * 100)) / 100 if found is not None else float(TITLE)


def cover_size(presentation: Any) -> float:
    """Give the size in points that the title of the cover has: its layout's, else the master's."""
    found = layout(presentation, COVER).element.xpath(".//p:sp//a:lstStyle/a:lvl1pPr/a:defRPr/@sz")
    return float(found[0]) / 100 if found else max(title_size(presentation), float(COVER_TITLE))


def number_of(found: Any) -> Any:
    """Give the place where a layout shows the number of a slide; None where it has none."""
    for shape in found.placeholders:
        if shape.element.xpath(".//p:ph[@type='sldNum']"):
            made = deepcopy(shape.element)
            for run in made.iterfind(".//{*}rPr"):
                run.attrib.pop("lang", None)  # a number is in no language
            return made
    return None


def number(slide: Any, place: Any) -> None:
    """Show the number of the slide in the place of ``number_of``."""
    if place is not None:
        made = deepcopy(place)
        used = slide.shapes.element.xpath("//p:cNvPr/@id")
        made.find(".//{*}cNvPr").set("id", str(1 + max(map(int, used))))
        slide.shapes.element.append(made)


def _emptied(found: Any) -> None:
    """Take away slides, sections, comments and whatever tells of people or printers."""
    slides = found.slides.element
    for one in list(slides):
        found.part.drop_rel(one.rId)
        slides.remove(one)
    for name in ("extLst", "custShowLst", "custDataLst", "modifyVerifier"):
        for one in found.element.findall(f"./{{*}}{name}"):
            found.element.remove(one)
    office_file.drop_relations(found.part, _LOST)
