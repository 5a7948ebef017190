"""Streamlit's own files, prepared once: compressed beforehand, in Vietnamese.

The originals lie under hashed names, but a changed word does not change the hash; so they are
served under ``/frontend/<key>/<language>/``, where the key stands for Streamlit's version and the
table of words, and every address really is immutable. The bundle refers to its files relatively
and needs no other change. English readers get the same files with their own words.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from importlib import metadata, util
from mimetypes import guess_type
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

import language
from web import encoding, frontend_words
from web.frontend_words import Words

_TEXT = {".js", ".css", ".svg", ".json"}
_PREPARATION = "3"  # raise it when the way of preparing changes
# A page of the menu is entered without a query and writes its choices at once. Streamlit makes two
# entries of that in the history, in either order, and the back button had to be pressed twice: the
# page's own entry is made when React has taken over its message, that of the choices at once. Here
# both wait their turn, and choices that are in the address already make no entry.
HISTORY = (
    b"n=document.location.pathname+(t?`?${t}`:``);t!==ut(document.location.search)&&"
    b"(this.historyNavigationEpoch===null?window.history.pushState({},``,n)"
    b":window.history.replaceState({},``,n)),this.setState({queryParams:t}),"
)
ONE_ENTRY = (
    b"n=()=>document.location.pathname+(t?`?${t}`:``),o=this.historyNavigationEpoch===null;"
    b"this.setState({queryParams:t},()=>{t!==ut(document.location.search)&&"
    b"(o&&document.location.search?window.history.pushState({},``,n())"
    b":window.history.replaceState({},``,n()))}),"
)


@dataclass(frozen=True)
class Frontend:
    """The prepared files: where Streamlit's lie, and where their twins do."""

    source: Path
    home: Path

    @cached_property
    def key(self) -> str:
        """Give the name of this preparation: version of Streamlit, table of words, way of doing."""
        words = Path(language.__file__).with_name("streamlit.toml").read_bytes()
        seed = f"{metadata.version('streamlit')} {_PREPARATION} ".encode() + words
        return sha256(seed).hexdigest()[:12]

    @property
    def folder(self) -> Path:
        """Give the folder of the twins."""
        return self.home / "frontend" / self.key

    @cached_property
    def files(self) -> frozenset[str]:
        """Give the relative names of all files; nothing else is ever served."""
        return frozenset(
            path.relative_to(self.source).as_posix()
            for path in self.source.rglob("*")
            if path.is_file()
        )

    def address(self, lang: language.Lang) -> str:
        """Give the address under which the files of one language lie."""
        return f"/frontend/{self.key}/{lang}"

    def prepare(self) -> None:
        """Make the twins unless they exist; half-made ones are never seen.

        Takes one to two seconds, once for each version of Streamlit or table of words.
        """
        if self.folder.is_dir():
            return
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        making = Path(tempfile.mkdtemp(dir=self.folder.parent, prefix=".making-"))
        try:
            with ThreadPoolExecutor(os.cpu_count()) as pool:
                list(pool.map(lambda name: self._make(name, making), sorted(self.files)))
            making.replace(self.folder)
        except OSError:
            if not self.folder.is_dir():  # else another process was faster: its twins are the same
                raise
        finally:
            shutil.rmtree(making, ignore_errors=True)

    def _make(self, name: str, folder: Path) -> None:
        if Path(name).suffix not in _TEXT:
            return
        original = (self.source / name).read_bytes().replace(HISTORY, ONE_ENTRY)
        _write_twins(folder / "base" / name, original)
        stem = frontend_words.stem(Path(name).name) if name.endswith(".js") else ""
        vietnamese = _changed(original, frontend_words.table().get(stem))
        if vietnamese != original:
            _write_twins(folder / "vi" / name, vietnamese)

    def twin(self, name: str, lang: str, suffix: str) -> Path:
        """Give the compressed file of a language; most are the same in both."""
        own = self.folder / lang / (name + suffix)
        return own if own.is_file() else self.folder / "base" / (name + suffix)


def installed(home: Path) -> Frontend:
    """Find the files of the installed Streamlit, without importing it."""
    found = util.find_spec("streamlit")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("Streamlit is not installed; run make setup.")
    return Frontend(Path(found.origin).parent / "static" / "static", home.resolve())


def route(frontend: Frontend) -> Route:
    """Serve the prepared files."""

    async def file(request: Request) -> Response:
        name = request.path_params["path"]
        if request.path_params["key"] != frontend.key or name not in frontend.files:
            raise HTTPException(404)
        media_type = _media_type(name)
        headers = {"cache-control": encoding.IMMUTABLE}
        if Path(name).suffix not in _TEXT:
            return FileResponse(frontend.source / name, media_type=media_type, headers=headers)
        form = encoding.accepted(request.headers.get("accept-encoding", ""))
        content = _read(frontend, name, request.path_params["lang"], form)
        headers["vary"] = "accept-encoding"
        return encoding.compressed(content, form, media_type, headers)

    return Route("/frontend/{key}/{lang}/{path:path}", file)


def _read(frontend: Frontend, name: str, lang: str, form: encoding.Encoding) -> bytes:
    lang = "vi" if lang == "vi" else "base"
    if form == "br":
        return frontend.twin(name, lang, ".br").read_bytes()
    gzipped = frontend.twin(name, lang, ".gz").read_bytes()
    return gzipped if form == "gzip" else encoding.plain(gzipped)


def _media_type(name: str) -> str:
    if name.endswith(".js"):
        return "text/javascript"
    return guess_type(name)[0] or "application/octet-stream"


def _changed(original: bytes, words: Words | None) -> bytes:
    if words is None:
        return original
    return frontend_words.replace(original.decode(), words).encode()


def _write_twins(target: Path, content: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    for suffix, form in _forms(content):
        target.with_name(target.name + suffix).write_bytes(form)


def _forms(content: bytes) -> Iterator[tuple[str, bytes]]:
    yield ".br", encoding.to_brotli(content)
    yield ".gz", encoding.to_gzip(content)
