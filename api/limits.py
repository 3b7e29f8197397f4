"""The limit on what a request may send."""

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MAX_BODY_BYTES = 1_000_000


class BodyLimitMiddleware:
    """Answers 413 as soon as a body grows beyond the limit, whatever length it announced."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        received = 0

        async def receive_counted() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > MAX_BODY_BYTES:
                raise HTTPException(413, f"a request may send {MAX_BODY_BYTES:,} bytes at most")
            return message

        await self.app(scope, receive_counted if scope["type"] == "http" else receive, send)
