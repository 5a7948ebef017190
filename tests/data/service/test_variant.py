"""The population-weighted variant of a merged province's total."""

from data.service.current import Figures
from data.service.variant import by_population


def test_tuyen_quang_by_people_is_the_model_sentence_of_the_glossary(official):
    found = by_population(official, "dti_total", "2024", "34")["08"]

    assert round(found.value, 4) == 0.6885
    assert (found.rank, found.n) == (23, 34)


def test_only_merged_provinces_have_a_variant(official: Figures):
    found = by_population(official, "dti_total", "2024", "34")

    assert len(found) == 23
    assert "11" not in found  # Điện Biên did not change


def test_an_incomplete_year_and_the_older_list_have_none(official):
    assert by_population(official, "dti_total", "2021", "34") == {}
    assert by_population(official, "dti_total", "2024", "63") == {}


def test_a_rate_that_is_merged_by_people_anyway_has_none(official):
    assert by_population(official, "poverty_rate_nso", "2023", "34") == {}
