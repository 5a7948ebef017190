"""Classes: fixed, as shown, and said in words."""

import pytest

from charts.scale import at, diverging, of_indicator, sequential
from data.catalogue import indicators


def test_a_value_on_a_break_belongs_to_the_upper_class():
    scale = at([0.5, 0.6, 0.7, 0.8], decimals=4)

    assert [scale.class_of(value) for value in (0.4999, 0.5, 0.79, 0.8, 2)] == [0, 1, 3, 4, 4]


def test_a_value_is_classed_as_it_reads():
    """0,59996 reads 0,6000: coloured as less than 0,60 it would contradict its own label."""
    assert at([0.5, 0.6, 0.7, 0.8], decimals=4).class_of(0.59996) == 2


@pytest.mark.parametrize("missing", [None, float("nan")])
def test_no_data_is_never_a_class(missing: float | None):
    assert at([1, 2, 3, 4], decimals=0).class_of(missing) is None


def test_five_even_classes_of_a_fixed_domain():
    assert sequential(0.4, 0.9, decimals=4).breaks == (0.5, 0.6, 0.7, 0.8)


def test_less_is_better_has_its_own_hue():
    assert sequential(0, 50, direction=-1, decimals=2).ramp == "less"


def test_changes_around_zero_stand_in_the_middle():
    scale = diverging(0.01, 0.1, decimals=4)

    assert [scale.class_of(value) for value in (-0.2, -0.05, 0.002, 0.05, 0.2)] == [0, 1, 2, 3, 4]
    assert scale.ticks("vi") == ("−0,10", "−0,01", "+0,01", "+0,10")


def test_the_legend_says_its_ranges():
    words = [entry.words for entry in at([0.5, 0.6, 0.7, 0.8], decimals=4).legend("vi")]

    assert words[0] == "dưới 0,5"
    assert words[1] == "từ 0,5 đến dưới 0,6"
    assert words[4] == "từ 0,8 trở lên"


def test_breaks_must_rise():
    with pytest.raises(ValueError, match="not four rising breaks"):
        at([0.5, 0.5, 0.6, 0.7], decimals=4)


@pytest.mark.parametrize("name", indicators())
def test_every_indicator_of_the_catalogue_has_a_scale(name: str):
    assert len(of_indicator(indicators()[name]).legend("vi")) == 5
