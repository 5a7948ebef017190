"""Every figure of the overview leads to its file, sheet and cell."""

import pytest

from briefings.sources import overview_sources, source_lines
from data.service.ranking import ranking

NORTH = "northern-midlands-mountains"


@pytest.fixture
def told(official):
    """Give the table for Tuyên Quang in 2024 on the list of 34, as texts."""

    def rank(indicator, period, boundary, group=NORTH):
        return ranking(official, indicator, period, boundary, group)

    table = overview_sources(
        rank("dti_total", "2024", "34"),
        "08",
        "vi",
        former=rank("dti_total", "2023", "34"),
        indices={"dti_infrastructure": rank("dti_infrastructure", "2024", "34")},
        parts=(rank("dti_total", "2024", "63", "country"),),
    )
    return [[cell.text for cell in line.cells] for line in table.lines]


def test_a_converted_figure_names_the_cells_of_its_parts(told):
    lines = {line[0]: line[2:] for line in told}

    assert lines["Tuyên Quang: DTI, năm 2024"] == ["dti_2024.xlsx", "DTI 2024!D7, D10"]
    assert lines["Tuyên Quang: Hạ tầng số, năm 2024"] == ["dti_2024.xlsx", "DTI 2024!E7, E10"]


def test_members_leaders_parts_and_the_former_year_are_all_there(told):
    names = [line[0] for line in told]

    assert len([one for one in names if one.endswith(": DTI, năm 2024")]) == 34 + 2
    assert len([one for one in names if one.endswith(": DTI, năm 2023")]) == 9
    assert "Hà Giang: DTI, năm 2024" in names
    assert all(publisher and file and cell for _, publisher, file, cell in told)


def test_what_is_missing_has_no_source(official):
    found = ranking(official, "dti_total", "2021", "63", "country")
    without = next(row for row in found.everyone if row.value is None)

    assert source_lines("x", without, "vi") == []
