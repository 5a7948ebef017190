"""What is known about provinces: frozen values, made once from the files of this folder.

Days are ISO texts ("2025-07-01"): they compare as they should, and an open end is "".
"""

from collections.abc import Mapping
from dataclasses import dataclass

from language.bilingual import Words

FORMER = Words(vi="{name} (cũ)", en="{name} (former)")


@dataclass(frozen=True, slots=True)
class Boundary:
    """One list of provinces and the days on which it was in force, both included."""

    id: str
    valid_from: str
    valid_to: str
    name: Words
    source: Words


@dataclass(frozen=True, slots=True)
class Kind:
    """What a unit is (province, city) from a day on; ``title`` stands before its name."""

    id: str
    valid_from: str
    name: Words
    title: Words


@dataclass(frozen=True, slots=True)
class Region:
    """A socio-economic region."""

    id: str
    name: Words


@dataclass(frozen=True, slots=True)
class Province:
    """One province or city on one list; the key is (boundary, code), never the code alone.

    ``called``: what stands in tables and sentences; the bare name, save for Hồ Chí Minh, which
    alone is a man's. ``lives_on``: a later list has the same name for a larger territory, so the
    bare name would be read as the new province.
    """

    code: str
    boundary: str
    name: Words
    called: Words
    kinds: tuple[Kind, ...]
    region: Region
    land_border: bool
    mountainous: bool
    iso3166_2: str
    variants: tuple[str, ...]
    lives_on: bool

    def kind_on(self, day: str) -> Kind:
        """Give the kind in force on an ISO day; before the first change, the first kind."""
        return [kind for kind in self.kinds if kind.valid_from <= day][-1]

    def label(self, lang: str) -> str:
        """Name the province so that it cannot be taken for its successor."""
        return self.as_former(lang) if self.lives_on else self.called[lang]

    def as_former(self, lang: str) -> str:
        """Name a province of an older list where both lists are spoken of: "Hà Giang (cũ)"."""
        return FORMER[lang].format(name=self.called[lang])

    def titled(self, lang: str, day: str) -> str:
        """Name it with its kind, as in a sentence: "tỉnh Hà Giang", "Hà Giang province"."""
        title = self.kind_on(day).title[lang]
        name = FORMER[lang].format(name=self.name[lang]) if self.lives_on else self.name[lang]
        return f"{title} {name}" if lang == "vi" else f"{name} {title}"


@dataclass(frozen=True, slots=True)
class Group:
    """Provinces that are compared with each other; ``members`` by boundary, maybe not on all.

    ``phrase`` follows "thứ 3/7 " in a sentence.
    """

    id: str
    name: Words
    phrase: Words
    definition: Words
    source: Words
    members: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Resolved:
    """The province that a written name means; ``exact`` is false when it should be shown."""

    code: str
    exact: bool
