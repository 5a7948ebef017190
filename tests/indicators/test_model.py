"""An observation cannot contradict itself."""

import pytest

from indicators.errors import ObservationError
from indicators.model import COLUMNS, Observation, Status


def _observation(value: float | None, status: Status) -> Observation:
    return Observation("02", "63", "dti_total", "2022", value, "point", status, "s01")


def test_a_missing_figure_has_no_value():
    assert _observation(None, Status.M).value is None


@pytest.mark.parametrize(
    ("value", "status"), [(None, Status.A), (0.479, Status.M), (float("nan"), Status.A)]
)
def test_a_value_and_its_status_must_agree(value, status):
    with pytest.raises(ObservationError, match="dti_total of 02 in 2022"):
        _observation(value, status)


def test_observations_have_the_columns_of_the_design():
    assert tuple(Observation.__dataclass_fields__)[: len(COLUMNS)] == COLUMNS


def test_a_status_is_its_letter():
    assert [str(status) for status in Status] == list("APEMDXQ")
