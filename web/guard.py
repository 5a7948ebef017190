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
    """Refuse a WebSocket without Origin, and a host that is not ours.

    Browsers always send Origin with a WebSocket; Streamlit compares it with Host but lets a missing
    one pass. A name that somebody else's DNS points here (rebinding) would be both Origin and Host.
    Such a name has a dot and is no address: with ``DTI_PUBLIC_URL`` unset, only names without a
    dot and plain addresses are answered.
    """

    def __init__(self, app: ASGIApp, public_url: str) -> None:
        self.app = app
        self.public_host = urlsplit(public_url).hostname or ""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on the calls that may be answered."""
        if scope["type"] not in {"http", "websocket"}:
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        known = self.knows(headers.get("host", ""))
        if scope["type"] == "websocket" and not (known and headers.get("origin")):
            await send({"type": "websocket.close", "code": 1008})
        elif not known:
            sentences = "\n".join(text("web.unknown_host", lang) for lang in LANGS)
            await PlainTextResponse(sentences, 400)(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    def knows(self, host: str) -> bool:
        """Tell whether this Host header names this installation."""
        name = urlsplit(f"//{host}").hostname or ""
        return name == self.public_host or "." not in name or _is_address(name)


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
