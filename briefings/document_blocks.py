"""The blocks of the decree that are not text: heads, title, closing, each with fields to fill in.

What an agency says of itself (name, number, place, day, signature) is a grey prompt, never filled.
"""

from itertools import count

from briefings import document_words as words
from briefings.decree30 import BODY, CENTRED
from charts.svg import width_of
from language import Lang, text

_POINTS_CM = 28.35
_COLUMNS = (6.7 * _POINTS_CM, 9.8 * _POINTS_CM)
_TWIPS = words.TWIPS


class Blocks:
    """Writes the blocks in one language; every prompt of a document gets a number of its own."""

    def __init__(self, lang: Lang) -> None:
        self.lang = lang
        self._numbers = count(1)

    def say(self, key: str) -> str:
        """Give a text of the decree."""
        return text(f"decree.{key}", self.lang)

    def prompt(
        self, key: str, *, bold: bool = False, italic: bool = False, size: float = 0.0
    ) -> str:
        """Write a prompt."""
        number = next(self._numbers)
        return words.prompt(self.say(key), number, bold=bold, italic=italic, size=size)

    def head(self) -> str:
        """Write agency and number on the left, nation, motto, place and day on the right."""
        agency = (
            words.paragraph(self.prompt("parent", size=12), CENTRED)
            + words.paragraph(self.prompt("agency", bold=True, size=12), CENTRED)
            + _rule(_COLUMNS[0], _COLUMNS[0] * 0.36)
            + words.paragraph(
                words.run(f"{self.say('number')} ", size=13)
                + self.prompt("number_prompt", size=13),
                CENTRED,
            )
        )
        motto = self.say("motto")
        nation = (
            words.paragraph(words.run(self.say("nation"), bold=True, size=12), CENTRED)
            + words.paragraph(words.run(motto, bold=True, size=13), CENTRED)
            + _rule(_COLUMNS[1], width_of(motto, 13) * 0.93)
            + words.paragraph(self.prompt("place_day", italic=True, size=13), CENTRED)
        )
        return words.plain_table([(agency, nation)], _COLUMNS)

    def title(self, subject: str) -> str:
        """Write the kind of document and what it is about, with the line below."""
        above = '<w:spacing w:before="240"/>'
        return (
            words.paragraph(words.run(self.say("kind"), bold=True), CENTRED, above)
            + words.paragraph(words.run(subject, bold=True), CENTRED)
            + _rule(16 * _POINTS_CM, 16 * _POINTS_CM * 0.25)
            + words.paragraph(
                words.run(f"{self.say('addressee')} ") + self.prompt("addressee_prompt"),
                CENTRED,
                '<w:spacing w:before="120" w:after="120"/>',
            )
        )

    def opening(self) -> str:
        """Write "Thực hiện ..., báo cáo kết quả như sau:"."""
        return words.paragraph(
            words.run(f"{self.say('doing')} ")
            + self.prompt("doing_prompt")
            + words.run(", ")
            + self.prompt("reporting_prompt")
            + words.run(f" {self.say('reporting')}"),
            BODY,
        )

    def left_open(self, key: str) -> str:
        """Write a paragraph that the agency must write itself."""
        return words.paragraph(self.prompt(key), BODY)

    def closing(self) -> str:
        """Write the last sentence, who receives it and who signs; nothing is signed."""
        last = words.paragraph(
            words.run(f"{self.say('closing')} ")
            + self.prompt("closing_prompt")
            + words.run(f" {self.say('closing_end')}"),
            BODY,
            "<w:keepNext/>",  # nobody signs a page on which nothing else stands
        )
        receivers = words.paragraph(
            words.run(self.say("receivers"), bold=True, italic=True, size=12)
        ) + words.paragraph(words.run("- ", size=11) + self.prompt("receivers_prompt"))
        space = '<w:spacing w:before="1100"/>'
        signer = words.paragraph(
            self.prompt("signer_prompt", bold=True), CENTRED
        ) + words.paragraph(self.prompt("name_prompt", bold=True), CENTRED, space)
        return last + words.plain_table([(receivers, signer)], _COLUMNS)

    def annex(self) -> str:
        """Write the head of the annex."""
        attached = (
            words.run(f"{self.say('annex_of')} ", italic=True)
            + self.prompt("annex_prompt")
            + words.run(")", italic=True)
        )
        return (
            words.paragraph(words.run(self.say("annex"), bold=True), CENTRED)
            + words.paragraph(words.run(self.say("annex_title"), bold=True), CENTRED)
            + words.paragraph(attached, CENTRED, '<w:spacing w:after="120"/>')
        )


def _rule(room: float, length: float) -> str:
    """Draw a line in the middle of ``room`` points: the decree wants it drawn, not underlined."""
    side = round((room - length) / 2 * _TWIPS)
    return words.paragraph(
        "",
        CENTRED,
        '<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
        f'<w:spacing w:before="20" w:after="40" w:line="120" w:lineRule="exact"/>'
        f'<w:ind w:left="{side}" w:right="{side}"/>',
    )
