"""The commands: what they print and how they end."""

import csv
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

import cli
from data.errors import StaleBase
from data.service import deliveries
from data.settings import ROOT, settings
from indicators.model import COLUMNS

PUBLISHED = ROOT / "data" / "published"
Dti = Callable[..., Result]


@pytest.fixture
def dti(official_home: Path, monkeypatch: pytest.MonkeyPatch) -> Dti:
    """Run a command on the published figures; the store is shared, nothing may be published."""
    return runner(official_home, monkeypatch)


@pytest.fixture
def dti_of_my_own(official_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Dti:
    """Run a command on a copy of the store, to publish into."""
    shutil.copytree(official_home, tmp_path / "home")
    return runner(tmp_path / "home", monkeypatch)


def runner(home: Path, monkeypatch: pytest.MonkeyPatch) -> Dti:
    monkeypatch.setenv("DTI_HOME", str(home))
    settings.cache_clear()
    return lambda *words: CliRunner().invoke(cli.app, [str(word) for word in words])


@pytest.fixture(autouse=True)
def _own_settings():
    yield
    settings.cache_clear()


def answer(result: Result) -> Any:
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_rank_gives_all_63_official_places_of_2022(dti):
    found = answer(dti("rank", "dti_total", "--period", "2022", "--json"))
    printed = answer(dti("rank", "dti_total_rank_published", "--period", "2022", "--json"))

    official = {row["province_code"]: row["value"] for row in printed["rows"]}
    assert {row["province_code"]: row["rank"] for row in found["rows"]} == official
    assert [row["rank"] for row in found["rows"]][13:18] == [14, 15, 15, 17, 18]
    assert len(found["rows"]) == 63


def test_rank_prints_the_object_of_the_contract(dti):
    found = answer(
        dti(
            "rank", "dti_total", "--period", "2024", "--group", "northern-mountain-border", "--json"
        )
    )

    assert {key: found[key] for key in ("indicator", "period", "boundary", "group")} == {
        "indicator": "dti_total",
        "period": "2024",
        "boundary": "63",
        "group": "northern-mountain-border",
    }
    assert (found["n"], found["group_n"], found["unit"]) == (63, 7, "index")
    assert found["source"][0]["url"].startswith("https://dti.gov.vn")
    assert [row["group_rank"] for row in found["rows"]] == [1, 2, 3, 4, 5, 6, 7]
    assert found["rows"][2] == {
        "province_code": "02",
        "name": "Hà Giang",
        "value": 0.7292,
        "status": "A",
        "rule": "",
        "rank": 25,
        "group_rank": 3,
    }


@pytest.mark.parametrize(("period", "place"), [("2022", 6), ("2023", 4), ("2024", 3)])
def test_rank_puts_ha_giang_among_the_seven(dti, period, place):
    words = (
        "rank",
        "dti_total",
        "--period",
        period,
        "--group",
        "northern-mountain-border",
        "--json",
    )
    rows = answer(dti(*words))["rows"]

    assert [row["name"] for row in rows].index("Hà Giang") == place - 1


def test_the_default_list_is_the_one_in_force_in_the_period(dti):
    assert answer(dti("rank", "dti_total", "--period", "2022", "--json"))["boundary"] == "63"
    assert (
        answer(dti("rank", "poverty_rate_molisa", "--period", "2025", "--json"))["boundary"] == "34"
    )


def test_rank_on_the_34_names_the_rule(dti):
    rows = answer(dti("rank", "dti_total", "--period", "2024", "--boundary", "34", "--json"))[
        "rows"
    ]

    tuyen_quang = next(row for row in rows if row["province_code"] == "08")
    assert (tuyen_quang["rank"], tuyen_quang["value"]) == (22, 0.6862)
    assert (tuyen_quang["status"], tuyen_quang["rule"]) == ("D", "plain_mean")


@pytest.mark.parametrize(
    ("words", "exists"),
    [
        (("rank", "dti", "--period", "2022"), "dti_total, dti_awareness"),
        (("rank", "dti_total", "--period", "2030"), "2020, 2021, 2022, 2023, 2024"),
        (("rank", "dti_total", "--period", "2022", "--group", "north"), "northern-mountain-border"),
        (("rank", "dti_total", "--period", "2022", "--boundary", "62"), "63, 34"),
        (("rank", "dti_total", "--period", "năm ngoái"), "2025-Q3"),
        (("rank", "dti_total", "--lang", "fr"), "vi, en"),
        (("series", "dti_total", "--province", "Hanoj"), "01 Hà Nội"),
        (("series", "dti", "--province", "01"), "dti_total"),
        (("undo", "99", "--by", "Lan"), "14"),
        (("check", "x.xlsx"), "x.xlsx"),
    ],
)
def test_an_unknown_name_says_which_exist_and_ends_with_2(dti, words, exists):
    result = dti(*words)

    assert result.exit_code == 2
    assert exists in result.stderr
    assert result.stdout == ""


def test_an_unknown_flow_says_which_exist(dti):
    result = dti("check", PUBLISHED / "dti_2022.xlsx", "--flow", "dtt")

    assert (result.exit_code, "dti, poverty, qr" in result.stderr) == (2, True)


def test_people_read_a_vietnamese_table_with_places_of_n_and_the_source(dti):
    lines = dti("rank", "dti_total", "--period", "2022").stdout.splitlines()

    assert "năm 2022" in lines[0]
    assert any(line.split() == ["57/63", "57/63", "Hà", "Giang", "0,4790"] for line in lines)
    assert lines[-1].startswith("Nguồn: ")


def test_english_is_there_when_asked_for(dti):
    said = dti("rank", "dti_total", "--period", "2023", "--lang", "en").stdout

    assert "Place" in said
    assert "0.6744" in said


def test_an_incomplete_year_says_why_nobody_has_a_place(dti):
    assert "/63 tỉnh, thành phố" in dti("rank", "dti_total", "--period", "2021").stdout


def test_series_gives_one_province_with_its_breaks(dti):
    found = answer(dti("series", "dti_total", "--province", "02", "--json"))

    assert (found["name"], found["boundary"]) == ("Hà Giang", "63")
    assert found["points"][-1] == {
        "period": "2024",
        "value": 0.7292,
        "status": "A",
        "rule": "",
        "rank": 25,
        "n": 63,
        "withheld": "",
        "break_before": "break.dti_2024",
    }


def test_series_finds_a_province_by_name_on_the_newest_list_that_knows_it(dti):
    assert (
        answer(dti("series", "dti_total", "--province", "Hà Giang", "--json"))["boundary"] == "63"
    )
    assert answer(dti("series", "dti_total", "--province", "15", "--json"))["name"] == "Lào Cai"


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


def test_publish_again_gives_the_same_release(dti_of_my_own):
    found = answer(dti_of_my_own("publish", PUBLISHED / "dti_2022.xlsx", "--by", "Lan", "--json"))

    assert (found["release"], found["new"]) == (14, False)


def test_publish_wants_answers_and_takes_them(dti_of_my_own):
    table = PUBLISHED / "dti_2024_34_tinh.xlsx"
    assert dti_of_my_own("publish", table, "--by", "Lan").exit_code == 3
    assert (
        dti_of_my_own("publish", table, "--by", "Lan", "--accept", "missing_province").exit_code
        == 0
    )


def test_publish_undo_and_history(dti_of_my_own, tmp_path):
    text = "Tỉnh,DTI\n" + "".join(f"{name},0.9\n" for name in ("Hà Giang", "Cao Bằng"))
    table = tmp_path / "dti_2023.csv"
    table.write_text(text, "utf-8")
    words = ("--by", "Lan", "--note", "đính chính", "--flow", "dti", "--period", "2023")
    accept = ("--boundary", "63", "--accept", "issue.missing_province")

    published = answer(dti_of_my_own("publish", table, *words, *accept, "--json"))
    undone = answer(dti_of_my_own("undo", "15", "--by", "Minh", "--json"))
    history = answer(dti_of_my_own("releases", "--json"))

    assert (published["release"], published["changes"]["changed"]) == (15, 2)
    assert undone == {"release": 16, "undone": 15, "base": 15, "also": []}
    assert [(one["id"], one["by"], one["kind"]) for one in history[:2]] == [
        (16, "Minh", "undo"),
        (15, "Lan", "delivery"),
    ]
    assert history[1]["note"] == "đính chính"
    found = answer(dti_of_my_own("rank", "dti_total", "--period", "2023", "--json"))
    assert {row["name"]: row["value"] for row in found["rows"]}["Hà Giang"] == 0.6744


def test_a_refused_file_is_not_published(dti, tmp_path):
    letter = tmp_path / "cong_van.pdf"
    letter.write_bytes(b"%PDF-1.7")

    assert dti("publish", letter, "--by", "Lan").exit_code == 4


def test_who_loses_a_race_is_told_to_run_again(dti, monkeypatch):
    def late(*_args, **_kwargs):
        raise StaleBase("Release 2 by Minh")

    monkeypatch.setattr(deliveries, "publish", late)

    result = dti("publish", PUBLISHED / "dti_2022.xlsx", "--by", "Lan")

    assert (result.exit_code, "chạy lại" in result.stderr) == (1, True)


def test_history_is_a_table_newest_first(dti):
    lines = dti("releases").stdout.splitlines()

    assert lines[1].split()[0] == "14"
    assert lines[-1].split()[0] == "1"


def test_a_fresh_installation_is_filled_with_a_line_for_each_workbook(tmp_path, monkeypatch):
    monkeypatch.setenv("DTI_DEMO", "1")
    fresh = runner(tmp_path / "home", monkeypatch)

    result = fresh("releases", "--json")

    assert "1/2: dan_so_dien_tich_2019_2024.xlsx" in result.stderr
    assert answer(result)[0]["file"] == "qr_minh_hoa.xlsx"


def test_an_empty_store_says_how_to_publish(tmp_path, monkeypatch):
    monkeypatch.setenv("DTI_PUBLISHED", "off")

    result = runner(tmp_path / "home", monkeypatch)("rank", "dti_total")

    assert (result.exit_code, "dti publish" in result.stderr) == (2, True)


def test_serve_runs_our_application_on_the_address_asked_for():
    command, environment = cli.serve_command("127.0.0.2", 8600, demo=True)

    assert command[1:5] == ["-m", "streamlit", "run", str(ROOT / "app.py")]
    assert command[5:] == ["--server.address", "127.0.0.2", "--server.port", "8600"]
    assert (environment["DTI_HOST"], environment["DTI_DEMO"]) == ("127.0.0.2", "1")


def test_help_is_quick_because_nothing_heavy_is_imported():
    code = (
        "import cli, sys; print([x for x in ('pandas', 'sqlalchemy', 'numpy') if x in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)

    assert done.stdout.strip() == "[]"


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


def test_illustrative_figures_are_refused_with_the_way_to_see_them(dti_of_my_own):
    """Invented figures were published into the official store."""
    invented = PUBLISHED / "illustrative" / "qr_minh_hoa.xlsx"

    result = dti_of_my_own("publish", invented, "--by", "Lan")

    assert (result.exit_code, "dti serve --demo" in result.stdout) == (4, True)
    assert len(answer(dti_of_my_own("releases", "--json"))) == 14


def test_an_undo_says_which_state_it_left_and_what_else_went_back(dti_of_my_own):
    said = dti_of_my_own("undo", "13", "--by", "Lan").stdout
    everything = answer(dti_of_my_own("undo", "1", "--by", "Lan", "--json"))

    assert "đang dùng bản số 14" in said
    assert said.rstrip().endswith(": 14.")
    assert everything["also"] == list(range(2, 16))
    empty = dti_of_my_own("rank", "dti_total")
    assert (empty.exit_code, "Traceback" in empty.output) == (2, False)


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("DTI_PORT", "abc", "DTI_PORT"),
        ("DTI_PUBLISHED", "maybe", "DTI_PUBLISHED"),
        ("DTI_DATABASE_URL", "nonsense", "DTI_DATABASE_URL"),
        ("DTI_DATABASE_URL", "postgresql://u:secret@127.0.0.1:1/x", "DTI_DATABASE_URL"),
        ("DTI_HOME", "{tmp}/file", "/file"),
        ("DTI_HOME", "{tmp}/damaged", "bị hỏng"),
    ],
)
def test_a_fault_of_the_installation_is_a_sentence_not_a_traceback(
    name, value, said, tmp_path, monkeypatch
):
    (tmp_path / "file").touch()
    (tmp_path / "damaged").mkdir()
    (tmp_path / "damaged" / "dti.sqlite3").write_bytes(b"no database " * 500)
    run = runner(tmp_path / "home", monkeypatch)
    monkeypatch.setenv(name, value.format(tmp=tmp_path))

    result = run("releases")

    assert isinstance(result.exception, SystemExit)
    assert (result.exit_code, said in result.stderr, result.stderr.count("\n")) == (1, True, 1)
    assert "secret" not in result.stderr


def test_serve_says_which_setting_is_wrong(monkeypatch, tmp_path):
    monkeypatch.setenv("DTI_PORT", "abc")

    result = runner(tmp_path, monkeypatch)("serve")

    assert (result.exit_code, "DTI_PORT" in result.stderr) == (1, True)
