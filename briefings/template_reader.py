"""The child process that opens an office's template: ``python -I template_reader.py pptx < file``.

It runs with limits that are set before anything else is imported, and writes no file: the template
is one that somebody brought. It answers with the key of the text that says why the template cannot
be used, or with nothing.
"""

import resource
import sys
from pathlib import Path

_MEMORY = 512 * 2**20
_SECONDS = 15


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.dont_write_bytecode = True


if __name__ == "__main__":
    _limit()
    # alone (-I) it would find nothing of ours; what it imports is named here, never by a setting
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from briefings import documents, slide_master  # noqa: E402
from briefings.office_template import BadTemplate  # noqa: E402


def why_not(content: bytes, kind: str) -> str:
    """Give the key of the text that says why a template is of no use; "" for a good one."""
    try:
        if kind == "docx":
            documents.opened(content)
        else:
            slide_master.opened(content, "vi")
    except BadTemplate as refused:
        return refused.key
    return ""


if __name__ == "__main__":
    sys.stdout.write(why_not(sys.stdin.buffer.read(), sys.argv[1]))
