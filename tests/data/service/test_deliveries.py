"""A delivery is checked, answered, published and undone; nothing else writes."""

from pathlib import Path

import pytest

from data.errors import NotAccepted, NotAllowed, StaleBase
from data.service.deliveries import check, going_back, publish, undo
from data.service.opening import PUBLISHED
from data.service.rights import Person
from data.store import Store

LAN = Person("Lan", may_write=True)
COMPLETE = PUBLISHED / "dti_2023.xlsx"
INVENTED = PUBLISHED / "illustrative" / "qr_minh_hoa.xlsx"
FIVE_OF_34 = PUBLISHED / "dti_2024_34_tinh.xlsx"


def report_on(store, path: Path):
    return check(store, path.read_bytes(), path.name)


def test_a_check_counts_what_would_change_and_stores_nothing(store):
    report = report_on(store, COMPLETE)

    assert (report.delivery.outcome, report.changes.added) == ("loads", 315)
    assert report.base is None
    assert store.current() is None


def test_a_release_holds_the_delivery_and_the_same_file_again_changes_nothing(store):
    first = publish(store, report_on(store, COMPLETE), person=LAN, note="công văn 12")
    again = report_on(store, COMPLETE)

    assert (first.by, first.note, first.written) == ("Lan", "công văn 12", 315)
    assert (again.changes.added, again.changes.unchanged) == (0, 315)
    assert publish(store, again, person=LAN) == first


def test_a_question_that_nobody_answered_keeps_a_delivery_out(store):
    report = report_on(store, FIVE_OF_34)

    with pytest.raises(NotAccepted) as refused:
        publish(store, report, person=LAN)

    assert refused.value.codes == ("issue.missing_province",)
    assert store.current() is None


def test_an_accepted_question_stands_in_the_history(store):
    report = report_on(store, FIVE_OF_34)

    release = publish(
        store, report, person=LAN, accept=["issue.missing_province", "issue.not_asked"]
    )

    assert release.accepted == ("issue.missing_province",)


def test_a_refused_file_cannot_be_accepted(store):
    report = check(store, b"%PDF-1.7 not a table", "cong_van.pdf")

    assert (report.delivery.outcome, report.changes.added) == ("refused", 0)
    with pytest.raises(NotAccepted, match="refused"):
        publish(store, report, person=LAN, accept=[x.code for x in report.delivery.issues])


def test_a_reader_may_check_but_not_publish_nor_undo(store):
    reader = Person("khách", may_write=False)
    report = report_on(store, COMPLETE)

    with pytest.raises(NotAllowed):
        publish(store, report, person=reader)
    release = publish(store, report, person=LAN)
    with pytest.raises(NotAllowed):
        undo(store, release.id, person=reader, base=release)


def test_who_checked_before_somebody_else_published_must_check_again(store):
    early = report_on(store, COMPLETE)
    publish(store, report_on(store, PUBLISHED / "dti_2022.xlsx"), person=LAN)

    with pytest.raises(StaleBase):
        publish(store, early, person=LAN)


def test_an_undone_release_leaves_the_state_before_it(store):
    publish(store, report_on(store, PUBLISHED / "dti_2022.xlsx"), person=LAN)
    second = publish(store, report_on(store, COMPLETE), person=LAN)

    third = undo(store, second.id, person=LAN, base=second)

    assert third.kind == "undo"
    assert set(store.observations(third)["period"]) == {"2022"}


def test_an_undo_is_refused_when_somebody_published_since_the_person_looked(store):
    """It read the current release at the moment of undoing: an unseen release went back too."""
    first = publish(store, report_on(store, PUBLISHED / "dti_2022.xlsx"), person=LAN)
    second = publish(store, report_on(store, COMPLETE), person=LAN)

    with pytest.raises(StaleBase):
        undo(store, first.id, person=LAN, base=first)

    assert store.current() == second


def test_an_undo_names_the_later_releases_that_go_back_too(store):
    publish(store, report_on(store, PUBLISHED / "dti_2022.xlsx"), person=LAN)
    second = publish(store, report_on(store, COMPLETE), person=LAN)

    assert going_back(1, second) == (2,)
    assert going_back(2, second) == ()


def test_illustrative_figures_do_not_enter_the_official_store(store):
    """`dti publish data/published/illustrative/*.xlsx` set invented figures beside real ones."""
    report = report_on(store, INVENTED)

    assert (report.delivery.outcome, report.delivery.observations) == ("refused", ())
    assert report.delivery.issues[0].code == "issue.illustrative"
    with pytest.raises(NotAccepted):
        publish(store, report, person=LAN, accept=["issue.illustrative"])
    assert store.current() is None


def test_the_illustrative_store_takes_them(tmp_path):
    own = Store(f"sqlite:///{tmp_path / 'demo.sqlite3'}", illustrative=True)
    own.migrate()

    report = report_on(own, INVENTED)
    own.close()

    assert report.delivery.outcome == "loads"
    assert report.changes.added == len(report.delivery.observations) > 0
