"""`dti serve` becomes the server; `dti --help` is quick."""

import subprocess
import sys

from commands import serve
from data.settings import ROOT
from tests.shell import runner


def test_serve_runs_our_application_on_the_address_asked_for():
    command, environment = serve.serve_command("127.0.0.2", 8600, demo=True)

    assert command[1:5] == ["-m", "streamlit", "run", str(ROOT / "app.py")]
    assert command[5:] == ["--server.address", "127.0.0.2", "--server.port", "8600"]
    assert (environment["DTI_HOST"], environment["DTI_DEMO"]) == ("127.0.0.2", "1")


def test_help_is_quick_because_nothing_heavy_is_imported():
    code = (
        "import cli, sys; print([x for x in ('pandas', 'sqlalchemy', 'numpy') if x in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)

    assert done.stdout.strip() == "[]"


def test_serve_says_which_setting_is_wrong(monkeypatch, tmp_path):
    monkeypatch.setenv("DTI_PORT", "abc")

    result = runner(tmp_path, monkeypatch)("serve")

    assert (result.exit_code, "DTI_PORT" in result.stderr) == (1, True)
