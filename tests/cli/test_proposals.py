"""`dti proposals`, `dti approve`, `dti send-back`: two people, where the setting asks for them."""

import pytest

from tests.shell import answer

TABLE = "Tỉnh,DTI\nHà Giang,0.7\nCao Bằng,0.71\n"
WORDS = ("--flow", "dti", "--period", "2023", "--boundary", "63")


@pytest.fixture
def dti(dti_of_my_own, monkeypatch, tmp_path):
    """Run a command where a second person must approve; one proposal of Lan waits."""
    monkeypatch.setenv("DTI_APPROVAL", "on")
    (tmp_path / "dti_2023.csv").write_text(TABLE, "utf-8")
    accept = ("--accept", "missing_province,jump")
    table = tmp_path / "dti_2023.csv"
    made = answer(dti_of_my_own("publish", table, *WORDS, *accept, "--by", "Lan", "--json"))
    assert made["proposal"] == 1
    return dti_of_my_own


def test_publish_proposes_and_another_person_approves(dti):
    waiting = answer(dti("proposals", "--json"))
    alone = dti("approve", "1", "--by", "lan")
    approved = answer(dti("approve", "1", "--by", "Minh", "--json"))
    newest = answer(dti("releases", "--json"))[0]

    assert [(one["by"], one["decided"]) for one in waiting] == [("Lan", None)]
    assert (alone.exit_code, "khác người trình" in alone.stderr) == (1, True)
    assert (approved["release"], approved["new"]) == (15, True)
    assert (newest["by"], newest["approved_by"]) == ("Lan", "Minh")


def test_a_proposal_shows_what_it_changes(dti):
    assert answer(dti("proposals", "1", "--json"))["changes"]["changed"] == 2


def test_send_back_needs_a_reason_and_ends_it(dti):
    assert dti("send-back", "1", "--by", "Minh").exit_code == 1
    answer(dti("send-back", "1", "--by", "Minh", "--reason", "nhầm tệp", "--json"))

    late = dti("approve", "1", "--by", "Minh")

    assert (late.exit_code, "trả lại" in late.stderr) == (1, True)
    assert "nhầm tệp" in dti("proposals").stdout
    assert len(answer(dti("releases", "--json"))) == 14


def test_after_another_release_the_approver_must_have_seen_it(dti):
    answer(dti("undo", "14", "--by", "Hoa", "--json"))

    blind = dti("approve", "1", "--by", "Minh")
    seen = dti("approve", "1", "--by", "Minh", "--base", "15", "--json")

    assert (blind.exit_code, "--base 15" in blind.stderr) == (1, True)
    assert answer(seen)["release"] == 16


def test_an_unknown_proposal_says_which_exist(dti):
    result = dti("approve", "7", "--by", "Minh")

    assert (result.exit_code, "Hiện có: 1" in result.stderr) == (2, True)
