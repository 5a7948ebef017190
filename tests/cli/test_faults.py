"""What a person can mend is a sentence, never a traceback."""

import pytest

from tests.shell import PUBLISHED, answer, runner


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
