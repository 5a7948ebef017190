"""`dti check`: what a file holds; nothing is stored."""

import csv
import json

from indicators.model import COLUMNS
from tests.shell import PUBLISHED, answer


def test_check_loads_a_published_workbook_and_finds_nothing_new(dti):
    found = answer(dti("check", PUBLISHED / "dti_2022.xlsx", "--json"))

    assert (found["outcome"], found["flows"], found["periods"]) == ("loads", ["dti"], ["2022"])
    assert (found["boundary"], found["observations"], found["issues"]) == ("63", 567, [])
    assert found["changes"] == {"added": 0, "changed": 0, "removed": 0, "unchanged": 567}


def test_check_ends_with_3_for_a_question_and_names_it(dti):
    result = dti("check", PUBLISHED / "dti_2024_34_tinh.xlsx", "--json")

    assert result.exit_code == 3
    issue = json.loads(result.stdout)["issues"][0]
    assert issue["code"] == "issue.missing_province"
    assert "5/34" in issue["message"]


def test_check_ends_with_4_for_what_is_no_table(dti, tmp_path):
    letter = tmp_path / "cong_van.pdf"
    letter.write_bytes(b"%PDF-1.7")

    result = dti("check", letter)

    assert (result.exit_code, "bị từ chối" in result.stdout) == (4, True)


def test_check_writes_what_it_read_as_a_table(dti, tmp_path):
    out = tmp_path / "out.csv"
    dti("check", PUBLISHED / "dti_2022.xlsx", "--table", out)

    rows = list(csv.DictReader(out.open(encoding="utf-8")))
    assert tuple(rows[0]) == COLUMNS
    total = [row for row in rows if row["indicator_id"] == "dti_total"]
    assert next(row["value"] for row in total if row["province_code"] == "02") == "0.479"


def test_a_province_that_stands_twice_is_a_question_not_a_traceback(dti_of_my_own, tmp_path):
    """Comparing the delivery with the release failed on two figures for one key."""
    table = tmp_path / "dti_2023.csv"
    table.write_text("Tỉnh,DTI\nHà Giang,0.9\nHà Giang,0.8\nCao Bằng,0.7\n", "utf-8")
    words = (table, "--flow", "dti", "--period", "2023", "--boundary", "63")

    checked = dti_of_my_own("check", *words, "--json")
    published = dti_of_my_own("publish", *words, "--by", "Lan", "--accept", "duplicate")

    assert (checked.exit_code, published.exit_code) == (3, 3), checked.output
    found = json.loads(checked.stdout)
    assert "issue.duplicate" in {issue["code"] for issue in found["issues"]}
    assert found["changes"]["changed"] == 1  # Cao Bằng; of Hà Giang nobody knows which is meant
