"""Files of facts that break their own rules are refused with file and entry."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest

from data.errors import BadReference
from data.reference import load, membership, names


def _forget() -> None:
    for module in (load, membership, names):
        for one in vars(module).values():
            if hasattr(one, "cache_clear"):
                one.cache_clear()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give a copy of the reference files that a test may spoil."""
    copy = copytree(load.FOLDER, tmp_path / "reference")
    monkeypatch.setattr(load, "FOLDER", copy)
    _forget()
    yield copy
    _forget()


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_a_province_without_a_successor_is_refused(folder: Path):
    _replace(folder / "changes.csv", "63,02,34,08\n", "")

    with pytest.raises(BadReference, match=r"changes\.csv"):
        load.provinces("63")


def test_an_unknown_region_names_file_and_line(folder: Path):
    _replace(folder / "provinces.csv", "Hà Nội,,city,red-river-delta", "Hà Nội,,city,red-river")

    with pytest.raises(BadReference, match=r"provinces\.csv, entry 'line 2'.*red-river"):
        load.provinces("63")


def test_a_code_that_lost_its_zero_is_refused(folder: Path):
    _replace(folder / "provinces.csv", "63,02,Hà Giang", "63,2,Hà Giang")

    with pytest.raises(BadReference, match="two digits"):
        load.provinces("63")


def test_a_variant_of_two_provinces_is_refused(folder: Path):
    _replace(folder / "provinces.csv", "Bắc Cạn|", "Bắc Giang|")

    with pytest.raises(BadReference, match="two provinces"):
        names.resolve("gì đó", "63")


def test_a_group_with_a_member_of_the_other_list_is_refused(folder: Path):
    _replace(folder / "groups.toml", '34 = ["04", ', '34 = ["02", ')

    with pytest.raises(BadReference, match=r"groups\.toml.*02"):
        membership.groups()


def test_a_group_without_english_is_refused(folder: Path):
    _replace(folder / "groups.toml", ', en = "The country" }', " }")

    with pytest.raises(BadReference, match="country"):
        membership.groups()
