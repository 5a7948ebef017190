"""What the search box finds: provinces of all lists and indicators, with their folded names.

The browser loads the list once, when somebody first searches; its address changes with its content.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from data import catalogue, reference
from data.reference.model import FORMER, Province
from language import Lang, dates, text
from language.folding import fold
from language.sorting import sort_key


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that can be found.

    ``lists`` are the lists of provinces on which ``id`` means it, newest first; for an indicator
    there are none. ``keys`` are its folded names, the first is the one shown.
    """

    kind: str
    id: str
    lists: tuple[str, ...]
    label: str
    note: str
    keys: tuple[str, ...]


def search_json(lang: Lang) -> str:
    """Give all items as JSON, provinces before indicators, in Vietnamese order."""
    found = [asdict(item) for item in (*provinces(lang), *indicators(lang))]
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def provinces(lang: Lang) -> list[Item]:
    """Give every province of every list; one that did not change stands once, for all its lists."""
    found = [
        _province(one, boundary.id, lang)
        for boundary in reversed(reference.boundaries())
        for one in reference.provinces(boundary.id).values()
        if not _lives_unchanged(one.code, boundary.id)
    ]
    return sorted(found, key=lambda item: (item.lists[0] != _newest(), sort_key(item.label)))


def indicators(lang: Lang) -> list[Item]:
    """Give every indicator, in the order of the catalogue."""
    return [
        Item(
            "indicator",
            name,
            (),
            about.name[lang],
            text("search.kind_indicator", lang),
            _folded([about.name[lang], about.short[lang], about.name["vi"], about.short["vi"]]),
        )
        for name, about in catalogue.indicators().items()
    ]


def _newest() -> str:
    return reference.boundaries()[-1].id


def _lives_unchanged(code: str, boundary: str) -> bool:
    """Tell whether a province of an older list is the same on the next: it is found there."""
    order = [one.id for one in reference.boundaries()]
    place = order.index(boundary) + 1
    if place == len(order):
        return False
    return reference.parts(boundary, order[place])[reference.successor(code)] == (code,)


def _province(one: Province, boundary: str, lang: Lang) -> Item:
    is_former = boundary != _newest()
    name = one.name[lang]
    label = FORMER[lang].format(name=name) if is_former else name
    note = _became(one.code, lang) if is_former else _formed(one.code, boundary, lang)
    names = [label, name, one.name["vi"], *one.variants]
    lists = tuple(_lists(one.code, boundary))
    return Item("province", one.code, lists, label, note, _folded(names))


def _lists(code: str, boundary: str) -> Iterator[str]:
    """Yield the list, then the older ones on which the same code is the same province."""
    yield boundary
    order = [one.id for one in reference.boundaries()]
    for place in reversed(range(order.index(boundary))):
        if reference.parts(order[place], order[place + 1]).get(code) != (code,):
            return
        yield order[place]


def _became(code: str, lang: Lang) -> str:
    newest = reference.boundaries()[-1]
    name = reference.provinces(newest.id)[reference.successor(code)].name[lang]
    day = dates.day(newest.valid_from, lang)
    return text("search.part_of", lang, day=day, name=name)


def _formed(code: str, boundary: str, lang: Lang) -> str:
    """Name the parts of a merged province; an unchanged one is just a province."""
    order = [one.id for one in reference.boundaries()]
    place = order.index(boundary)
    codes = reference.parts(order[place - 1], boundary)[code] if place else ()
    if len(codes) < 2:
        return text("search.kind_province", lang)
    known = reference.provinces(order[place - 1])
    names = sorted((known[one].name[lang] for one in codes), key=sort_key)
    return text("search.formed", lang, parts=", ".join(names))


def _folded(names: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fold(name) for name in names if name))
