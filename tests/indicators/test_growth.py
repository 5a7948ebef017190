"""Growth of a count in percent."""

import pytest

from indicators.change import growth


def test_from_32_to_40_is_a_quarter_more():
    assert growth(32, 40) == pytest.approx(25)


def test_a_fall_is_negative():
    assert growth(40, 32) == pytest.approx(-20)


@pytest.mark.parametrize(("earlier", "later"), [(None, 3.0), (3.0, None), (0.0, 3.0)])
def test_without_a_base_there_is_no_growth(earlier, later):
    assert growth(earlier, later) is None
