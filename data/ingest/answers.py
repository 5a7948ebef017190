"""What a person is asked about a delivery, and what the person answers."""

from dataclasses import dataclass
from typing import Literal

from language.bilingual import Words

Kind = Literal["choice", "number", "period", "accept", "mend"]
"""How a question is answered: by one of its options; by a number or a period (or an option); by
accepting; or not at all, because the file itself must be mended."""

ACCEPT = "accept"
SKIP = "skip"
LEAVE_OUT = "leave_out"
MISSING = "missing"
NIL = "nil"
COMMA = "comma"
POINT = "point"
CONVERT = "convert"
AS_IS = "as_is"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer. ``code`` and ``cell`` are those of the question; ``choice`` is a plain text.

    ``reason`` is for those who read the history; some questions need one.
    """

    code: str
    cell: str
    choice: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that may be chosen: what ``Answer.choice`` holds, and how it is called."""

    value: str
    words: Words


@dataclass(frozen=True, slots=True)
class Question:
    """An open point of a delivery; alike points are one question.

    ``cells`` are all places that one answer serves; it is given with the first of them. A typed
    number serves that one cell only. ``default`` is what the figures of a delivery in review show,
    and what is stored when the code is accepted as a whole; ``None`` when only a person can say.
    ``words`` is the sentence about the first cell, ``found`` what stands there (for a column its
    heading), ``about`` what a figure is of (an indicator, a list, a heading). An ``optional``
    question keeps nothing out: the file loads without its answer.
    """

    code: str
    cells: tuple[str, ...]
    kind: Kind
    options: tuple[Option, ...]
    default: str | None
    needs_reason: bool
    words: Words
    found: str = ""
    about: str = ""
    optional: bool = False

    @property
    def cell(self) -> str:
        """The place that an answer names."""
        return self.cells[0]

    def words_of(self, choice: str) -> str | None:
        """Give the Vietnamese words of an option; ``None`` for what is not one of them."""
        return next((one.words.vi for one in self.options if one.value == choice), None)
