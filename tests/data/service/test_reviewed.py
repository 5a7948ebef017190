"""What a reviewer made the service do that it should not."""

import pytest

from data.errors import NotAllowed
from data.service import by_hand, deliveries
from data.service.by_hand import Entry
from data.service.rights import Person
from data.store import Store
from tests.fixtures.workbooks import dti_rows, names, xlsx

LAN = Person("Lan", may_write=True)


def _dti(store: Store, year: str, values: list[float]) -> deliveries.Report:
    rows = dti_rows(title=f"Chỉ số chuyển đổi số năm {year}", value=lambda place: values[place])
    return deliveries.check(store, xlsx(rows), f"dti_{year}.xlsx")


VALUES = [round(0.45 + (place * 37 % 63) / 400, 4) for place in range(len(names()))]


def test_a_column_that_slipped_by_a_row_was_stored_without_a_question(store: Store):
    """Sorted names beside figures that were not sorted: each figure is plausible by itself."""
    deliveries.publish(store, _dti(store, "2022", VALUES), person=LAN)

    slipped = _dti(store, "2023", [VALUES[-1], *VALUES[:-1]])
    (question,) = slipped.questions
    assert (question.code, question.cell) == ("issue.order_differs", "DTI!C4")
    assert question.needs_reason
    assert "kỳ 2023 khác hẳn kỳ 2022" in question.words.vi

    in_order = _dti(store, "2023", [round(value + 0.01, 4) for value in VALUES])
    assert in_order.questions == ()


def test_an_order_that_never_held_from_year_to_year_asks_nothing(store: Store):
    mixed = [VALUES[place * 25 % 63] for place in range(63)]
    first = _dti(store, "2021", VALUES)
    deliveries.publish(store, first, person=LAN)
    second = _dti(store, "2022", mixed)
    accepted = [one.code for one in second.questions]
    deliveries.publish(store, second, person=LAN, accept=accepted)

    third = _dti(store, "2023", [VALUES[place * 11 % 63] for place in range(63)])

    assert "issue.order_differs" not in [one.code for one in third.questions]


def test_a_release_without_a_name_said_nothing_of_who_made_it(store: Store):
    nobody = Person("  ", may_write=True)
    report = _dti(store, "2022", VALUES)

    with pytest.raises(NotAllowed):
        deliveries.publish(store, report, person=nobody)
    release = deliveries.publish(store, report, person=LAN)
    with pytest.raises(NotAllowed):
        deliveries.undo(store, release.id, person=nobody, base=release)


def test_money_by_hand_is_in_the_unit_of_its_field(store: Store):
    entry = Entry("02", "63", "qr_value", "2024", "1.234,5", "12/KV5", "15/9/2025")

    report = by_hand.check(store, entry)

    assert report.questions == ()
    assert [one.value for one in report.delivery.observations] == [1_234.5]
