"""A new indicator needs an entry of a catalogue, and no code."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from data.reference import provinces
from data.settings import ROOT

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
source_id = "mst"
merge = "plain_mean"
rank_min_share = 1.0
headings = ["Tỷ lệ hồ sơ nộp trực tuyến"]
scale = { kind = "sequential", edges = [20, 40, 60, 80, 90, 100] }
"""


class Shell:
    """Commands in processes of their own: the catalogue is read once for each."""

    def __init__(self, folder: Path) -> None:
        (folder / "catalogue").mkdir()
        (folder / "catalogue" / "services.toml").write_text(SERVICES, "utf-8")
        own = {"DTI_HOME": str(folder / "home"), "DTI_PUBLISHED": "off"}
        self.environment = {**os.environ, **own, "DTI_CATALOGUE": str(folder / "catalogue")}

    def dti(self, *words: object) -> dict:
        command = [sys.executable, "cli.py", *map(str, words), "--json"]
        done = subprocess.run(
            command, cwd=ROOT, env=self.environment, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr + done.stdout
        return json.loads(done.stdout)


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


def test_an_entry_of_a_catalogue_is_enough_to_check_publish_and_rank(shell: Shell, tmp_path: Path):
    names = [one.name.vi for one in provinces("34").values()]
    rows = "".join(f'{name},"{50 + place},5"\n' for place, name in enumerate(names))
    table = tmp_path / "dvc.csv"
    table.write_text(f"Tỉnh,Tỷ lệ hồ sơ nộp trực tuyến (%)\n{rows}", "utf-8")
    asked = (table, "--period", "2025")

    checked = shell.dti("check", *asked)
    published = shell.dti("publish", *asked, "--by", "Lan")
    ranked = shell.dti("rank", "online_service_rate")

    assert (checked["outcome"], checked["flows"]) == ("loads", ["services"])
    assert (published["release"], published["changes"]["added"]) == (1, 34)
    assert (ranked["period"], ranked["n"], ranked["unit"]) == ("2025", 34, "percent")
    assert (ranked["rows"][0]["name"], ranked["rows"][0]["value"]) == (names[-1], 83.5)
