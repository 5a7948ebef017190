"""``dti export``: files of every kind, names that are checked first, nothing broken left behind."""

import json
import os
import signal
import subprocess
import sys
from io import BytesIO

import openpyxl
import pytest
from PIL import Image
from pptx import Presentation

from data.settings import ROOT
from tests.shell import answer


def test_a_deck_of_a_province_opens_and_is_about_it(dti, tmp_path):
    out = tmp_path / "tuyen-quang.pptx"

    done = answer(dti("export", "deck", "--province", "08", "--out", out, "--json"))

    assert (done["kind"], done["province"], done["boundary"]) == ("deck", "08", "34")
    assert done["group"] == "northern-midlands-mountains"
    slides = Presentation(str(out)).slides
    assert 6 <= len(slides) <= 8
    assert "Tuyên Quang" in slides[0].shapes.title.text_frame.text


def test_the_ending_of_the_file_decides_the_format(dti, tmp_path):
    names = ["a.png", "a.svg", "a.pdf", "a.pptx", "a.xlsx"]
    for name in names:
        answer(dti("export", "map", "--boundary", "63", "--out", tmp_path / name, "--json"))

    heads = [(tmp_path / name).read_bytes()[:4] for name in names]
    assert heads == [b"\x89PNG", b"<svg", b"%PDF", b"PK\x03\x04", b"PK\x03\x04"]
    assert Image.open(tmp_path / "a.png").width >= 1800
    assert len(Presentation(str(tmp_path / "a.pptx")).slides) == 1
    assert openpyxl.load_workbook(tmp_path / "a.xlsx").sheetnames == ["Số liệu", "Ghi chú"]


def test_the_numbers_of_one_figure_are_never_taken_for_a_delivery(dti, tmp_path):
    out = tmp_path / "a.xlsx"
    answer(dti("export", "picture", "--figure", "bars", "--boundary", "34", "--out", out, "--json"))

    checked = dti("check", out, "--json")

    assert (checked.exit_code, json.loads(checked.stdout)["changes"]["added"]) == (4, 0)


@pytest.mark.parametrize(("kind", "name"), [("deck", "a.pptx"), ("briefing", "a.docx")])
def test_a_choice_without_figures_is_said_and_leaves_no_file(dti, tmp_path, kind, name):
    group = ("--group", "northern-mountain-border", "--boundary", "63", "--period", "2021")

    done = dti("export", kind, *group, "--out", tmp_path / name)

    assert done.exit_code == 2
    assert "Chưa có số liệu cho lựa chọn này nên không làm tệp." in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_workbook_is_taken_back_by_check(dti, tmp_path):
    out = tmp_path / "a.xlsx"
    dti("export", "workbook", "--group", "northern-mountain-border", "--out", out)

    found = answer(dti("check", out, "--json"))

    assert found["outcome"] == "loads"
    assert {name: found["changes"][name] for name in ("added", "changed", "removed")} == {
        "added": 0,
        "changed": 0,
        "removed": 0,
    }
    assert openpyxl.load_workbook(BytesIO(out.read_bytes())).sheetnames[0] == "Xếp hạng"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("poster", "--out", "a.png"), "deck, briefing, sheet"),
        (("deck", "--group", "nowhere", "--out", "a.pptx"), "northern-mountain-border"),
        (("deck", "--province", "99", "--out", "a.pptx"), "08 Tuyên Quang"),
        (("deck", "--boundary", "64", "--out", "a.pptx"), "63, 34"),
        (("deck", "--period", "2031", "--out", "a.pptx"), "2022, 2023, 2024"),
        (("deck", "--release", "999", "--out", "a.pptx"), "14, 13"),
        (("deck", "--out", "a.docx"), ".pptx"),
        (("picture", "--figure", "pie", "--out", "a.png"), "bars, lines"),
        (("sheet", "--out", "a.pdf"), "08 Tuyên Quang"),
        (("picture", "--figure", "trend", "--boundary", "34", "--out", "a.svg"), "08 Tuyên Quang"),
    ],
)
def test_an_unknown_name_ends_with_2_and_says_which_exist(dti, tmp_path, words, said, monkeypatch):
    monkeypatch.chdir(tmp_path)

    ended = dti("export", *words)

    assert ended.exit_code == 2
    assert said in ended.output
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_template_is_refused_in_words(dti, tmp_path):
    template = tmp_path / "mau.pptx"
    template.write_bytes(b"not a presentation")

    ended = dti("export", "deck", "--out", tmp_path / "a.pptx", "--template", template)

    assert ended.exit_code == 2
    assert "Traceback" not in ended.output
    assert [one.name for one in tmp_path.iterdir()] == ["mau.pptx"]


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("workbook", "a.xlsx"),
        ("card", "a.png"),
        ("snapshot", "a.html"),
        ("picture", "a.svg"),
        ("sheet", "a.docx"),
    ],
)
def test_a_template_for_a_file_that_has_none_is_not_silently_ignored(dti, tmp_path, kind, name):
    template, out = tmp_path / "mau.pptx", tmp_path / name
    Presentation().save(str(template))

    words = ("--province", "08", "--out", out, "--template", template)
    ended = dti("export", kind, *words)

    assert ended.exit_code == 2
    assert "mẫu .pptx chỉ dùng cho trang chiếu" in ended.output
    assert not out.exists()


def test_a_picture_on_a_slide_takes_the_offices_template(dti, tmp_path):
    template, out = tmp_path / "mau.pptx", tmp_path / "a.pptx"
    own = Presentation()
    own.slide_width, own.slide_height = 12_000_000, 6_750_000
    own.save(str(template))

    words = ("--boundary", "63", "--out", out, "--template", template, "--json")
    answer(dti("export", "picture", "--figure", "bars", *words))

    assert Presentation(str(out)).slide_width == 12_000_000


def test_a_folder_that_is_not_there_is_named(dti, tmp_path):
    ended = dti("export", "snapshot", "--out", tmp_path / "nowhere" / "a.html")

    assert ended.exit_code == 1
    assert str(tmp_path / "nowhere" / "a.html") in ended.output


def background(home, *words):
    """Start the command as the server does."""
    command = [sys.executable, str(ROOT / "cli.py"), "export", *map(str, words), "--background"]
    environment = {**os.environ, "DTI_HOME": str(home)}
    pipe = subprocess.PIPE
    return subprocess.Popen(
        command, stdin=pipe, stdout=pipe, stderr=pipe, env=environment, encoding="utf-8"
    )


def test_a_run_that_is_stopped_in_the_middle_leaves_no_file(official_home, tmp_path):
    out = tmp_path / "bộ.zip"
    with background(official_home, "release-day", "--boundary", "34", "--out", out) as child:
        first = json.loads(child.stdout.readline())
        assert os.getpriority(os.PRIO_PROCESS, child.pid) >= 10
        child.send_signal(signal.SIGTERM)
        said = child.stderr.read()

        assert child.wait(60) == 1
    assert first["step"] == 1
    assert first["of"] > 20
    assert said.strip().endswith("Đã dừng. Không có tệp nào được ghi.")
    assert list(tmp_path.iterdir()) == []


def test_a_run_ends_when_whoever_started_it_is_gone(official_home, tmp_path):
    out = tmp_path / "bộ.zip"
    with background(official_home, "release-day", "--boundary", "34", "--out", out) as child:
        child.stdout.readline()
        child.stdin.close()

        assert child.wait(60) == 1
    assert list(tmp_path.iterdir()) == []
