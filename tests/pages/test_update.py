"""The page that takes figures: each file with its own outcome, nothing stored before one click."""

from functools import lru_cache

from data.service import current, deliveries
from data.service.rights import Person
from tests.pages.uploads import (
    MISSPELT,
    desk,
    drop,
    press,
    publish,
    said,
    store,
    workbook,
)

__all__ = ["desk", "said", "store"]

HUNG = Person("Hùng", may_write=True)


def test_a_misspelt_province_is_asked_with_its_cell_and_nothing_is_stored(desk, said, store):
    before = store.current()
    drop(desk, ("sua.xlsx", workbook(B7=None, C7="Hà Giag", D7=0.73)))

    assert said["update.1.outcome"][:2] == (
        "ask",
        "Còn 1 điểm cần bạn trả lời. Chưa có số nào được lưu.",
    )
    assert "Ô C7" in said[f"update.1.words.{MISSPELT}"][1]
    assert "Hà Giag" in said[f"update.1.words.{MISSPELT}"][1]
    assert store.current() == before


def test_an_answered_file_is_previewed_then_published_with_name_note_and_answer(desk, said, store):
    before = store.current()
    drop(desk, ("sua.xlsx", workbook(B7=None, C7="Hà Giag", D7=0.73)))
    desk.selectbox(key=f"update.1.choice.{MISSPELT}").set_value("02")
    press(desk, "update.1.again")

    assert said["update.1.outcome"][0] == "good"
    line = said["update.1.differences.changed"].lines[0]
    assert [cell.text for cell in line.cells] == [
        "Hà Giang",
        "DTI, năm 2024",
        "0,7292",
        "0,7300",
        "+0,0008",
        "DTI 2024!D7",
    ]
    assert store.current() == before

    desk.text_input(key="update.1.note").set_value("công văn 12")
    publish(desk)
    now = store.current()
    assert (now.id, now.by, now.note, now.file) == (before.id + 1, "Lan", "công văn 12", "sua.xlsx")
    assert [one.choice for one in now.answers] == ["02"]
    assert said["update.1.done"][1] == f"Đã đưa vào sử dụng: bản số liệu số {now.id}."


def test_an_answer_can_be_taken_back(desk, said):
    drop(desk, ("sua.xlsx", workbook(B7=None, C7="Hà Giag", D7=0.73)))
    desk.selectbox(key=f"update.1.choice.{MISSPELT}").set_value("skip")
    press(desk, "update.1.again")
    assert said["update.1.outcome"][1].startswith("Còn 1 điểm")  # the province is missing now
    press(desk, "update.1.start_again")

    assert desk.selectbox(key=f"update.1.choice.{MISSPELT}").value == "02"
    assert "Hà Giag" in said[f"update.1.words.{MISSPELT}"][1]


def test_what_was_typed_stays_with_its_question(desk):
    """Fields were named by number: an answered question handed its words to the next one."""
    drop(desk, ("sua.xlsx", workbook(B7=None, C7="Hà Giag", D7="k1", D8="k2")))
    desk.selectbox(key=f"update.1.choice.{MISSPELT}").set_value("02")
    desk.text_input(key="update.1.typed.not_a_number.DTI 2024!D7").set_value("0,73")
    press(desk, "update.1.again")
    left = desk.text_input(key="update.1.typed.not_a_number.DTI 2024!D8")

    assert left.value == ""
    assert not [one for one in desk.text_input if one.key.endswith("D7")]


def test_a_whole_list_stands_beside_the_one_in_use_and_the_year_before(desk, said):
    drop(desk, ("sua.xlsx", workbook(D7=0.73)))
    rows = [
        [cell.text for cell in line.cells] for line in said["update.1.differences.summary"].lines
    ]

    assert [row[1] for row in rows[:3]] == ["Sau khi đưa vào sử dụng", "Trước đó", "Năm 2023"]
    assert rows[0][2:] == ["63", "trung bình 0,6961", "0,4946 (Quảng Bình)", rows[1][5]]
    assert rows[2][3] == "trung bình 0,6783"


def test_each_of_several_files_has_its_own_outcome(desk, said):
    drop(desk, ("anh.pdf", b"%PDF-1.7"), ("sua.xlsx", workbook(D7=0.73)), ("cu.xlsx", workbook()))

    assert [said[f"update.{number}.outcome"][0] for number in (1, 2, 3)] == ["bad", "good", "good"]
    assert said["update.1.outcome"][1].startswith("Tệp này không phải bảng tính.")
    assert "Không có gì cần đưa vào sử dụng" in said["update.3.outcome"][1]
    assert [one.key for one in desk.button if one.key.endswith(".put")] == ["update.2.put"]


def test_without_a_name_nothing_is_published(desk, said, store):
    before = store.current()
    drop(desk, ("sua.xlsx", workbook(D7=0.73)))
    publish(desk, name="  ")

    assert "Hãy ghi họ tên" in said["update.1.fault"][1]
    assert store.current() == before
    publish(desk)
    assert store.current().id == before.id + 1


def test_a_rerun_reads_no_file_again(desk, monkeypatch):
    """Only a spy: the real check runs, once for the same bytes and answers."""
    runs = []
    real = deliveries.check
    monkeypatch.setattr(deliveries, "check", lambda *a, **k: runs.append(a) or real(*a, **k))
    drop(desk, ("sua.xlsx", workbook(D7=0.73)))
    desk.selectbox(key="update.template.flow").set_value("qr").run()
    desk.run()

    assert len(runs) == 1


def test_who_published_in_between_is_named_and_the_preview_is_fresh(desk, said, store):
    drop(desk, ("sua.xlsx", workbook(D7=0.73)))
    other = deliveries.check(store, workbook(D7=0.7295), "khac.xlsx")
    theirs = deliveries.publish(store, other, person=HUNG)
    publish(desk)

    assert said["update.1.beaten"][1] == (
        f"Trong lúc bạn làm việc, Hùng đã đưa vào sử dụng bản số liệu số {theirs.id}. "
        "Đây là thay đổi tính lại so với bản đó."
    )
    assert store.current() == theirs
    line = said["update.1.differences.changed"].lines[0]
    assert [cell.text for cell in line.cells][2:4] == ["0,7295", "0,7300"]
    publish(desk)
    assert store.current().base_id == theirs.id


def test_a_page_that_is_a_second_behind_names_nobody_who_published_before(
    desk, said, store, monkeypatch
):
    """The newest release is looked up once a second: an older one was named as the one between."""
    behind = store.current().id
    monkeypatch.setattr(current, "_newest", lru_cache(maxsize=1)(lambda _second: behind))
    drop(desk, ("sua.xlsx", workbook(D7=0.73)))
    theirs = deliveries.publish(
        store, deliveries.check(store, workbook(D7=0.7295), "khac.xlsx"), person=HUNG
    )
    publish(desk)

    assert f"Hùng đã đưa vào sử dụng bản số liệu số {theirs.id}" in said["update.1.beaten"][1]


def test_the_bytes_are_dropped_once_they_are_in_use(desk):
    drop(desk, ("sua.xlsx", workbook(D7=0.73)))
    publish(desk)
    (upload,) = desk.session_state["update.desk"].uploads

    assert (upload.content, upload.report) == (b"", None)


def test_a_published_file_is_undone_by_two_clicks(desk, said, store):
    before = store.current()
    drop(desk, ("sua.xlsx", workbook(D7=0.73)))
    publish(desk)
    press(desk, "update.1.undo.ask")
    press(desk, "update.1.undo.do")
    now = store.current()

    assert (now.kind, now.id, now.by) == ("undo", before.id + 2, "Lan")
    assert said["undo.said"][0] == "good"


def test_what_changed_is_one_click_from_its_map(desk, said):
    drop(desk, ("sua.xlsx", workbook(D7=0.73)))
    publish(desk)
    (link,) = said["update.1.maps"]["rows"][0]["items"]

    assert link["view"] == {
        "indicator": "dti_total",
        "year": "2024",
        "boundary": "63",
        "show": "map",
    }
