"""Vietnamese and English: words, numbers, dates, sorting, folding.

``text(key, lang, **blanks)`` gives the words of one key of ``vi.toml`` or ``en.toml``.
"""

from language.words import LANGS, Lang, UnknownText, text

__all__ = ["LANGS", "Lang", "UnknownText", "text"]
