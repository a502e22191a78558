"""`python -m benchmarks.gallery`: pictures of every printed document, for docs/gallery.md.

Solves the sample event, prints it and draws some pages of each document with pdftoppm, small and in
few colours.
"""

import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from matchmaker.documents.folder import DOCUMENTS, Order, ordered
from matchmaker.event import Event
from matchmaker.registrations.reader import read_event
from solver.result import Limits
from solver.solve import solve

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "fixtures" / "eurometropolis"
PICTURES = ROOT / "docs" / "images" / "gallery"
RESOLUTION, COLOURS = 72, 40
PAGES = {
    "agendas": (1,),
    "badges": (1, 2),
    "table-cards": (1,),
    "table-plan": (1, 3),
    "door-lists": (1, 7),
    "synthesis": (1, 2),
}
"""The pages shown of a document; of the others the first."""


def main() -> None:
    """Draw the pictures anew."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for name, picture in pictures(sample_event()):
        (PICTURES / f"{name}.png").write_bytes(picture)
        print(f"{name}.png {len(picture) / 1000:.0f} kB", flush=True)


def sample_event() -> Event:
    """Return the sample event."""
    event = read_event(SAMPLE).event
    if event is None:
        raise SystemExit("The sample event has errors.")
    return event


def pictures(event: Event) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the PNG of each page shown."""
    order = Order(event, solve(event, Limits(10)).timetable)
    kinds = [kind for kind, each in DOCUMENTS.items() if each.file.endswith(".pdf")]
    for kind in kinds:
        ((_, content),) = ordered(order, [kind])
        for number, page in enumerate(PAGES.get(kind, (1,)), start=1):
            yield f"{kind}-{number}", drawn(content, page)


def drawn(content: bytes, page: int) -> bytes:
    """Return one page of a PDF as a small PNG."""
    with TemporaryDirectory() as folder:
        source, target = Path(folder) / "x.pdf", Path(folder) / "x"
        source.write_bytes(content)
        command = ["pdftoppm", "-png", "-singlefile", "-r", str(RESOLUTION), "-f", str(page)]
        subprocess.run([*command, str(source), str(target)], check=True)
        with Image.open(target.with_suffix(".png")) as image:
            few = image.convert("RGB").quantize(
                COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE
            )
    small = BytesIO()
    few.save(small, "PNG", optimize=True)
    return small.getvalue()


if __name__ == "__main__":
    main()
