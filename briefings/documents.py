"""A briefing as a document: computed sentences, native charts, and an annex with every number.

What figures cannot say (causes, tasks, proposals) is a heading with a prompt, never a sentence.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any, Literal

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml.ns import qn
from docx.shared import Cm, Emu

from briefings import decree30, native_chart, office_file, office_template, pictures
from briefings import document_words as words
from briefings.decree30 import BODY, CAPTION, FIGURE, HEADING, LISTED, SOURCE, SUBHEADING
from briefings.document_blocks import Blocks
from briefings.finding import Finding
from briefings.office_template import BadTemplate
from briefings.small_print import small_print
from charts.bars import BarsFigure
from charts.map.figure import MapFigure
from charts.scatter import ScatterFigure
from charts.stacked import StackedFigure
from charts.table import Table
from language import Lang, text

RESULTS = ("map", "bars", "lines")  # the other kinds compare and relate: they assess
TEXT_WIDTH = decree30.WIDTH - decree30.LEFT - decree30.RIGHT
ANNEX_WIDTH = decree30.HEIGHT - decree30.LEFT - decree30.RIGHT
TALLEST = Cm(21)
TALLEST_MAP = Cm(15)  # leaves room for the sentences that belong to it
POINT = 12700
PICTURE = 680  # pixels across: its text is then as large as that of captions
_BOOKMARKS = 5000  # numbers from here on are those of captions


@dataclass(frozen=True, slots=True)
class About:
    """What a briefing is about: "Kết quả chuyển đổi số của ... năm 2024"; ``made`` is its day."""

    title: str
    made: date


@dataclass(frozen=True, slots=True)
class Caption:
    """A numbered caption: "Hình 1. ..."; ``name`` is its bookmark."""

    kind: Literal["figure", "table"]
    number: int
    words: str

    @property
    def name(self) -> str:
        """Give the bookmark of label and number."""
        return f"_DTI_{self.kind}_{self.number}"


def briefing(
    findings: Sequence[Finding], about: About, lang: Lang, template: bytes | None = None
) -> bytes:
    """Write a .docx in the layout of the decree; BadTemplate for an office's file of no use.

    The same call gives the same bytes.
    """
    document = decree30.document() if template is None else opened(template)
    _Briefing(document, findings, lang).write(about)
    package, properties = document.part.package, document.core_properties
    office_file.settle_properties(package, properties, about.title, about.made)
    target = BytesIO()
    document.save(target)
    return office_file.without_clock(target.getvalue())


def opened(template: bytes) -> Any:
    """Open an office's document: its page, header, footer and styles are used, its text is not."""
    office_template.check(template, "docx")
    try:
        found = Document(BytesIO(template))
        decree30.cleared(found)
        decree30.add_styles(found, is_ours=False)
    # what breaks inside a file from outside is the file's fault, whatever the library calls it
    except (KeyError, ValueError, AttributeError, IndexError, TypeError) as error:
        raise BadTemplate("office_template.damaged") from error
    return found


class _Briefing:
    """Writes one document from top to bottom; captions are numbered beforehand."""

    def __init__(self, document: Any, findings: Sequence[Finding], lang: Lang) -> None:
        self.results, self.assessing = parted(findings)
        # in the order of the document: programs number the fields anew when they update them
        self.document, self.lang = document, lang
        self.findings = [*self.results, *self.assessing]
        self.blocks = Blocks(lang)
        drawn = [one for one in self.findings if not isinstance(one.figure, Table)]
        self.figures = {
            one.id: Caption("figure", number, one.subtitle)
            for number, one in enumerate(drawn, start=1)
        }
        self.tables = {
            one.id: Caption("table", number, one.subtitle)
            for number, one in enumerate(self.findings, start=1)
        }

    def write(self, about: About) -> None:
        """Write everything."""
        blocks = self.blocks
        self._add(blocks.head() + blocks.title(about.title) + blocks.opening())
        self._part("results", self.results)
        self._part("assessment", self.assessing)
        number = len(self.assessing) + 1
        self._add(
            self._heading(f"{number}. {blocks.say('causes')}", SUBHEADING)
            + blocks.left_open("causes_prompt")
            + self._heading(blocks.say("tasks"), HEADING)
            + blocks.left_open("tasks_prompt")
            + self._heading(blocks.say("proposals"), HEADING)
            + blocks.left_open("proposals_prompt")
            + blocks.closing()
        )
        self._annex()

    def _part(self, key: str, findings: Sequence[Finding]) -> None:
        self._add(self._heading(self.blocks.say(key), HEADING))
        for number, finding in enumerate(findings, start=1):
            self._add(self._heading(f"{number}. {finding.title}", SUBHEADING))
            self._add("".join(self._said(finding)))
            if finding.notes.illustrative:
                mark = words.run(text("chart.watermark", self.lang), bold=True)
                self._add(words.paragraph(mark, FIGURE))
            if finding.id in self.figures:
                self._figure(finding)

    def _said(self, finding: Finding) -> Iterator[str]:
        """Yield a paragraph for each sentence; the last says where its numbers stand."""
        table = self._reference(self.tables[finding.id])
        key = "see" if finding.id in self.figures else "see_table"
        pieces = text(f"decree.{key}", self.lang, figure="\0", table="\1")
        for sentence in finding.said:
            yield words.paragraph(words.run(sentence), BODY)
        see = ""
        for part in _split(pieces):
            if part == "\0":
                see += self._reference(self.figures[finding.id])
            else:
                see += table if part == "\1" else words.run(part)
        yield words.paragraph(see, BODY)

    def _figure(self, finding: Finding) -> None:
        """Add the native chart, or the map as a picture, with caption and source line."""
        paragraph = self.document.add_paragraph(style="DTI Figure")
        if isinstance(finding.figure, MapFigure):
            self._picture(paragraph, finding)
        else:
            extent = (int(TEXT_WIDTH), chart_height(finding))
            longest = native_chart.longest(finding)
            native_chart.add_to_document(
                self.document, paragraph, finding, self.lang, extent, longest
            )
        self._add(self._caption(self.figures[finding.id]) + self._source(finding))

    def _picture(self, paragraph: Any, finding: Finding) -> None:
        """Add the map without title and small print: heading, caption and source stand around."""
        png = BytesIO(pictures.bare_png(finding, self.lang, PICTURE))
        run = paragraph.add_run()
        shape = run.add_picture(png, width=Emu(TEXT_WIDTH))
        if shape.height > TALLEST_MAP:
            shape.width = Emu(round(shape.width * TALLEST_MAP / shape.height))
            shape.height = Emu(TALLEST_MAP)
        for name in run.element.iter(qn("wp:docPr"), qn("pic:cNvPr")):
            name.set("name", finding.subtitle)
            name.set("descr", finding.alt)

    def _annex(self) -> None:
        """Begin the annex on a page across, numbered by itself; list first, then every table."""
        section = self.document.add_section(WD_SECTION.NEW_PAGE)
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
        section.different_first_page_header_footer = True
        self._restart_numbers()
        self._add(self.blocks.annex() + "".join(self._list()))
        room = (section.page_width - section.left_margin - section.right_margin) / POINT
        for finding in self.findings:
            columns = len(finding.numbers.columns)
            size = 11.0 if columns < 6 else 10.0 if columns < 8 else 9.0
            self._add(
                self._caption(self.tables[finding.id], above=True)
                + words.table(finding.numbers, room, size)
                + self._source(finding)
            )

    def _restart_numbers(self) -> None:
        last = self.document.element.body[-1]
        for old in last.findall(qn("w:pgNumType")):
            last.remove(old)
        number = words.parsed('<w:pgNumType w:start="1"/>')[0]
        margins = last.find(qn("w:pgMar"))
        margins.addnext(number)

    def _list(self) -> Iterator[str]:
        """Yield the list of figures and tables: fields, whose entries are there already."""
        title = words.run(self.blocks.say("list"), bold=True)
        yield words.paragraph(title, LISTED, '<w:keepNext/><w:jc w:val="center"/>')
        for captions in (list(self.figures.values()), list(self.tables.values())):
            if captions:
                yield self._listed(captions)

    def _listed(self, captions: Sequence[Caption]) -> str:
        label, mark = self.blocks.say(captions[0].kind), "\0"
        begin, end = words.field(f'TOC \\h \\z \\c "{label}"', mark).split(mark)
        lines = [words.link(one.name, words.run(self._label(one))) for one in captions]
        lines[0] = begin + lines[0]
        lines[-1] += end
        return "".join(words.paragraph(line, LISTED) for line in lines)

    def _label(self, caption: Caption) -> str:
        return f"{self.blocks.say(caption.kind)} {caption.number}. {caption.words}"

    def _caption(self, caption: Caption, *, above: bool = False) -> str:
        """Write "Hình 1. ...", the number as a field with its result."""
        label = self.blocks.say(caption.kind)
        number = words.field(f"SEQ {label} \\* ARABIC", words.run(str(caption.number)))
        kind = 0 if caption.kind == "figure" else 1
        place = _BOOKMARKS + caption.number * 2 + kind
        named = words.bookmark(caption.name, place, words.run(f"{label} ") + number)
        look = "<w:keepNext/>" if above else ""
        return words.paragraph(named + words.run(f". {caption.words}"), CAPTION, look)

    def _reference(self, caption: Caption) -> str:
        label = f"{self.blocks.say(caption.kind)} {caption.number}"
        return words.field(f"REF {caption.name} \\h", words.run(label))

    def _source(self, finding: Finding) -> str:
        lines = small_print(finding, self.lang)
        return "".join(words.paragraph(words.run(line), SOURCE) for line in lines)

    def _heading(self, title: str, style: str) -> str:
        return words.paragraph(words.run(title), style)

    def _add(self, content: str) -> None:
        """Add pieces before the section's properties, which come last in a body."""
        last = self.document.element.body[-1]
        for new in words.parsed(content):
            last.addprevious(new)


def parted(findings: Sequence[Finding]) -> tuple[list[Finding], list[Finding]]:
    """Part findings into results and assessment; the last one assesses where none does."""
    results = [one for one in findings if one.kind in RESULTS]
    assessing = [one for one in findings if one.kind not in RESULTS]
    if not assessing and len(results) > 1:
        return results[:-1], results[-1:]
    return results, assessing


def chart_height(finding: Finding) -> int:
    """Give the height of a chart in EMU: rows need room, and a page is as high as it is."""
    figure = finding.figure
    if isinstance(figure, BarsFigure):
        return min(int(TALLEST), int(Cm(1.0 + 0.62 * len(figure.bars))))
    if isinstance(figure, StackedFigure):
        return min(int(TALLEST), int(Cm(3.6 + 0.6 * len(figure.names))))
    return int(Cm(10.5 if isinstance(figure, ScatterFigure) else 8.5))


def _split(words_: str) -> Iterator[str]:
    """Yield the pieces of a text between its two blanks, and the blanks."""
    rest = words_
    for blank in sorted((mark for mark in "\0\1" if mark in words_), key=words_.index):
        before, rest = rest.split(blank, 1)
        yield before
        yield blank
    yield rest
