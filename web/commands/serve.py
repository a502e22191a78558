"""`matchmaker serve`: the web application and its worker, on this machine."""

from pathlib import Path
from typing import Annotated

import typer


def serve(
    demo: Annotated[
        bool, typer.Option("--demo", help="Sample event, throw-away secrets, this machine only.")
    ] = False,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.")] = 8000,
    settings: Annotated[
        Path | None, typer.Option(help="TOML file of settings; the environment prevails.")
    ] = None,
) -> None:
    """Start the web application."""
    from web.server import serve as serve_pages  # noqa: PLC0415 - only this command needs Flask

    serve_pages(host=host, port=port, demo=demo, settings=settings)
