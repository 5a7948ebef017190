"""A faulty catalogue is refused with file and entry."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest

from data.catalogue import load
from data.errors import BadReference


def _forget() -> None:
    for one in vars(load).values():
        if hasattr(one, "cache_clear"):
            one.cache_clear()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give a copy of the catalogue that a test may spoil."""
    copy = copytree(load.FOLDER, tmp_path / "catalogue")
    monkeypatch.setattr(load, "FOLDER", copy)
    _forget()
    yield copy
    _forget()


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("dti.toml", 'unit = "index"', 'unit = "indx"', "indx"),
        ("dti.toml", "range = [0, 1]", "range = [1, 0]", "range"),
        ("dti.toml", 'source_id = "mst"', 'source_id = "s99"', "s99"),
        ("dti.toml", "direction = 1", "direction = 2", "none of"),
        ("dti.toml", '["2020", "2021"]', '["2021", "2020"]', "break lies between"),
        ("dti.toml", '["dti_total", "dti', '["dti_totals", "dti', "dti_totals"),
        ("poverty.toml", 'merge = "weighted_mean"', 'merge = "average"', "average"),
        ("poverty.toml", 'merge_weight = "population"', 'merge_weight = ""', "weight"),
        ("qr.toml", '"qr_value", "population"', '"qr_values", "population"', "qr_values"),
        ("context.toml", "edges = [10, 15, ", "edges = [10, 9, ", "edges must rise"),
    ],
)
def test_a_fault_names_its_file(folder: Path, file: str, old: str, new: str, words: str):
    path = folder / file
    content = path.read_text("utf-8")
    assert old in content
    path.write_text(content.replace(old, new, 1), "utf-8")

    with pytest.raises(BadReference, match=rf"{file}.*{words}"):
        load.indicators()


def test_weights_that_do_not_make_a_thousand_points_are_refused(folder: Path):
    path = folder / "weights.toml"
    path.write_text(path.read_text("utf-8").replace("= 400", "= 500"), "utf-8")

    with pytest.raises(BadReference, match=r"weights\.toml.*1100"):
        load.weights(2020)
