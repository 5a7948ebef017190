"""A reader without a browser: speaks Streamlit's protocol to a server over its WebSocket."""

from dataclasses import dataclass, field
from types import TracebackType

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect


@dataclass
class Session:
    """One open session; ``run`` is one rerun of a page's script."""

    url: str
    pages: dict[str, str] = field(default_factory=dict)  # slug -> hash of its script
    received: int = 0

    def __enter__(self) -> "Session":
        address = self.url.replace("http", "ws", 1) + "/_stcore/stream"
        self.socket: ClientConnection = connect(
            address, origin=self.url, subprotocols=["streamlit"], max_size=None
        )
        self.run("")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.socket.close()

    def run(self, slug: str, **choices: str) -> None:
        """Ask for a page with these choices in its address, and wait until it is all there."""
        message = BackMsg()
        message.rerun_script.query_string = "&".join(f"{k}={v}" for k, v in choices.items())
        message.rerun_script.page_script_hash = self.pages.get(slug, "")
        self.socket.send(message.SerializeToString())
        while not self._finished():
            pass

    def _finished(self) -> bool:
        raw = self.socket.recv(timeout=60)
        self.received += len(raw)
        message = ForwardMsg.FromString(raw if isinstance(raw, bytes) else raw.encode())
        kind = message.WhichOneof("type")
        if kind == "navigation":
            found = message.navigation.app_pages
            self.pages |= {page.url_pathname: page.page_script_hash for page in found}
        if kind == "delta" and "exception" in str(message.delta.new_element)[:200]:
            raise RuntimeError(f"The page failed: {message.delta.new_element}")
        return kind == "script_finished"
