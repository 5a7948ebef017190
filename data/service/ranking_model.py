"""A ranking: who stands where, how far from the others, and what changed since the former period.

Plain values only. Pages, commands and files show a ``Ranking`` and compute nothing themselves.
"""

from dataclasses import dataclass

from data.errors import UnknownName
from data.service.tables import Origin
from indicators.change import Break


@dataclass(frozen=True, slots=True)
class Row:
    """One province in a ranking; ``None`` is missing or withheld, the ranking says which.

    Changes are later minus earlier: ``value_change`` in the indicator's unit, ``rank_change`` in
    places risen (a fall is negative). Gaps are this province minus the other: negative behind a
    leader when more is better.
    """

    province_code: str
    name: str
    label: str
    in_group: bool
    value: float | None
    status: str
    rule: str
    weights: str
    basis: str
    rank: int | None
    group_rank: int | None
    tied: bool
    group_tied: bool
    former_value: float | None
    former_rank: int | None
    value_change: float | None
    rank_change: int | None
    group_rank_change: int | None
    band: int | None
    gap_to_leader: float | None
    gap_to_median: float | None
    gap_to_mean: float | None
    origins: tuple[Origin, ...]


@dataclass(frozen=True, slots=True)
class Ranking:
    """All provinces of a list for one indicator and period, and a group among them.

    ``everyone`` and ``rows`` (the group's members) stand by place, then in Vietnamese order; those
    without a value last. ``n`` and ``group_n`` count values, ``size`` and ``group_size`` members.

    ``withheld`` is empty, or the reason why there is no place: ``incomplete`` (not every province
    has a value) or ``not_ranked`` (the indicator is itself a place, or has no better and worse).
    ``group_withheld`` is the same for places in the group. ``change_withheld`` says why points are
    not compared with ``former``: ``no_former``, or the reason of ``broken_by``;
    ``rank_change_withheld`` the same for places, also ``incomplete``. Where only the first is
    set, changes of place are for reference. ``other_provinces``: not the same provinces had a
    value, so places of n and of another n are not compared.
    """

    indicator: str
    period: str
    boundary: str
    group: str
    release: int
    unit: str
    decimals: int
    direction: int
    everyone: tuple[Row, ...]
    size: int
    n: int
    group_size: int
    group_n: int
    mean: float | None
    median: float | None
    leaders: tuple[str, ...]
    missing: tuple[str, ...]
    withheld: str
    group_withheld: str
    former: str | None
    change_withheld: str
    rank_change_withheld: str
    broken_by: Break | None
    sources: tuple[str, ...]
    illustrative: bool

    @property
    def is_reconstructed(self) -> bool:
        """Tell whether places on this list are ours alone: values merged, none published on it."""
        parts = [row.origins for row in self.everyone]
        published = any(one.boundary == self.boundary for origins in parts for one in origins)
        return not published

    @property
    def rows(self) -> tuple[Row, ...]:
        """Give the group's members, by place."""
        return tuple(row for row in self.everyone if row.in_group)

    def row(self, province_code: str) -> Row:
        """Give one province; ``UnknownName`` when it is not on the list."""
        for one in self.everyone:
            if one.province_code == province_code:
                return one
        raise UnknownName(f"No province {province_code!r} on the list of {self.boundary}.")
