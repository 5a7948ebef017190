"""Every entry of the catalogue is complete and agrees with the others."""

import re

import pytest

from data import catalogue, reference
from data.catalogue import Indicator
from data.errors import UnknownIndicator
from language import text

INDICATORS = list(catalogue.indicators().values())
each = pytest.mark.parametrize("one", INDICATORS, ids=[one.id for one in INDICATORS])

CONTRACT = (
    "dti_total",
    "dti_awareness",
    "dti_institutions",
    "dti_infrastructure",
    "dti_human_resources",
    "dti_security",
    "dti_government_activity",
    "dti_economy_activity",
    "dti_society_activity",
    "dti_government_pillar",
    "dti_economy_pillar",
    "dti_society_pillar",
    "poverty_rate_nso",
    "poverty_rate_molisa",
    "near_poor_rate_molisa",
    "population",
    "population_rural",
    "area",
    "household_computer_rate",
    "monthly_income",
    "qr_acceptance_points",
    "qr_transactions",
    "qr_value",
)


def test_every_indicator_of_the_contract_exists():
    assert set(CONTRACT) <= set(catalogue.indicators())


@each
def test_an_entry_speaks_both_languages(one: Indicator):
    for words in (one.name, one.short, one.definition):
        assert all(text.strip() == text != "" for text in words)
    assert len(one.definition.vi) > len(one.short.vi)


@each
def test_an_entry_names_a_unit_a_source_and_a_dataflow_that_exist(one: Indicator):
    assert one.unit in catalogue.units()
    assert one.source_id in catalogue.sources()
    assert one.dataflow in catalogue.dataflows()


@each
def test_the_map_scale_has_five_classes_within_the_range(one: Indicator):
    low, high = one.range

    assert one.scale.classes == 5
    assert low <= one.scale.domain[1]
    assert one.scale.domain[0] <= high


@each
def test_the_reason_of_a_break_is_a_text_in_both_languages(one: Indicator):
    for each_break in one.breaks:
        assert text(each_break.reason, "vi") != text(each_break.reason, "en")


@each
def test_what_is_computed_has_no_headings_to_be_read_from_unless_it_is_also_published(
    one: Indicator,
):
    if one.derived and one.derived.rule == "per_1000":
        assert not one.headings
    else:
        assert one.headings


def test_names_and_short_names_are_of_one_indicator_each():
    for pick in ("name", "short"):
        names = [getattr(one, pick)[lang] for one in INDICATORS for lang in ("vi",)]
        assert len(set(names)) == len(names)


def test_a_heading_that_may_mean_two_indicators_stands_with_both():
    """Provinces print the activity index under the pillar's name, and "nghèo đa chiều" for three
    rates: the reader of a file must ask, so the dictionary must not decide."""
    owners: dict[str, set[str]] = {}
    for one in INDICATORS:
        for heading in one.headings:
            owners.setdefault(heading.replace("Tỉ", "Tỷ"), set()).add(one.id)
    shared = {heading: ids for heading, ids in owners.items() if len(ids) > 1}

    assert shared == {
        "Chính quyền số": {"dti_government_activity", "dti_government_pillar"},
        "Kinh tế số": {"dti_economy_activity", "dti_economy_pillar"},
        "Xã hội số": {"dti_society_activity", "dti_society_pillar"},
        "Tỷ lệ hộ nghèo đa chiều": {"poverty_rate_nso", "poverty_rate_molisa"},
        "Tỷ lệ nghèo đa chiều": {"poverty_rate_nso", "poor_and_near_poor_rate_molisa"},
    }


def test_only_the_total_may_be_compared_by_place_across_a_break():
    for one in INDICATORS:
        for each_break in one.breaks:
            assert each_break.place_of <= {"dti_total", "dti_total_rank_published"}
    total = catalogue.indicator("dti_total")
    assert [(b.before, b.after) for b in total.breaks] == [("2020", "2021"), ("2023", "2024")]
    assert all("dti_total" in b.place_of for b in total.breaks)


def test_less_poverty_and_a_lower_place_number_are_better():
    worse_when_more = {one.id for one in INDICATORS if one.direction == -1}

    assert worse_when_more == {
        one.id for one in INDICATORS if one.dataflow == "poverty" or one.unit == "place"
    }


def test_a_rate_is_never_averaged_plainly():
    for one in INDICATORS:
        if one.unit in ("percent", "score", "thousand_vnd_month"):
            assert (one.merge, one.merge_weight) == ("weighted_mean", "population")


def test_the_index_merges_by_the_rule_of_the_ministry():
    for one in INDICATORS:
        if one.unit == "index":
            assert one.merge == "plain_mean"


def test_a_survey_ranks_with_a_few_provinces_missing_and_the_dti_does_not():
    assert catalogue.indicator("papi_egov_access_to_portals").rank_min_share == 0.9
    assert catalogue.indicator("dti_total").rank_min_share == 1.0


def test_the_review_is_labelled_with_the_body_of_the_year():
    review = catalogue.indicator("poverty_rate_molisa")

    assert review.body_of(2024).vi == "Bộ Lao động - Thương binh và Xã hội"
    assert review.body_of(2025).vi == "Bộ Nông nghiệp và Môi trường"


def test_an_unknown_indicator_tells_which_exist():
    with pytest.raises(UnknownIndicator, match="dti_total"):
        catalogue.indicator("dti_totla")


def test_every_unit_reads_itself_and_says_its_factor():
    thousand = catalogue.units()["thousand_people"].written

    assert (thousand["nghìn người"], thousand["người"]) == (1, 0.001)
    assert catalogue.units()["percent"].suffix.vi == "%"
    assert catalogue.units()["percent"].change.vi == " điểm phần trăm"


def test_a_transcription_of_the_portal_says_that_it_is_one():
    for source_id in ("s01", "s02", "s03"):
        source = catalogue.source(source_id)
        assert source.kind == "transcription"
        assert "bản chép" in source.publisher.vi


def test_every_collected_source_has_an_address():
    collected = {k: one for k, one in catalogue.sources().items() if re.fullmatch(r"s\d\d", k)}

    assert len(collected) == 50
    assert all(re.match(r"https?://\w", one.url) for one in collected.values())


def test_no_name_says_how_many_provinces_there_are():
    for one in INDICATORS:
        for count in map(str, (len(reference.provinces("63")), len(reference.provinces("34")))):
            assert count not in one.name.vi.split()
