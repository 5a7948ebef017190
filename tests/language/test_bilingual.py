"""A name in both languages is complete or refused."""

import pytest

from language.bilingual import Words


def test_words_are_read_by_language():
    region = Words(vi="Tây Nguyên", en="Central Highlands")

    assert (region["vi"], region["en"]) == ("Tây Nguyên", "Central Highlands")


def test_a_third_language_is_an_error_and_not_vietnamese():
    with pytest.raises(KeyError):
        Words(vi="tỉnh", en="province")["fr"]


@pytest.mark.parametrize("table", [{"vi": "tỉnh"}, {"vi": "tỉnh", "en": " "}, {}])
def test_a_name_in_one_language_only_is_refused(table: dict[str, str]):
    with pytest.raises(ValueError, match="one in en"):
        Words.of(table)
