"""The dashboard's work from a shell: ``dti rank, series, check, publish, undo, releases, export,
serve``.

``proposals, approve`` and ``send-back`` are for installations where a second person approves.
"""

import sys

# Each registers its commands.
from commands import deliveries, export, figures, proposals, serve  # noqa: F401
from commands.base import app


def main() -> None:
    """Run the command; text is UTF-8 whatever the terminal says."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    app()


if __name__ == "__main__":
    main()
