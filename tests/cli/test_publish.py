"""`dti publish`, `dti undo`, `dti releases`: what becomes of the figures."""

from data.errors import StaleBase
from data.service import deliveries
from tests.shell import PUBLISHED, answer


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
    accept = ("--boundary", "63", "--accept", "issue.missing_province,jump")

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


def test_an_unknown_code_to_accept_was_ignored_in_silence(dti):
    table = PUBLISHED / "dti_2024_34_tinh.xlsx"

    result = dti("publish", table, "--by", "Lan", "--accept", "thieu_tinh")

    assert result.exit_code == 2
    assert result.stderr.strip().endswith("“thieu_tinh”. Tệp này hỏi: missing_province.")


def test_accepting_away_every_figure_was_told_as_a_success(dti, tmp_path):
    table = tmp_path / "dti.csv"
    table.write_text("Tỉnh,DTI\nHà Giang,0.9\nCao Bằng,0.8\n", "utf-8")

    result = dti("publish", table, "--by", "Lan", "--accept", "period_unknown,missing_province")

    assert (result.exit_code, result.stdout) == (3, "")
    assert "không còn số nào" in result.stderr


def test_an_undo_again_named_itself_as_taken_back(dti_of_my_own):
    first = answer(dti_of_my_own("undo", "14", "--by", "Lan", "--json"))
    again = dti_of_my_own("undo", "14", "--by", "Lan").stdout

    assert (first["release"], first["also"]) == (15, [])
    assert again.splitlines() == [
        "Số đang dùng (bản số 15) đã là trạng thái trước bản số 14; không có gì thay đổi."
    ]


def test_a_file_that_is_not_there_was_told_in_english(dti, tmp_path):
    missing, folder = dti("check", "nosuch.xlsx"), dti("check", tmp_path)

    assert (missing.exit_code, missing.stderr.strip()) == (
        2,
        "Không mở được tệp nosuch.xlsx: không có tệp này.",
    )
    assert folder.stderr.strip().endswith("đây là thư mục, không phải tệp.")
