"""Every code has a severity and a sentence in both languages."""

import tomllib
from pathlib import Path

import pytest

from data import ingest
from data.ingest import Issue, message, outcome

CODES = [
    f"issue.{code}"
    for codes in tomllib.loads(
        (Path(ingest.__file__).parent / "issues.toml").read_text("utf-8")
    ).values()
    for code in codes
]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("expected", ["", "1"])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_code_is_a_sentence(code: str, expected: str, lang: str):
    words = message(Issue(code, "S!A1", "2", expected, "dti_total"), lang)  # type: ignore[arg-type]

    assert words.rstrip("\"'").endswith((".", "?"))
    assert "{" not in words


@pytest.mark.parametrize(
    ("place", "start"),
    [("", "Tệp"), ("Nháp!", 'Trang tính "Nháp": Tệp'), ("B!7!C2", 'Ô C2 (trang tính "B!7"): Tệp')],
)
def test_a_sentence_begins_with_its_place(place: str, start: str):
    assert message(Issue("issue.encrypted", place, ""), "vi").startswith(start)


def test_braces_in_a_cell_are_only_letters():
    assert "{place}" in message(Issue("issue.unknown_province", "S!A1", "{place}"), "vi")


@pytest.mark.parametrize(
    ("codes", "result"),
    [
        ([], "loads"),
        (["issue.name_matched"], "loads"),
        (["issue.name_matched", "issue.dash"], "review"),
        (["issue.dash", "issue.unreadable"], "refused"),
    ],
)
def test_the_gravest_issue_decides(codes: list[str], result: str):
    assert outcome(Issue(code, "", "") for code in codes) == result
