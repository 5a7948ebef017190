"""What every answer carries, and who is not answered: pure ASGI, outside of Streamlit's own."""

from collections.abc import Iterable
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from language import LANGS, text


def content_security_policy(script_hashes: Iterable[str]) -> str:
    """Give the strictest policy under which all our elements work, without a report.

    ``blob:`` is how Streamlit loads the few lines of an inline component; style elements are how
    it styles itself. Nothing may come from, or go to, another address.
    """
    scripts = " ".join(["'self'", "'wasm-unsafe-eval'", "blob:", *script_hashes])
    return "; ".join(
        (
            "default-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "connect-src 'self'",
            "manifest-src 'self'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            f"script-src {scripts}",
            "style-src-elem 'self' 'unsafe-inline'",
            "style-src-attr 'none'",
        )
    )


class SafeHeaders:
    """Set the headers of safety on every HTTP answer, ours and Streamlit's."""

    def __init__(self, app: ASGIApp, policy: str) -> None:
        self.app = app
        self.headers = {
            "content-security-policy": policy,
            "x-content-type-options": "nosniff",
            "x-frame-options": "DENY",
            "referrer-policy": "same-origin",
            "cross-origin-opener-policy": "same-origin",
            "permissions-policy": "camera=(), microphone=(), geolocation=()",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is asked and add to the answer's headers."""

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self.headers)
            await send(message)

        await self.app(scope, receive, send_safely if scope["type"] == "http" else send)


class KnownCallers:
    """Refuse a WebSocket of another site, and a host that is not ours.

    Streamlit lets a WebSocket pass that has no Origin, or that comes from any other port of this
    machine. A browser's is answered when its Origin is the address that it asked (Host), or the
    public one. A name that somebody else's DNS points here (rebinding) would be both Origin and
    Host. Such a name has a dot and is no address: with ``DTI_PUBLIC_URL`` unset, only names without
    a dot and plain addresses are answered.
    """

    def __init__(self, app: ASGIApp, public_url: str) -> None:
        self.app = app
        self.public_host, self.public_at = _host_of(public_url), _place_of(public_url)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on the calls that may be answered."""
        if scope["type"] not in {"http", "websocket"}:
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        known = self.knows(host)
        if scope["type"] == "websocket" and not (known and self.is_own(headers, host)):
            await send({"type": "websocket.close", "code": 1008})
        elif not known:
            sentences = "\n".join(text("web.unknown_host", lang) for lang in LANGS)
            await PlainTextResponse(sentences, 400)(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    def is_own(self, headers: Headers, host: str) -> bool:
        """Tell whether the page that opens a WebSocket came from here."""
        place = _place_of(headers.get("origin", ""))
        return bool(place) and place in {host.lower(), self.public_at}

    def knows(self, host: str) -> bool:
        """Tell whether this Host header names this installation."""
        name = _host_of(f"//{host}")
        if name is None:
            return False
        return name == self.public_host or "." not in name or _is_address(name)


class KnownPaths:
    """Answer only addresses that a page needs; Streamlit answers all others with its own page.

    ``own`` are the first parts of our addresses with several parts, such as ``assets``.
    """

    def __init__(self, app: ASGIApp, own: Iterable[str]) -> None:
        self.app = app
        self.begins = (*(f"/{name}/" for name in own), *STREAMLIT_PATHS)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is known; say "no such page" to the rest."""
        path = scope.get("path", "")
        if scope["type"] == "http" and "/" in path[1:] and not path.startswith(self.begins):
            sentences = "\n".join(text("web.not_found", lang) for lang in LANGS)
            headers = {"cache-control": "no-store"}
            await PlainTextResponse(sentences, 404, headers)(scope, receive, send)
        else:
            await self.app(scope, receive, send)


# What Streamlit's own frontend asks for; its metrics and its bare files are nobody's business.
STREAMLIT_PATHS = (
    "/_stcore/health",
    "/_stcore/host-config",
    "/_stcore/stream",
    "/_stcore/upload_file/",
    "/_stcore/bidi-components/",
    "/media/",
)


def _host_of(address: str) -> str | None:
    """Give the host of an address, "" where it has none; ``None`` when it cannot be read."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:  # such as "["
        return None


def _place_of(address: str) -> str:
    """Give host and port of an address as a browser writes them into Host; "" for none."""
    try:
        return urlsplit(address).netloc.lower()
    except ValueError:
        return ""


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
