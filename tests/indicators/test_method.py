"""Every calculation is explained in docs/method.md, and nothing else is."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
UNEXPLAINED = {"__init__", "errors", "model"}  # they calculate nothing


def test_every_module_of_indicators_has_its_section_in_the_method():
    modules = {path.stem for path in (ROOT / "indicators").glob("*.py")} - UNEXPLAINED
    method = (ROOT / "docs" / "method.md").read_text(encoding="utf-8")

    assert set(re.findall(r"^## (\w+)$", method, flags=re.MULTILINE)) == modules
