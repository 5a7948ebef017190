"""What analysts taught about headings: kept with who and when, for the next file on every server.

Nothing is ever forgotten: a later lesson about the same heading stands above the earlier one, and a
withdrawn one is a lesson too.
"""

from collections.abc import Mapping

from data.catalogue import indicator, indicators
from data.errors import UnknownName
from data.ingest.headings import key as key_of
from data.service.rights import Person, require_name, require_writer
from data.store import Lesson, Store, lessons

LONGEST = 300  # characters of a heading; what is longer is no heading


def teach(store: Store, heading: str, indicator_id: str, *, person: Person) -> Lesson:
    """Keep what a heading means.

    ``NotAllowed`` for a reader, ``UnknownIndicator`` for an indicator that is not there,
    ``UnknownName`` for a heading without a letter or digit.
    """
    return _keep(store, heading, indicator(indicator_id).id, person)


def withdraw(store: Store, heading: str, *, person: Person) -> Lesson:
    """Let a heading mean again what the file and the dictionary say."""
    return _keep(store, heading, None, person)


def _keep(store: Store, heading: str, indicator_id: str | None, person: Person) -> Lesson:
    require_writer(person)
    require_name(person)
    words = " ".join(heading.split())[:LONGEST]
    if not key_of(words):
        raise UnknownName(f"{heading!r} is no heading: it has no letter and no digit.")
    return lessons.add(
        store.engine,
        key=key_of(words),
        heading=words,
        indicator_id=indicator_id,
        by=person.name,
    )


def history(store: Store) -> tuple[Lesson, ...]:
    """Give every lesson, newest first, also those that a later one replaced."""
    return tuple(lessons.newest_first(store.engine))


def in_force(store: Store) -> tuple[Lesson, ...]:
    """Give the lesson that counts for each heading, newest first; without withdrawn ones."""
    newest: dict[str, Lesson] = {}
    for one in history(store):
        newest.setdefault(one.key, one)
    return tuple(one for one in newest.values() if one.indicator_id in indicators())


def taught(store: Store) -> Mapping[str, str]:
    """Give the indicator of each taught heading by its key, for ``read_delivery``.

    Read anew for every file: another server sees a lesson at once. A lesson about an indicator that
    has left the catalogue is left out.
    """
    return {one.key: str(one.indicator_id) for one in in_force(store)}
