"""The words of Streamlit's own frontend, replaced from ``language/streamlit.toml``.

Streamlit 1.67 has no translation of its own. Its bundle is minified JavaScript in which a word on
the screen is a whole literal between backticks. The table names the file (without the hash in its
name), so that a word is replaced only where it was looked up by a person.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import language

# A literal in one of these positions is a name that code compares, not a word on the screen.
_NAMES = ("displayName=", "case", "===", "==", "key:", "name:", "id:", "type:", "slot:")


@dataclass(frozen=True, slots=True)
class Words:
    """What is replaced in one file of the bundle.

    ``whole`` maps literals to words; ``pieces`` maps pieces of source to pieces of source, for
    sentences with blanks and for words that also occur as names.
    """

    whole: Mapping[str, str]
    pieces: Mapping[str, str]


@cache
def table() -> Mapping[str, Words]:
    """Read the table, by file stem."""
    source = Path(language.__file__).with_name("streamlit.toml")
    read = tomllib.loads(source.read_text(encoding="utf-8"))
    return {
        stem: Words(read["words"].get(stem, {}), read["pieces"].get(stem, {}))
        for stem in sorted({*read["words"], *read["pieces"]})
    }


def stem(name: str) -> str:
    """Give the name of a bundle file without its hash: ``index.DormvYxC.js`` -> ``index``."""
    return name.split(".")[0]


def replace(source: str, words: Words) -> str:
    """Put our words into a source; what is not found stays as it was."""
    for found, put in words.pieces.items():
        source = source.replace(found, put)
    for english, put in words.whole.items():
        source = "".join(_parts(source, _quoted(english), _quoted(put)))
    return source


def missing(sources: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield (file stem, word) for each entry that no file of that stem holds."""
    for name, words in table().items():
        texts = [text for file, text in sources.items() if stem(file) == name]
        for english in words.whole:
            if not any(_places(text, _quoted(english)) for text in texts):
                yield name, english
        for piece in words.pieces:
            if not any(piece in text for text in texts):
                yield name, piece


def _parts(source: str, literal: str, put: str) -> Iterator[str]:
    """Yield the source in pieces, with ``put`` in place of the literal where it is a word."""
    end = 0
    for place in _places(source, literal):
        yield source[end:place]
        yield put
        end = place + len(literal)
    yield source[end:]


def _places(source: str, literal: str) -> list[int]:
    """Give where the literal stands as a word."""
    starts = (found.start() for found in re.finditer(re.escape(literal), source))
    return [start for start in starts if not source.endswith(_NAMES, 0, start)]


def _quoted(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace("`", "\\`").replace("${", "\\${")
    return f"`{escaped}`"
