"""An observation cannot contradict itself."""

import pytest

from indicators.errors import ObservationError
from indicators.model import COLUMNS, Observation, Status, in_bulk


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


def _in_bulk(values: list[float], *statuses: Status, codes: tuple[str, ...] = ("02", "04")):
    return in_bulk(
        values,
        province_code=codes,
        boundary="63",
        indicator_id="dti_total",
        period="2022",
        unit="point",
        status=statuses,
        source_id="s01",
        sheet="",
        cell="",
    )


def test_observations_made_together_are_those_made_one_by_one():
    made = _in_bulk([0.5, 0.6], Status.A, Status.P)

    assert made[0] == _observation(0.5, Status.A)
    assert [(one.province_code, one.value, one.status) for one in made] == [
        ("02", 0.5, "A"),
        ("04", 0.6, "P"),
    ]


@pytest.mark.parametrize("values", [[0.5, float("nan")], [0.5, float("inf")]])
def test_together_they_cannot_contradict_themselves_either(values: list[float]):
    with pytest.raises(ObservationError):
        _in_bulk(values, Status.A, Status.A)
    with pytest.raises(ObservationError):
        _in_bulk([0.5, 0.6], Status.A, Status.M)


def test_columns_of_observations_are_of_one_length():
    with pytest.raises(ValueError, match="length"):
        _in_bulk([0.5, 0.6], Status.A, Status.A, codes=("02",))
