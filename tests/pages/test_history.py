"""The history: every release can be read, opened, compared and taken back."""

import shutil

import pytest

from data.service.deliveries import check, publish
from data.service.opening import open_store
from data.service.rights import Person
from data.settings import Settings
from tests.pages.conftest import link, opened, shown
from tests.pages.uploads import press, said, workbook

__all__ = ["said"]

LAN = Person("Lan", may_write=True)


@pytest.fixture(scope="module")
def prepared(official_home, tmp_path_factory):
    """A home with the published figures and two releases of Lan's: Hà Giang 0.73, then 0.7295."""
    home = tmp_path_factory.mktemp("prepared")
    shutil.copy(official_home / "dti.sqlite3", home / "dti.sqlite3")
    own = open_store(Settings(home=home, database_url="", published="off", demo=False))
    for value, note in ((0.73, "công văn 12"), (0.7295, "công văn 13")):
        name = f"{note}.xlsx"
        publish(own, check(own, workbook(D7=value), name), person=LAN, note=note)
    own.close()
    return home


@pytest.fixture
def store(prepared, tmp_path):
    """The prepared store, as the test's own."""
    home = tmp_path / "own"
    shutil.copytree(prepared, home)
    own = open_store(Settings(home=home, database_url="", published="off", demo=False))
    yield own
    own.close()


@pytest.fixture
def page(use, store, said):
    use(store, DTI_PROVINCE="08")
    return opened("history")


def test_releases_stand_newest_first_with_who_when_file_and_note(page, said, store):
    rows = [[cell.text for cell in line.cells] for line in said["history.releases"].lines]
    newest = store.current()

    assert [row[0] for row in rows[:2]] == [str(newest.id), str(newest.id - 1)]
    assert rows[0][2:] == ["Lan", "nạp tệp", "công văn 13.xlsx", "1", "công văn 13"]
    assert "ngày" in rows[0][1]
    assert rows[-1][2:4] == ["Chương trình", "kèm chương trình"]


def test_one_release_shows_what_it_changed(use, said, store):
    use(store, DTI_PROVINCE="08")
    opened("history", open=str(store.current().id - 1))
    table = said[f"history.{store.current().id - 1}.changed"]

    assert [cell.text for cell in table.lines[0].cells] == [
        "Hà Giang",
        "DTI, năm 2024",
        "0,7292",
        "0,7300",
        "+0,0008",
    ]


def test_two_releases_are_compared_at_first_the_newest_two(use, store, said):
    use(store, DTI_PROVINCE="08")
    opened("history", part="two")
    cells = said["history.between.changed"].lines[0].cells

    assert [cell.text for cell in cells][2:5] == ["0,7300", "0,7295", "−0,0005"]


def test_an_undo_says_which_later_releases_go_back_too(use, said, store):
    use(store, DTI_PROVINCE="08")
    newest = store.current().id
    page = opened("history", open=str(newest - 1))
    key = f"history.undo.{newest - 1}"
    press(page, f"{key}.ask")
    assert said[f"{key}.words"][2][:2] == [
        "Sẽ có 1 số trở về như trước.",
        f"Các bản sau đó cũng được đưa về: số {newest}.",
    ]

    page.text_input(key=f"{key}.person").set_value("Lan")
    press(page, f"{key}.do")
    assert (store.current().kind, store.current().undoes) == ("undo", newest - 1)
    assert said["undo.said"][1] == (
        f"Đã khôi phục về trước bản số {newest - 1}: bản số liệu số {newest + 1}."
    )


def test_an_undo_without_a_name_does_nothing(page, said, store):
    newest = store.current()
    key = f"history.undo.{newest.id}"
    press(page, f"{key}.ask")
    page.text_input(key=f"{key}.person").set_value("")
    press(page, f"{key}.do")

    assert store.current() == newest
    assert said["undo.said"][0] == "bad"


def test_a_read_only_server_offers_no_undo(use, store, said):
    use(store, DTI_PROVINCE="08", DTI_READ_ONLY="1")
    app = opened("history")

    assert not [one for one in app.button if "undo" in one.key]


def test_every_page_opens_as_of_a_former_release_and_says_so(use, store, said):
    use(store, DTI_PROVINCE="08")
    newest = store.current().id
    app = opened("ranking", boundary="63", group="country", release=str(newest - 1))
    values = {line.cells[0].text: line.cells[1].text for line in said["ranking"].lines}

    assert values["Hà Giang"] == "0,7300"
    assert app.warning[0].value == (
        f"Đang xem bản số liệu số {newest - 1}, không phải bản đang dùng (số {newest})."
    )
    assert link(app)["release"] == str(newest - 1)
    press(app, "former.back")
    assert "release" not in link(app)
    values = {line.cells[0].text: line.cells[1].text for line in said["ranking"].lines}
    assert values["Hà Giang"] == "0,7295"


@pytest.mark.parametrize("wrong", ["0", "x", "9" * 30])
def test_a_release_that_does_not_exist_opens_the_one_in_use(use, store, said, wrong):
    use(store, DTI_PROVINCE="08")
    app = opened("ranking", boundary="63", release=wrong)

    assert "không có" in app.info[0].value
    assert "release" not in link(app)
    assert shown(app)["year"] == "2024"


def test_a_store_without_figures_says_so(use, tmp_path, said):
    empty = open_store(Settings(home=tmp_path, database_url="", published="off", demo=False))
    use(empty, DTI_PUBLISHED="off")
    app = opened("history")
    empty.close()

    assert app.info[0].value.startswith("Chưa có số liệu nào")
