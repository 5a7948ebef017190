"""Numbers as a reader of the language writes them.

Rounding is half up on the *decimal* value, the number as it is printed: 0.67395 becomes 0,6740
although the nearest binary fraction lies a little below. A computed value carries noise in its
last bits (the mean of 0.6744 and 0.6735 can come out as 0.6739499999999999); it is cut off eight
decimals behind the last one shown, before rounding. Ranks are computed before rounding.
"""

import math
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import SupportsFloat

from language.words import Lang

MISSING = "…"
MINUS = "−"
NOISE_DECIMALS = 8
_WIDE = Context(prec=60)  # enough digits for any amount in đồng with its noise
_MARKS = {"vi": str.maketrans(",.", ".,"), "en": str.maketrans("", "")}


def number(value: SupportsFloat | None, decimals: int, lang: Lang) -> str:
    """Write ``value`` with a fixed count of decimals: ``0,7292``, ``42.189``, ``−0,36``.

    A missing value (``None``, NaN, ``pandas.NA``) is written ``…``, never as an empty text; a
    negative value that rounds to zero has no sign. Years and codes are not numbers: they have no
    mark between thousands. Raises ``ValueError`` for an infinite value.
    """
    if is_missing(value):
        return MISSING
    rounded = _round(value, decimals)
    digits = f"{abs(rounded):,f}".translate(_MARKS[lang])
    return MINUS + digits if rounded < 0 else digits


def signed(value: SupportsFloat | None, decimals: int, lang: Lang) -> str:
    """Write a difference with its sign: ``+0,0210``, ``−0,0036``; zero has none: ``0,0000``."""
    if is_missing(value):
        return MISSING
    sign = "+" if _round(value, decimals) > 0 else ""
    return sign + number(value, decimals, lang)


def rounded(value: SupportsFloat, decimals: int) -> float:
    """Round half up on the decimal value, as ``number`` prints it."""
    return float(_round(value, decimals))


def percent(value: SupportsFloat | None, decimals: int, lang: Lang) -> str:
    """Write a rate that is already in percent, with no space before the sign: ``28,94%``."""
    return MISSING if is_missing(value) else number(value, decimals, lang) + "%"


def is_missing(value: object) -> bool:
    """Tell whether there is no number: ``None``, NaN or ``pandas.NA``."""
    # pandas.NA answers no question, not even "are you equal to yourself"; it is known by its
    # type's name, so that this layer needs no pandas.
    if value is None or type(value).__name__ == "NAType":
        return True
    return isinstance(value, SupportsFloat) and math.isnan(value)


def _round(value: SupportsFloat | None, decimals: int) -> Decimal:
    exact = _decimal(value)
    if not exact.is_finite():
        raise ValueError(f"Cannot write {value!r} as a number. Leave it out or give None.")
    plain = exact.quantize(Decimal(1).scaleb(-decimals - NOISE_DECIMALS), context=_WIDE)
    return plain.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, context=_WIDE)


def _decimal(value: SupportsFloat | None) -> Decimal:
    if isinstance(value, int | Decimal):
        return Decimal(value)
    if value is None or isinstance(value, str):
        raise TypeError(f"Cannot write {value!r} as a number.")
    return Decimal(repr(float(value)))  # repr is the shortest decimal: the number as printed
