"""A number that a person types is read rightly, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.ingest.typed import number_in


@pytest.mark.parametrize(
    ("text", "indicator", "value"),
    [
        ("0,7292", "dti_total", 0.7292),
        ("0.7292", "dti_total", 0.7292),
        ("42.189", "qr_acceptance_points", 42189.0),
        ("42 189", "qr_acceptance_points", 42189.0),
        ("24,71%", "poverty_rate_molisa", 24.71),
        ("12.345", "poverty_rate_molisa", 12.345),
        ("1.234", "qr_value", None),
        ("đang tính", "dti_total", None),
        ("", "dti_total", None),
        ("=1+1", "dti_total", None),
    ],
)
def test_numbers_are_read_as_they_are_written_in_vietnam(
    text: str, indicator: str, value: float | None
):
    assert number_in(text, indicator) == value


@given(
    value=st.decimals(0, 10**7, places=3),
    decimal=st.sampled_from(".,"),
    is_grouped=st.booleans(),
    indicator=st.sampled_from(["qr_value", "poverty_rate_molisa", "population"]),
)
def test_a_typed_number_is_never_a_thousand_times_off(value, decimal, is_grouped, indicator):
    """Where both readings are possible nothing is taken; an impossible one is none."""
    thousands = "," if decimal == "." else "."
    text = f"{value:,}" if is_grouped else f"{value:f}"
    written = text.translate(str.maketrans({",": thousands, ".": decimal}))
    low, high = {"qr_value": (0, 1e8), "poverty_rate_molisa": (0, 100)}.get(indicator, (50, 25_000))

    read = number_in(written, indicator)

    assert read in (None, float(value)) or not low <= float(value) <= high
