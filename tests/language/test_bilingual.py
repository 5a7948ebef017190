"""A name in both languages."""

import pytest

from language.bilingual import Words

CITY = {"vi": "thành phố", "en": "city"}


def test_a_name_is_read_by_language():
    assert (Words.of(CITY)["vi"], Words.of(CITY)["en"]) == ("thành phố", "city")
    assert list(Words.of(CITY)) == ["thành phố", "city"]


def test_another_language_is_not_there():
    with pytest.raises(KeyError, match="fr"):
        Words.of(CITY)["fr"]


@pytest.mark.parametrize("table", [{"vi": "tỉnh"}, {"vi": "tỉnh", "en": " "}, CITY | {"fr": "x"}])
def test_a_name_needs_both_languages_and_no_other(table):
    with pytest.raises(ValueError, match="one in en"):
        Words.of(table)
