"""The workbooks that ship with the program are read by the same code as any upload."""

import tomllib
from pathlib import Path

import pytest

import data
from data.ingest import Severity, read_delivery

FOLDER = Path(data.__file__).parent / "published"
ENTRIES = tomllib.loads((FOLDER / "manifest.toml").read_text("utf-8"))["workbook"]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["file"])
def test_a_published_workbook_asks_only_what_its_manifest_answers(entry: dict[str, object]):
    file = FOLDER / str(entry["file"])

    delivery = read_delivery(file.read_bytes(), file.name)

    asked = {one.code for one in delivery.issues if one.severity != Severity.NOTE}
    assert asked == set(entry.get("accept", []))
    assert delivery.flows == (entry["flow"],)
    assert delivery.observations
