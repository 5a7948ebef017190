"""Compressed answers: which form a browser takes, and bytes kept in all three forms."""

import gzip
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import Literal

import brotli
from starlette.requests import Request
from starlette.responses import Response

Encoding = Literal["br", "gzip", ""]

IMMUTABLE = "public, max-age=31536000, immutable"
REVALIDATE = "no-cache"


def accepted(header: str) -> Encoding:
    """Choose the smallest form that ``Accept-Encoding`` allows; empty means plain bytes.

    Browsers offer brotli over TLS and on loopback only: over plain http gzip is what counts.
    """
    offers = [offer.strip().lower().partition(";") for offer in header.split(",")]
    names = {name.strip() for name, _, weight in offers if weight.strip() not in {"q=0", "q=0.0"}}
    if "br" in names:
        return "br"
    return "gzip" if "gzip" in names else ""


def to_gzip(content: bytes) -> bytes:
    """Compress with gzip at its best level; the same bytes give the same file."""
    return gzip.compress(content, 9, mtime=0)


def to_brotli(content: bytes) -> bytes:
    """Compress with brotli; level 9 would be 1 % smaller and take four times as long."""
    packed: bytes = brotli.compress(content, quality=7)
    return packed


_MAKE: dict[Encoding, Callable[[bytes], bytes]] = {"br": to_brotli, "gzip": to_gzip, "": bytes}


@dataclass(frozen=True)
class Body:
    """One document, compressed when first asked for, with its validator."""

    content: bytes
    media_type: str
    cache: str = IMMUTABLE
    _forms: dict[Encoding, bytes] = field(default_factory=dict, repr=False)

    @cached_property
    def etag(self) -> str:
        """Give the validator; weak, for the three forms share it."""
        return f'W/"{sha256(self.content).hexdigest()[:20]}"'

    def form(self, encoding: Encoding) -> bytes:
        """Give the bytes in one form, made once."""
        if encoding not in self._forms:
            self._forms[encoding] = _MAKE[encoding](self.content)
        return self._forms[encoding]

    def answer(self, request: Request) -> Response:
        """Answer with the smallest form, or with 304 to who has it already."""
        headers = {"cache-control": self.cache, "etag": self.etag, "vary": "accept-encoding"}
        if self.etag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        encoding = accepted(request.headers.get("accept-encoding", ""))
        return compressed(self.form(encoding), encoding, self.media_type, headers)


def compressed(
    content: bytes, encoding: Encoding, media_type: str, headers: dict[str, str]
) -> Response:
    """Answer with bytes that are already in the form ``encoding``."""
    if encoding:
        headers = {**headers, "content-encoding": encoding}
    return Response(content, media_type=media_type, headers=headers)


def plain(gzipped: bytes) -> bytes:
    """Give back the bytes of a gzip twin, for the few clients that take no compression."""
    return zlib.decompress(gzipped, wbits=31)
