"""Which provinces share a land border: ``boundaries/neighbours.csv``, made by ``tools/boundaries``.

It is made from the shipped files and holds whatever file ``DTI_BOUNDARIES`` puts on the map: who
borders on whom does not depend on how finely a line is drawn.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from data.reference.load import province, provinces, read_rows


def neighbours(code: str, boundary: str) -> tuple[str, ...]:
    """Give the codes of the provinces that share a land border with one, in order of their codes.

    ``UnknownProvince`` for a code that is not on the list.
    """
    province(code, boundary)
    return _all().get((boundary, code), ())


@cache
def _all() -> Mapping[tuple[str, str], tuple[str, ...]]:
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for row in read_rows("boundaries/neighbours.csv"):
        boundary, first, second = row["boundary"], row["code"], row["neighbour"]
        provinces(boundary)
        found[boundary, first].add(second)
        found[boundary, second].add(first)
    return MappingProxyType({key: tuple(sorted(codes)) for key, codes in found.items()})
