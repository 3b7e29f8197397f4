"""Puts the headers on every answer, and keeps other sites' pages out of a loopback server by the Host header."""

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import problem
from api.headers import HEADERS


class SecurityMiddleware:
    """Adds the headers; answers 400 to a Host header that is not in `host_names` (empty: any goes)."""

    def __init__(self, app: ASGIApp, host_names: frozenset[str]) -> None:
        self.app = app
        self.host_names = host_names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        host = _without_port(Headers(scope=scope).get("host", ""))
        if self.host_names and host not in self.host_names:
            detail = f"host {host[:100]!r} is not served here; EVENTGRAPH_ALLOWED_HOSTS names the hosts that are"
            await problem(scope["path"], 400, detail)(scope, receive, send_with_headers)
            return
        await self.app(scope, receive, send_with_headers)


def _without_port(host: str) -> str:
    name, colon, port = host.lower().rpartition(":")
    return name if colon and port.isdigit() else host.lower()
