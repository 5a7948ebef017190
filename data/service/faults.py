"""Faults of an installation in one sentence: which folder or setting it is, and the way out.

What the program itself did wrong is not here: that is a traceback, and ours to mend.
"""

from errno import EACCES, EDQUOT, EEXIST, ENOENT, ENOSPC, ENOTDIR, EPERM, EROFS

from pydantic import ValidationError
from sqlalchemy.exc import DBAPIError, OperationalError

from data.errors import BadCatalogue, BadDatabaseUrl, NewerStore
from data.reference import boundaries, provinces
from data.settings import ROOT, Settings, settings
from language import Lang, text

_FULL = {ENOSPC, EDQUOT}
_CLOSED = {EACCES, EPERM, EROFS, ENOTDIR, EEXIST, ENOENT}
# What SQLite says, as SQLAlchemy passes it on; the first that occurs decides.
_SAID = {
    "database or disk is full": "full",
    "unable to open database": "folder",
    "readonly database": "folder",
    "disk i/o error": "folder",
    "database is locked": "busy",
    "not a database": "corrupt",
    "malformed": "corrupt",
    "no such column": "corrupt",
    "no such table": "corrupt",
}


def explain(error: BaseException, lang: Lang) -> str | None:
    """Give the sentence for a fault of the installation; ``None`` for any other error."""
    if isinstance(error, ValidationError):
        return _setting(error, lang)
    if isinstance(error, BadCatalogue):
        return text("fault.catalogue", lang, found=str(error))
    kind = _kind(error)
    if kind is None:
        return None
    name = getattr(error, "filename", None) or settings().home
    return text(f"fault.{kind}", lang, home=str(settings().home), name=str(name))


def _kind(error: BaseException) -> str | None:
    if isinstance(error, NewerStore):
        return "newer"
    if isinstance(error, BadDatabaseUrl):
        return "database_url"
    if isinstance(error, DBAPIError):
        return _of_database(error)
    if isinstance(error, OSError) and _is_ours(error):
        return "full" if error.errno in _FULL else "folder" if error.errno in _CLOSED else None
    return None


def _of_database(error: DBAPIError) -> str | None:
    if not type(error.orig).__module__.startswith("sqlite3"):
        return "no_server" if isinstance(error, OperationalError) else None
    said = str(error.orig).lower()
    return next((kind for words, kind in _SAID.items() if words in said), None)


def _is_ours(error: OSError) -> bool:
    """Tell whether a file error is about the program's folder, not about a file that was named."""
    if error.filename is None:
        return error.errno in _FULL
    home = settings().home
    path = ROOT / str(error.filename)
    if path == home or path in home.parents:
        return True
    return home in path.parents and error.errno != ENOENT  # else a file that somebody named


def _setting(error: ValidationError, lang: Lang) -> str | None:
    if error.title != Settings.__name__:
        return None
    first = error.errors()[0]
    names = [str(part) for part in first["loc"]]
    return text(
        "fault.setting", lang, name=f"DTI_{'_'.join(names).upper()}", value=str(first["input"])
    )


def unknown_home_province(chosen: Settings, lang: Lang) -> str | None:
    """Say that ``DTI_PROVINCE`` is not on the newest list; ``None`` when it is, or is empty."""
    known = provinces(boundaries()[-1].id)
    if not chosen.province or chosen.province in known:
        return None
    names = ", ".join(f"{code} {one.name}" for code, one in known.items())
    return text("fault.home_province", lang, name=chosen.province, names=names)
