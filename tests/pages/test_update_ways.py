"""Other ways in: by hand, taught columns, a second person, an empty store; on some servers none."""

from data.service import taught
from data.service.opening import open_store
from data.settings import Settings
from tests.pages.conftest import opened
from tests.pages.uploads import STRANGE, desk, drop, press, publish, said, store, workbook

__all__ = ["desk", "said", "store"]


def test_a_read_only_server_says_why_and_offers_templates_only(use, store, said):
    use(store, DTI_PROVINCE="08", DTI_READ_ONLY="1")
    app = opened("update")

    assert "chỉ cho xem số liệu" in app.info[0].value
    assert not app.file_uploader
    assert not app.button
    assert {one.key for one in app.selectbox} == {
        "update.template.flow",
        "update.template.boundary",
    }


def test_a_column_can_be_taught_for_the_next_time(desk, said, store):
    rows = workbook(I4="Chỉ tiêu lạ của sở", I6=1.5, I7=2.5)
    drop(desk, ("la.xlsx", rows))
    desk.selectbox(key=f"update.1.choice.{STRANGE}").set_value("poverty_rate_nso")
    desk.checkbox(key=f"update.1.teach.{STRANGE}").check()
    desk.text_input(key="update.1.teacher").set_value("Lan")
    press(desk, "update.1.again")

    assert [(one.heading, one.indicator_id, one.by) for one in taught.in_force(store)] == [
        ("Chỉ tiêu lạ của sở", "poverty_rate_nso", "Lan")
    ]
    (forget,) = [one.key for one in desk.button if one.key.endswith(".withdraw")]
    press(desk, forget)
    assert taught.in_force(store) == ()


def test_a_figure_by_hand_takes_the_same_way(desk, said, store):
    key = "update.entry"
    press(desk, f"{key}.check")
    assert said[f"{key}.faults"][2]

    desk.selectbox(key=f"{key}.boundary").set_value("63").run()
    desk.selectbox(key=f"{key}.province").set_value("02")
    desk.selectbox(key=f"{key}.indicator").set_value("qr_acceptance_points")
    for field, typed in {
        "period": "năm 2025",
        "value": "12480",
        "document": "123/NHNN",
        "issued": "15/9/2026",
    }.items():
        desk.text_input(key=f"{key}.{field}").set_value(typed)
    press(desk, f"{key}.check")
    assert said["update.1.outcome"][0] == "good"
    publish(desk)
    now = store.current()
    found = store.observations(now, indicator_ids=["qr_acceptance_points"], periods=["2025"])

    assert now.kind == "by_hand"
    assert list(zip(found["province_code"], found["value"], strict=True)) == [("02", 12480)]


def test_a_second_person_approves_where_the_installation_asks_for_one(use, store, said):
    use(store, DTI_PROVINCE="08", DTI_APPROVAL="on")
    before = store.current()
    app = drop(opened("update"), ("sua.xlsx", workbook(D7=0.73)))
    assert said["update.1.outcome"][1].endswith("Xem thay đổi rồi bấm “Trình duyệt”.")
    assert app.text_input(key="update.1.person").label == "Họ tên người trình"
    publish(app)
    assert said["update.1.done"][1].startswith("Đã trình duyệt (số 1).")
    assert store.current() == before

    for name, kind in (("Lan", "bad"), ("Hùng", "good")):
        press(app, "waiting.1.look")
        app.text_input(key="waiting.1.person").set_value(name)
        press(app, "waiting.1.approve")
        assert said["waiting.said"][0] == kind
    now = store.current()
    assert (now.id, now.by, now.approved_by) == (before.id + 1, "Lan", "Hùng")


def test_what_waits_is_sent_back_with_a_reason_only(use, store, said):
    use(store, DTI_PROVINCE="08", DTI_APPROVAL="on")
    app = drop(opened("update"), ("sua.xlsx", workbook(D7=0.73)))
    publish(app)
    press(app, "waiting.1.look")
    app.text_input(key="waiting.1.person").set_value("Hùng")
    press(app, "waiting.1.return")
    assert said["waiting.said"][0] == "bad"

    app.text_input(key="waiting.1.reason").set_value("sai năm")
    press(app, "waiting.1.return")
    assert said["waiting.said"][0] == "good"
    assert not [one for one in app.button if one.key.startswith("waiting.")]


def test_the_first_file_of_an_empty_store_is_published(use, tmp_path, said):
    empty = open_store(Settings(home=tmp_path, database_url="", published="off", demo=False))
    use(empty, DTI_PUBLISHED="off")
    app = drop(opened("update"), ("dti.xlsx", workbook()))
    assert said["update.1.outcome"][1].startswith("Tệp đọc được đủ 63/63 tỉnh, thành phố")
    publish(app)
    now = empty.current()
    empty.close()

    assert (now.id, now.written) == (1, 315)


def test_english(use, store, said):
    use(store, DTI_PROVINCE="08")
    app = opened("update", lang="en")

    assert app.title[0].value == "Update figures"
    assert app.file_uploader[0].label == "Choose file"
