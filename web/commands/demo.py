"""`matchmaker demo`: the whole way with the sample event."""

from pathlib import Path
from typing import Annotated

import typer

from matchmaker.documents.folder import Order
from web.commands.console import Console
from web.commands.events import event_at, expect_writable, sample_event_folder
from web.commands.options import AsJson, Spoken
from web.commands.print import write_documents
from web.commands.solve import Effort, run_engine, write_results


def demo(
    language: Spoken,
    folder: Annotated[Path, typer.Argument(help="Folder to write to.", metavar="DIR")] = Path(
        "demo-output"
    ),
    as_json: AsJson = False,
) -> None:
    """Solve the sample event and print every document."""
    console = Console(language, as_json)
    event = event_at(console, sample_event_folder())
    expect_writable(console, folder)
    result = run_engine(console, event, Effort(10.0))
    order = Order(event, result.timetable, result.certificate)
    write_documents(console, folder, order, only=[])
    write_results(console, folder, event, result)
