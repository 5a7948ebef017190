"""Settings mean the same wherever a program is started."""

import subprocess
import sys
from pathlib import Path

from data.settings import ROOT, Settings


def test_a_relative_folder_is_read_from_the_checkout_not_from_where_one_stands(
    tmp_path, monkeypatch
):
    """A command and the server, started in two folders, looked at two stores."""
    monkeypatch.chdir(tmp_path)

    found = Settings(_env_file=None, home="elsewhere", boundaries="geometry")

    assert (found.home, found.boundaries) == (ROOT / "elsewhere", ROOT / "geometry")
    assert Settings(_env_file=None, home=str(tmp_path)).home == tmp_path


def test_the_home_sign_is_understood(monkeypatch):
    monkeypatch.setenv("HOME", "/srv/lan")

    assert Settings(_env_file=None, home="~/dti").home == Path("/srv/lan/dti")


def test_the_env_file_of_the_folder_one_stands_in_is_not_read(tmp_path):
    (tmp_path / ".env").write_text("DTI_PROVINCE=99\n", "utf-8")
    code = "from data.settings import settings; print(settings().province)"
    run = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r}); {code}"]

    said = subprocess.run(run, cwd=tmp_path, capture_output=True, text=True, check=True).stdout

    assert "99" not in said
    assert Settings.model_config["env_file"] == ROOT / ".env"
