"""The socket at which pages are asked for, and the server behind it."""

import socket
from typing import Any

from flask import Flask
from waitress import create_server  # type: ignore[import-untyped]

from matchmaker.errors import MatchmakerError
from web.settings import Settings

CONNECTIONS = 900
"""How many may be open at once: telephones keep theirs, and a process may have 1024 files open."""
IDLE_SECONDS = 30
"""After so long without a word, a connection is closed."""


def listening(app: Flask, listener: socket.socket, settings: Settings) -> Any:
    """Return the server of `app` at `listener`."""
    return create_server(
        app,
        sockets=[listener],
        threads=settings.threads,
        ident="",
        max_request_body_size=settings.upload_bytes,
        # A proxy's headers pass to ProxyFix only where the settings say that there is one.
        clear_untrusted_proxy_headers=settings.proxies == 0,
        connection_limit=CONNECTIONS,
        channel_timeout=IDLE_SECONDS,
        # Unlike select, poll has no limit of its own.
        asyncore_use_poll=True,
    )


def bound(host: str, port: int) -> socket.socket:
    """Return a socket at that address; raises MatchmakerError when it cannot be had."""
    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        raise MatchmakerError(f"Cannot listen on {host}:{port}: {error.strerror}.") from error
    return listener
