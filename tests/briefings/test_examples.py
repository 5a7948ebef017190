"""The examples in docs/ are what the program makes today, all of them named and shown."""

import zipfile
from pathlib import Path

import pytest

from data.service.figures import Figures
from tests.running import ROOT
from tools.examples import previews
from tools.examples.build import EXAMPLES, FOLDER, build


@pytest.fixture(scope="module")
def made(official: Figures, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("examples")
    return {path.name: path for path in build(official, folder)}


def contents(path: Path) -> list[tuple[str, bytes]]:
    """Give a file member by member: a zlib of another make may pack the same differently."""
    if not zipfile.is_zipfile(path):
        return [("", path.read_bytes())]
    with zipfile.ZipFile(path) as archive:
        return [(one.filename, archive.read(one)) for one in archive.infolist()]


def test_the_folder_holds_the_examples_their_previews_and_what_names_them(made: dict[str, Path]):
    there = {str(one.relative_to(FOLDER)) for one in FOLDER.rglob("*") if one.is_file()}

    assert there == {*made, "README.md", *(previews.name_of(name) for name in EXAMPLES)}
    said = (FOLDER / "README.md").read_text("utf-8")
    assert [name for name in there - {"README.md"} if f"({name})" not in said] == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_making_an_example_again_gives_the_committed_file(made: dict[str, Path], name: str):
    assert contents(made[name]) == contents(FOLDER / name), f"{name}: run tools.examples.build"


def test_the_examples_stay_small_and_tell_nothing_of_their_maker():
    files = [one for one in FOLDER.rglob("*") if one.is_file()]

    assert sum(one.stat().st_size for one in files) < 2_500_000
    for one in files:
        whole = b"".join(content for _, content in contents(one))
        for folder in (ROOT, Path.home()):
            assert f"{folder}/".encode() not in whole, one.name
