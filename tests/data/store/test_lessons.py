"""Lessons about headings: added, replaced, withdrawn, never lost."""

from data.store import Lesson, Store, lessons


def teach(store: Store, indicator: str | None, by: str = "Lan") -> Lesson:
    heading = "Tỷ lệ hộ nghèo (%)"
    return lessons.add(
        store.engine, key="ty le ho ngheo", heading=heading, indicator_id=indicator, by=by
    )


def test_every_lesson_is_kept_newest_first(store: Store):
    teach(store, "poverty_rate_nso")
    teach(store, "poverty_rate_molisa", by="Minh")
    teach(store, None, by="Hoa")

    found = lessons.newest_first(store.engine)
    assert [(one.indicator_id, one.by) for one in found] == [
        (None, "Hoa"),
        ("poverty_rate_molisa", "Minh"),
        ("poverty_rate_nso", "Lan"),
    ]
    assert found[0].at.utcoffset() is not None


def test_the_same_lesson_twice_is_one(store: Store):
    first = teach(store, "poverty_rate_nso")

    assert teach(store, "poverty_rate_nso") == first
    assert len(lessons.newest_first(store.engine)) == 1


def test_another_server_on_the_same_database_reads_it_at_once(store: Store, url: str):
    other = Store(url)
    assert lessons.newest_first(other.engine) == []

    teach(store, "poverty_rate_nso")

    assert [one.by for one in lessons.newest_first(other.engine)] == ["Lan"]
    other.close()
