"""A name that exists in both languages: ``Words(vi="vùng Tây Nguyên", en="...")["en"]``.

It stands at the bottom of the tree because catalogue and reference, which may not import each
other, both name things.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from language.words import LANGS


@dataclass(frozen=True, slots=True)
class Words:
    """The same thing said in Vietnamese and in English; read with ``words[lang]``."""

    vi: str
    en: str

    def __getitem__(self, lang: str) -> str:
        """Give the text in one language; ``KeyError`` for a language that is not there."""
        if lang not in LANGS:
            raise KeyError(lang)
        return self.vi if lang == "vi" else self.en

    def __iter__(self) -> Iterator[str]:
        """Give both texts, Vietnamese first."""
        yield from (self.vi, self.en)

    @classmethod
    def of(cls, table: Mapping[str, str]) -> "Words":
        """Read ``{vi = "...", en = "..."}``; ``ValueError`` unless both are there and not empty."""
        if set(table) != set(LANGS) or not all(str(table[lang]).strip() for lang in LANGS):
            raise ValueError(f"Expected a text in vi and one in en, got {dict(table)!r}.")
        return cls(vi=table["vi"], en=table["en"])
