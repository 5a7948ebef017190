"""Which source of the catalogue a line such as "Nguồn: Cục Thống kê" means."""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from data.catalogue import indicators, sources
from data.ingest import headings
from data.ingest.headings import key


def source_lines(lines: Iterable[str]) -> str:
    """Give the words of a sheet that name its source, from "Nguồn:" on."""
    return " ".join(line for line in lines if headings.begins_with(line, "source"))


def source_of(words: str, indicator: str) -> str:
    """Give the id of the source that the words name, else the one the indicator usually has.

    Where several sources fit equally nothing is guessed: the indicator's own stands.
    """
    usual = indicators()[indicator].source_id
    fitting = _fitting(words)
    return fitting[0] if len(fitting) == 1 else usual


@lru_cache(maxsize=512)
def _fitting(words: str) -> list[str]:
    """The sources that fit best: by address, else by id, else by title, else by publisher."""
    return next((found for found in _matches(words) if found), [])


def _matches(words: str) -> Iterator[list[str]]:
    addresses = [one.url for one in sources().values() if one.url and one.url in words]
    longest = max(addresses, key=len, default="")
    yield [one.id for one in sources().values() if longest and one.url == longest]
    text = f" {key(words)} "
    for names in _names():
        yield list(dict.fromkeys(one for name, one in names if f" {name} " in text))


@cache
def _names() -> tuple[tuple[tuple[str, str], ...], ...]:
    """Ids, titles and publishers of all sources, each with the id it stands for."""
    listed = sources().values()
    return (
        tuple((key(one.id), one.id) for one in listed),
        tuple((key(one.title[lang]), one.id) for one in listed for lang in ("vi", "en")),
        tuple((key(one.publisher[lang]), one.id) for one in listed for lang in ("vi", "en")),
    )
