"""What an analyst teaches about a heading is kept with the name, and may be withdrawn."""

import pytest

from data.errors import NotAllowed, UnknownIndicator, UnknownName
from data.ingest.headings import key
from data.service import taught
from data.service.rights import Person
from data.store import Store

LAN = Person("Lan", may_write=True)
MINH = Person("Minh", may_write=True)
HEADING = "Tỷ lệ hộ nghèo (%)"


def test_a_taught_heading_is_known_by_its_key_however_it_is_written(store: Store):
    taught.teach(store, HEADING, "poverty_rate_molisa", person=LAN)

    assert taught.taught(store) == {key("TỶ LỆ  HỘ NGHÈO"): "poverty_rate_molisa"}
    lesson = taught.in_force(store)[0]
    assert (lesson.heading, lesson.by) == (HEADING, "Lan")


def test_a_later_lesson_stands_above_and_the_earlier_one_stays_in_the_history(store: Store):
    taught.teach(store, HEADING, "poverty_rate_molisa", person=LAN)
    taught.teach(store, HEADING, "poverty_rate_nso", person=MINH)

    assert list(taught.taught(store).values()) == ["poverty_rate_nso"]
    assert [one.by for one in taught.history(store)] == ["Minh", "Lan"]


def test_a_withdrawn_lesson_counts_no_more(store: Store):
    taught.teach(store, HEADING, "poverty_rate_molisa", person=LAN)
    taught.withdraw(store, HEADING, person=MINH)

    assert taught.taught(store) == {}
    assert taught.history(store)[0].indicator_id is None


def test_a_reader_and_somebody_without_a_name_teach_nothing(store: Store):
    for person in (Person("khách", may_write=False), Person(" ", may_write=True)):
        with pytest.raises(NotAllowed):
            taught.teach(store, HEADING, "poverty_rate_nso", person=person)
        with pytest.raises(NotAllowed):
            taught.withdraw(store, HEADING, person=person)

    assert taught.history(store) == ()


def test_only_indicators_and_headings_that_exist_are_taught(store: Store):
    with pytest.raises(UnknownIndicator):
        taught.teach(store, HEADING, "poverty", person=LAN)
    with pytest.raises(UnknownName):
        taught.teach(store, " (%) ", "poverty_rate_nso", person=LAN)
