"""Indicators of an installation stand beside the shipped ones; none of those can be replaced."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from data.catalogue import dataflows, indicator, load, sources
from data.catalogue import extra as own
from data.errors import BadCatalogue
from data.service.faults import explain
from data.settings import settings

SERVICES = """
[dataflow]
name = { vi = "Dịch vụ công trực tuyến", en = "Online public services" }
definition = { vi = "Hồ sơ nộp trực tuyến.", en = "Files submitted online." }

[indicators.online_service_rate]
name = { vi = "Tỷ lệ hồ sơ trực tuyến", en = "Share of files submitted online" }
short = { vi = "Hồ sơ trực tuyến", en = "Online files" }
definition = { vi = "Phần trăm hồ sơ nộp trực tuyến.", en = "Percent of files submitted online." }
unit = "percent"
decimals = 2
direction = 1
range = [0, 100]
source_id = "portal"
merge = "plain_mean"
rank_min_share = 1.0
headings = ["Tỷ lệ hồ sơ nộp trực tuyến"]
scale = { kind = "sequential", edges = [20, 40, 60, 80, 90, 100] }
"""
PORTAL = """
[portal]
publisher = { vi = "Cổng Dịch vụ công quốc gia", en = "National Public Service Portal" }
title = { vi = "Bộ chỉ số phục vụ người dân", en = "Index of service to citizens" }
url = ""
kind = "official"
"""
Write = Callable[..., Path]


def _forget() -> None:
    for module in (load, own):
        for one in vars(module).values():
            if hasattr(one, "cache_clear"):
                one.cache_clear()
    settings.cache_clear()


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Write]:
    """Write files of a catalogue of one's own, by name without ending."""
    monkeypatch.setenv("DTI_CATALOGUE", str(tmp_path))

    def put(**files: str) -> Path:
        for name, content in files.items():
            (tmp_path / f"{name}.toml").write_text(content, "utf-8")
        _forget()
        return tmp_path

    yield put
    monkeypatch.undo()
    _forget()


def read_all() -> None:
    load.indicators()
    load.dataflows()


def test_a_file_adds_a_dataflow_with_its_indicator_and_source(write: Write):
    write(services=SERVICES, sources=PORTAL)

    found = indicator("online_service_rate")

    assert (found.dataflow, found.source_id) == ("services", "portal")
    assert list(dataflows())[-1] == "services"
    assert sources()["portal"].publisher.en == "National Public Service Portal"
    assert indicator("dti_total").dataflow == "dti"


def test_a_file_named_like_a_shipped_one_adds_to_that_dataflow(write: Write):
    write(context=SERVICES.partition("definition")[2].partition("\n\n")[2], sources=PORTAL)

    assert indicator("online_service_rate").dataflow == "context"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("online_service_rate", "dti_total", "taken"),
        ("online_service_rate", '"<script>"', "a-z"),
        ('unit = "percent"', 'unit = "percents"', "percents"),
        ("range = [0, 100]", "range = [100, 0]", "range"),
        ("decimals = 2\n", "", "decimals"),
        ("[dataflow]", "[flow]", "dataflow"),
        ("[dataflow]", "[dataflow", "Cannot read"),
        ('merge = "plain_mean"', 'merge = "weighted_mean"', "merge"),
        ("headings", 'breaks = [{between = ["2023", "2024"], reason = "no"}]\nheadings', "break"),
    ],
)
def test_a_fault_is_a_sentence_with_file_and_entry(write: Write, old: str, new: str, said: str):
    assert old in SERVICES
    write(services=SERVICES.replace(old, new, 1), sources=PORTAL)

    with pytest.raises(BadCatalogue) as refused:
        read_all()

    assert said in str(refused.value)
    assert "DTI_CATALOGUE" in (explain(refused.value, "vi") or "")


def test_a_folder_that_is_not_there_is_a_sentence(write: Write, monkeypatch: pytest.MonkeyPatch):
    folder = write()
    monkeypatch.setenv("DTI_CATALOGUE", str(folder / "nowhere"))
    _forget()

    with pytest.raises(BadCatalogue, match="nowhere"):
        load.indicators()
