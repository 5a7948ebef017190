"""``dti serve``: the dashboard in a browser."""

import os
import sys
from typing import Annotated

from commands.base import DEFAULT_LANG, app, option, said, told


@app.command(help=said("serve"))
def serve(
    host: Annotated[str | None, option("host", "--host")] = None,
    port: Annotated[int | None, option("port", "--port")] = None,
    demo: Annotated[bool, option("demo", "--demo")] = False,
) -> None:
    with told(DEFAULT_LANG):
        command, environment = serve_command(host, port, demo)
    os.execve(command[0], command, environment)  # noqa: S606 - becomes the server: gets its signals


def serve_command(
    host: str | None, port: int | None, demo: bool
) -> tuple[list[str], dict[str, str]]:
    """Give the command that runs the server, and its environment."""
    from data.settings import ROOT, settings

    at, on = host or settings().host, str(port or settings().port)
    streamlit = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py")]
    set_ = {"DTI_HOST": at, "DTI_PORT": on, **({"DTI_DEMO": "1"} if demo else {})}
    return [*streamlit, "--server.address", at, "--server.port", on], {**os.environ, **set_}
