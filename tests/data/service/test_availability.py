"""What is loaded, and what a reader would miss."""

from datetime import date

from data.service.availability import availability


def of(figures, flow, today=date(2026, 11, 23)):
    return next(one for one in availability(figures, today) if one.dataflow == flow)


def test_the_year_that_is_over_and_not_loaded_is_named(official):
    dti = of(official, "dti")

    assert (dti.newest, dti.published_on, dti.missing) == ("2024", "2025-10-21", ("2025",))


def test_the_running_year_is_not_missed(official):
    assert of(official, "dti", date(2025, 12, 31)).missing == ()


def test_a_dataflow_without_figures_has_no_newest_period(figures_of):
    figures = figures_of({("dti_total", "2024", "63"): {"02": 0.7}})

    qr = of(figures, "qr")
    assert (qr.newest, qr.periods, qr.missing) == (None, (), ())
