"""Words on the screen, in files and in messages: one key, one text in each language."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

Lang = Literal["vi", "en"]
LANGS: tuple[Lang, ...] = get_args(Lang)


class UnknownText(LookupError):
    """A key without a text, or a text with a blank that nobody filled.

    It is a mistake in the program and never a mistake of a reader, so it stands outside the tree
    of exceptions that commands and pages turn into sentences.
    """


def text(key: str, /, lang: Lang = "vi", **blanks: str | int) -> str:
    """Give the text of ``key`` with its ``{blanks}`` filled.

    Numbers and dates are made into words first (``language.numbers``, ``language.dates``): a
    blank takes what shall be read, and an ``int`` only where no thousands can occur, as in years.

    Raises
    ------
    UnknownText
        If the key has no text in that language, or a blank of the text was not given.
    """
    try:
        return texts(lang)[key].format(**blanks)
    except KeyError as error:
        raise UnknownText(_complaint(key, lang, str(error.args[0]))) from None


@cache
def texts(lang: Lang) -> Mapping[str, str]:
    """Read all texts of one language, by dotted key. The file is read once for a process."""
    source = Path(__file__).with_name(f"{lang}.toml")
    return dict(_flat(tomllib.loads(source.read_text(encoding="utf-8"))))


def _flat(table: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for name, entry in table.items():
        if isinstance(entry, dict):
            yield from _flat(entry, f"{prefix}{name}.")
        elif isinstance(entry, str):
            yield f"{prefix}{name}", entry
        else:
            raise UnknownText(f"The text {prefix}{name!r} is {entry!r}. Write it in quotes.")


def _complaint(key: str, lang: Lang, absent: str) -> str:
    if key in texts(lang):
        return f"The text {key!r} ({lang}) has a blank {absent!r} that was not filled. Give it."
    return f"Unknown text {key!r}. Add it to language/vi.toml and language/en.toml."
