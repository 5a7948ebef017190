"""The set for a release day: everything in one archive, named in a manifest, or no archive."""

import json
from datetime import date
from hashlib import sha256
from zipfile import ZipFile

import pytest

from briefings import release_day
from briefings.whole_file import Cancelled
from data.errors import UnknownChoice

SMALL = "southeast"  # three provinces of the 34
MADE = date(2026, 11, 23)


@pytest.fixture(scope="module")
def archive(official, tmp_path_factory):
    out = tmp_path_factory.mktemp("day") / "bộ.zip"
    steps = []
    release_day.make(official, SMALL, "34", "vi", MADE, out, lambda *step: steps.append(step))
    return out, steps


def test_the_archive_has_the_groups_files_and_those_of_each_province(archive):
    with ZipFile(archive[0]) as found:
        names = found.namelist()

    about = f"{SMALL}-34"
    assert [f"{about}.pptx", f"{about}.xlsx", f"{about}.html"] == names[:3]
    assert [name for name in names if name.startswith("75-dong-nai/")] == [
        "75-dong-nai/75-dong-nai.pptx",
        "75-dong-nai/75-dong-nai.docx",
        "75-dong-nai/75-dong-nai-a4.pdf",
    ]
    assert sum(name.endswith(".docx") for name in names) == 3
    assert sum(name.endswith(".png") for name in names) >= 5
    assert names[-1] == "manifest.json"


def test_the_manifest_names_every_file_with_its_hash_kind_title_and_release(archive, official):
    with ZipFile(archive[0]) as found:
        manifest = json.loads(found.read("manifest.json"))
        listed = {one["file"]: one for one in manifest["files"]}

        assert set(listed) == set(found.namelist()) - {"manifest.json"}
        for name, one in listed.items():
            assert one["sha256"] == sha256(found.read(name)).hexdigest()
            assert one["title"]
            assert one["release"] == official.release.id == manifest["release"]
    assert listed["75-dong-nai/75-dong-nai.docx"]["kind"] == "briefing"


def test_every_step_is_told_once_in_order(archive):
    steps = archive[1]

    assert [step for _, step, _ in steps] == list(range(1, len(steps) + 1))
    assert {count for *_, count in steps} == {len(steps)}


def test_the_same_release_gives_the_same_archive(archive, official, tmp_path):
    again = release_day.make(official, SMALL, "34", "vi", MADE, tmp_path / "again.zip")

    assert again.read_bytes() == archive[0].read_bytes()


def test_a_cancelled_run_leaves_nothing(official, tmp_path):
    told = []

    with pytest.raises(Cancelled):
        release_day.make(
            *(official, SMALL, "34", "vi", MADE, tmp_path / "bộ.zip"),
            lambda *step: told.append(step),
            lambda: len(told) == 2,
        )

    assert len(told) == 2
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_group_is_refused_before_anything_is_written(official, tmp_path):
    with pytest.raises(UnknownChoice, match="southeast"):
        release_day.make(official, "nowhere", "34", "vi", MADE, tmp_path / "bộ.zip")

    assert list(tmp_path.iterdir()) == []
