"""Names made comparable: the same name is typed in many ways."""

import re
import unicodedata

TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng
_UNSEEN = dict.fromkeys(
    [0x00AD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065), 0xFEFF]
)
_DASHES = dict.fromkeys([*range(0x2010, 0x2016), 0x2212, 0xFE58, 0xFE63, 0xFF0D], "-")
# Icelandic eth and African D look like Đ and come from old keyboards and converters.
_LOOKALIKES = {0x00D0: "Đ", 0x0189: "Đ", 0x00F0: "đ", 0x0256: "đ"}
_PLAIN = _UNSEEN | _DASHES | _LOOKALIKES


def clean(text: str) -> str:
    """Give the same text as it should have been typed; what a reader sees does not change.

    NFC, one space between words and none around, plain dashes, Đ for Ð, no characters without
    width. Letters, accents and case stay.
    """
    return " ".join(unicodedata.normalize("NFC", text).translate(_PLAIN).split())


def fold(text: str) -> str:
    """Clean, lower and without accents: "Đắk Lắk" -> "dak lak".

    Different names can fold to one ("Hà Tĩnh" and "Hạ Tinh"): a match by it is not exact.
    """
    letters = unicodedata.normalize("NFD", clean(text).casefold().replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def tone_key(text: str) -> str:
    """Make case and the place of the tone in a syllable irrelevant: Hoà = Hòa, Thuỷ = Thủy.

    The tone moves to the end of its word; letters stay different (a, ă, â) and so do tones, so
    that two names with one key are the same name in two spellings.
    """
    return re.sub(r"\w[\w\u0300-\u036f]*", _tone_last, _decomposed(text))


def _decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", clean(text).casefold())


def _tone_last(word: re.Match[str]) -> str:
    letters = "".join(mark for mark in word[0] if mark not in TONES)
    tones = "".join(mark for mark in word[0] if mark in TONES)
    return unicodedata.normalize("NFC", letters) + tones
