"""A fresh installation opens with the published figures, once."""

import subprocess
import sys
import zipfile
from dataclasses import replace

import pytest

from data.errors import BadReference
from data.service.deliveries import check, publish
from data.service.figures import Figures
from data.service.opening import PUBLISHED, Workbook, fill, load, open_store, workbooks
from data.service.rights import Person
from data.settings import ROOT, Settings


def settings(home, **others) -> Settings:
    return Settings(_env_file=None, home=home, **{"published": "on", "database_url": "", **others})


def test_every_workbook_of_the_manifest_is_a_release_of_its_own(official_store):
    names = [release.file for release in reversed(official_store.releases())]

    assert names == [book.path.name for book in workbooks(demo=False)]
    assert {release.kind for release in official_store.releases()} == {"shipped"}


def test_progress_is_told_for_each_workbook_and_a_second_start_loads_nothing(tmp_path):
    told = []
    books = workbooks(demo=True)

    for _ in range(2):
        open_store(settings(tmp_path, demo=True), lambda *args: told.append(args)).close()

    assert told == [(book.path.name, n, len(books)) for n, book in enumerate(books, start=1)]


def test_the_setting_off_opens_an_empty_store(tmp_path):
    assert open_store(settings(tmp_path, published="off")).current() is None


def test_invented_figures_stand_in_a_store_of_their_own_beside_population_only(tmp_path):
    store = open_store(settings(tmp_path, demo=True, database_url="sqlite:////not/used"))

    figures = Figures(store, store.current())

    assert (tmp_path / "demo.sqlite3").exists()
    flows = {
        name for name in figures.indicators("63") if not name.startswith(("population", "area"))
    }
    assert flows
    assert all(name.startswith("qr_") for name in flows)
    table = figures.table("qr_acceptance_points_per_1000", "2024", "63")
    assert {cell.status for cell in table.values()} == {"X"}


def test_no_official_figure_is_illustrative(official):
    for boundary in ("63", "34"):
        for name in official.indicators(boundary):
            for period in official.periods(name, boundary):
                cells = official.table(name, period, boundary).values()
                assert "X" not in {cell.status for cell in cells}


def test_a_start_that_was_cut_off_goes_on_where_it_stopped(store):
    store.illustrative = True
    books = workbooks(demo=True)
    load(store, books[0])

    fill(store, books)

    assert [release.file for release in store.releases()] == [
        books[1].path.name,
        books[0].path.name,
    ]


def test_a_store_that_a_person_has_written_to_is_left_alone(store):
    path = PUBLISHED / "dti_2023.xlsx"
    lan = Person("Lan", may_write=True)
    publish(store, check(store, path.read_bytes(), path.name), person=lan)

    fill(store, workbooks(demo=False))

    assert len(store.releases()) == 1


def test_a_workbook_that_changes_nothing_is_not_read_at_every_start(store, tmp_path):
    book = workbooks(demo=True)[0]
    load(store, book)
    copied = replace(book, path=saved_again(book.path, tmp_path / "again.xlsx"))

    told = []
    for _ in range(2):
        fill(store, [book, copied], lambda *args: told.append(args))

    assert told == [("again.xlsx", 1, 1)]
    assert len(store.releases()) == 1


def saved_again(workbook, copy):
    """Write the same cells into a file with other bytes, as a new build of the workbooks may."""
    with zipfile.ZipFile(workbook) as old, zipfile.ZipFile(copy, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    assert copy.read_bytes() != workbook.read_bytes()
    return copy


def test_a_workbook_of_ours_that_does_not_load_is_a_fault_of_ours(store, tmp_path):
    path = tmp_path / "broken.xlsx"
    path.write_bytes(b"no workbook")

    with pytest.raises(BadReference, match=r"broken\.xlsx"):
        load(store, Workbook(path, "dti", "", ()))


START = """
import sys
from data.service.opening import open_store
from data.settings import Settings
store = open_store(Settings(home=sys.argv[1], demo=True), lambda *told: print(*told))
print(len(store.releases()))
"""


def test_two_processes_that_start_at_once_fill_the_store_once(tmp_path):
    command = [sys.executable, "-c", START, str(tmp_path)]
    both = [
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(2)
    ]
    lines = [process.communicate(timeout=120)[0].splitlines() for process in both]

    count = str(len(workbooks(demo=True)))
    assert [told[-1] for told in lines] == [count, count]
    assert sorted(len(told) for told in lines) == [1, 1 + int(count)]
