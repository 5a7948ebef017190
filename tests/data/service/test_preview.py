"""A preview shows each figure before and after, and whole lists beside those of the year before."""

from dataclasses import replace

from data.service import preview
from data.service.preview import Differences
from data.store import SourceFile, Store
from indicators.model import Observation, Status

POINTS = "qr_acceptance_points"
HA_GIANG = Observation("02", "63", POINTS, "2024", 120.0, "points", Status.A, "sbv", "QR", "C5")
CAO_BANG = replace(HA_GIANG, province_code="04", value=80.0, cell="C6")
HA_NOI = replace(HA_GIANG, province_code="01", value=900.0, cell="C4")


def publish(store: Store, *found: Observation) -> None:
    file = SourceFile("a.xlsx", repr(found).encode())
    store.publish(list(found), file=file, by="Lan", base=store.current())


def differences(store: Store, *found: Observation) -> Differences:
    base = store.current()
    return preview.differences(store, found, store.compare(found, base), base)


def kinds(found: Differences) -> dict[str, tuple[str, float | None, float | None]]:
    return {line.province_code: (line.kind, line.old, line.new) for line in found.lines}


def test_every_figure_says_what_it_was_and_what_it_becomes(store: Store):
    publish(store, HA_NOI, HA_GIANG, CAO_BANG)
    gone = replace(CAO_BANG, value=None, status=Status.M)
    new = replace(HA_GIANG, province_code="06", value=55.0)

    found = differences(store, HA_NOI, replace(HA_GIANG, value=1200.0), gone, new)

    assert kinds(found) == {
        "01": ("unchanged", 900.0, 900.0),
        "02": ("changed", 120.0, 1200.0),
        "04": ("removed", 80.0, None),
        "06": ("added", None, 55.0),
    }
    assert (found.added, found.changed, found.removed, found.unchanged) == (1, 1, 1, 1)
    assert found.of("changed")[0].place == "QR!C5"
    assert [line.old_status for line in found.lines] == ["A", "A", "A", ""]


def test_another_status_of_the_same_number_is_a_change_without_another_value(store: Store):
    publish(store, HA_GIANG)

    line = differences(store, replace(HA_GIANG, status=Status.P)).lines[0]

    assert (line.kind, line.value_changed, line.new_status) == ("changed", False, "P")


def test_totals_and_extremes_are_of_the_whole_list_not_of_the_file_alone(store: Store):
    """One corrected province must not look like a country of one province."""
    publish(store, HA_NOI, HA_GIANG, CAO_BANG)

    summary = differences(store, replace(HA_GIANG, value=1200.0)).summaries[0]

    assert summary.before
    assert summary.after
    assert (summary.how, summary.before.total, summary.after.total) == ("total", 1100.0, 2180.0)
    assert (summary.before.n, summary.after.n, summary.after.median) == (3, 3, 900.0)
    assert (summary.before.maximum_at, summary.after.maximum_at) == (("01",), ("02",))
    assert (summary.after.minimum, summary.after.minimum_at) == (80.0, ("04",))


def test_last_year_stands_beside_and_a_number_ten_times_too_large_shows(store: Store):
    publish(store, replace(HA_GIANG, period="2023", value=118.0))

    summary = differences(store, replace(HA_GIANG, value=1200.0)).summaries[0]

    assert summary.year_before
    assert summary.after
    assert (summary.former_period, summary.year_before.total) == ("2023", 118.0)
    assert summary.after.total == 1200.0
    assert (summary.before, summary.converted) == (None, False)


def test_the_year_before_may_stand_in_the_same_file(store: Store):
    former = replace(HA_GIANG, period="2023", value=118.0)

    summaries = differences(store, former, HA_GIANG).summaries

    assert [(one.period, one.former_period) for one in summaries] == [
        ("2023", None),
        ("2024", "2023"),
    ]
    assert summaries[1].year_before
    assert summaries[1].year_before.total == 118.0


def test_a_quarter_stands_beside_the_same_quarter_of_the_year_before(store: Store):
    quarters = [
        replace(HA_GIANG, period=f"2023-Q{number}", value=float(number)) for number in (1, 3, 4)
    ]
    publish(store, *quarters)

    summary = differences(store, replace(HA_GIANG, period="2024-Q3")).summaries[0]

    assert summary.former_period == "2023-Q3"


def test_the_same_months_of_the_year_before_are_found(store: Store):
    publish(store, replace(HA_GIANG, period="2025-01/2025-09"))

    summary = differences(store, replace(HA_GIANG, period="2026-01/2026-09")).summaries[0]

    assert summary.former_period == "2025-01/2025-09"


def test_on_the_new_list_the_former_figures_are_converted_and_say_so(store: Store):
    """Hà Giang and Tuyên Quang of the 63 are Tuyên Quang of the 34."""
    tuyen_quang = replace(HA_GIANG, province_code="08", value=30.0)
    publish(store, HA_GIANG, tuyen_quang)

    new = replace(HA_GIANG, province_code="08", boundary="34", period="2025", value=160.0)
    summary = differences(store, new).summaries[0]

    assert summary.year_before
    assert (summary.converted, summary.year_before.total) == (True, 150.0)


def test_rates_are_averaged_not_added(store: Store):
    rate = replace(HA_GIANG, indicator_id="poverty_rate_nso", unit="percent", value=20.0)

    summary = differences(store, rate, replace(rate, province_code="04", value=10.0)).summaries[0]

    assert summary.after
    assert (summary.how, summary.after.mean, summary.after.n) == ("mean", 15.0, 2)


def test_a_list_without_any_value_left_has_no_extent(store: Store):
    publish(store, HA_GIANG)

    summary = differences(store, replace(HA_GIANG, value=None, status=Status.M)).summaries[0]

    assert (summary.after, summary.removed) == (None, 1)
