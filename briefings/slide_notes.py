"""Speaker notes: the library makes the first page of them, each further one is its copy.

Python-pptx looks at every placeholder of the master of notes for each slide, which takes longer
than the chart above them.
"""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.parts.slide import NotesSlidePart

from briefings.plain_words import plain

_NAME = "/ppt/notesSlides/notesSlide%d.xml"


class SpeakerNotes:
    """Adds the notes of one presentation."""

    def __init__(self) -> None:
        self._first: Any = None  # the page as it was made, without words
        self._master: Any = None

    def add(self, slide: Any, paragraphs: Sequence[str]) -> None:
        """Write the notes of a slide, one paragraph for each of those that say something."""
        page = self._page(slide)
        page.notes_text_frame.text = "\n".join(plain(one) for one in paragraphs if one)

    def _page(self, slide: Any) -> Any:
        if self._first is None:
            made = slide.notes_slide
            self._first = deepcopy(made.element)
            self._master = made.part.part_related_by(RELATIONSHIP_TYPE.NOTES_MASTER)
            return made
        package = slide.part.package
        kind = CONTENT_TYPE.PML_NOTES_SLIDE
        part = NotesSlidePart(package.next_partname(_NAME), kind, package, deepcopy(self._first))
        part.relate_to(self._master, RELATIONSHIP_TYPE.NOTES_MASTER)
        part.relate_to(slide.part, RELATIONSHIP_TYPE.SLIDE)
        slide.part.relate_to(part, RELATIONSHIP_TYPE.NOTES_SLIDE)
        return slide.notes_slide
