"""Vietnamese alphabetical order, after the Unicode collation for ``vi`` (CLDR).

Whole names are compared by letters first, then by tones, then by case: a tone decides only
between names that have the same letters.
"""

import unicodedata
from functools import lru_cache

from language.folding import TONES, clean

_ALPHABET = {letter: rank for rank, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
_SPACE, _SIGN, _DIGIT, _LETTER = range(4)

SortKey = tuple[tuple[tuple[int, int], ...], tuple[int, ...], tuple[bool, ...], str]


@lru_cache(maxsize=4096)
def sort_key(name: str) -> SortKey:
    """Give the key for ``sorted`` and ``min``.

    Letters a ă â b c d đ e ê … o ô ơ … u ư …; a space comes before every letter, so "Bà Rịa"
    stands before "Bạc Liêu"; then tones ngang, huyền, hỏi, ngã, sắc, nặng; then small letters
    before capitals; then the text itself, so that the order never depends on the input's.
    """
    plain = clean(name)
    letters = [_split(letter) for letter in plain]
    return (
        tuple(_place(base) for base, _ in letters),
        tuple(tone for _, tone in letters),
        tuple(letter.isupper() for letter in plain),
        name,
    )


def _split(letter: str) -> tuple[str, int]:
    """Part a letter into itself without tone, in lower case, and the tone's number."""
    marks = unicodedata.normalize("NFD", letter.lower())
    base = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in TONES))
    tone = next((TONES.index(mark) + 1 for mark in marks if mark in TONES), 0)
    return base, tone


def _place(letter: str) -> tuple[int, int]:
    if letter in _ALPHABET:
        return _LETTER, _ALPHABET[letter]
    if letter.isspace():
        return _SPACE, 0
    if letter.isdecimal():
        return _DIGIT, unicodedata.decimal(letter)
    return (_LETTER, ord(letter[0])) if letter.isalpha() else (_SIGN, ord(letter[0]))
