"""Run commands as a shell would, in this process, on a store of the test's choice."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

import cli
from data.settings import ROOT, settings

PUBLISHED = ROOT / "data" / "published"
Dti = Callable[..., Result]


def runner(home: Path, monkeypatch: pytest.MonkeyPatch) -> Dti:
    """Give the function that runs ``dti`` with its words on the store in a folder."""
    monkeypatch.setenv("DTI_HOME", str(home))
    settings.cache_clear()
    return lambda *words: CliRunner().invoke(cli.app, [str(word) for word in words])


def answer(result: Result) -> Any:
    """Read what a command printed with ``--json``; it must have ended well."""
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)
