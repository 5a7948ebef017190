"""Words: one key, one text in each language, with the same blanks."""

import tomllib
from pathlib import Path
from string import Formatter

import pytest

from language import LANGS, UnknownText, text, words


def _blanks(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def test_vietnamese_is_spoken_when_no_language_is_asked():
    assert text("menu.overview") == "Tổng quan"
    assert text("menu.overview", "en") == "Overview"


def test_blanks_are_filled():
    assert text("period.quarter", lang="vi", quarter="III", year=2024) == "quý III năm 2024"


def test_an_unknown_key_names_the_key_and_the_files():
    with pytest.raises(UnknownText, match=r"'menu.overveiw'.*vi\.toml.*en\.toml"):
        text("menu.overveiw")


def test_a_section_is_not_a_text():
    with pytest.raises(UnknownText, match="'menu'"):
        text("menu")


def test_a_blank_that_nobody_filled_is_named():
    with pytest.raises(UnknownText, match=r"'period.quarter' \(vi\) has a blank 'year'"):
        text("period.quarter", "vi", quarter="III")


def test_a_number_without_quotes_is_refused_when_texts_are_read():
    with pytest.raises(UnknownText, match="section"):
        dict(words._flat(tomllib.loads("section.size = 3")))


def test_both_languages_have_the_same_keys():
    assert set(words.texts("vi")) == set(words.texts("en"))


@pytest.mark.parametrize("key", sorted(words.texts("vi")))
def test_a_text_has_the_same_blanks_in_both_languages(key):
    assert _blanks(words.texts("vi")[key]) == _blanks(words.texts("en")[key])


@pytest.mark.parametrize("lang", LANGS)
def test_no_text_is_empty(lang):
    assert [key for key, value in words.texts(lang).items() if not value.strip()] == []


@pytest.mark.parametrize("lang", LANGS)
def test_blanks_have_names(lang):
    nameless = [
        key
        for key, value in words.texts(lang).items()
        if not all(name.isidentifier() for name in _blanks(value))
    ]

    assert nameless == []


def test_texts_are_read_once(monkeypatch):
    words.texts("vi")
    monkeypatch.setattr(Path, "read_text", lambda *_, **__: pytest.fail("read again"))

    assert text("menu.ranking") == "Xếp hạng"
