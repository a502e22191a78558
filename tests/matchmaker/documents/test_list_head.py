"""The head of a list: a long name has the whole width, below what stands aside."""

from io import BytesIO

import pdfplumber

from matchmaker.documents.list_head import Title, list_head
from matchmaker.documents.pdfs import About, pdf
from matchmaker.documents.sheet import Page
from matchmaker.documents.style import PORTRAIT
from matchmaker.documents.wording import Paper
from tests import factories
from tests.matchmaker.documents.reading import outside, overlaps

EVENT = factories.event(["Ann"])
TIMES = "09:00 – 09:27"
LONG = ["begeleiden " * 9, "accompagner " * 9]


def printed(names: list[str], aside: str = TIMES) -> bytes:
    head = list_head(EVENT, Paper(["en"]), Title("Attendance list", names, aside))
    page = Page(lambda sheet: head.draw(sheet, PORTRAIT.top), PORTRAIT)
    return pdf([page], About("List", "Nobody", "en"))


def tops(content: bytes) -> dict[str, float]:
    """Return where each word stands first, from the top of the page."""
    with pdfplumber.open(BytesIO(content)) as file:
        found = file.pages[0].extract_words()
    return {each["text"]: float(each["top"]) for each in reversed(found)}


def test_a_usual_name_stands_beside_the_times() -> None:
    found = tops(printed(["Export"]))
    assert abs(found["Export"] - found["09:27"]) < 20


def test_a_long_name_stands_below_the_times_whole() -> None:
    content = printed(LONG)
    found = tops(content)
    assert found["begeleiden"] > found["09:27"] + 20
    assert "…" not in " ".join(found)
    assert outside(content) == overlaps(content) == []


def test_where_nothing_stands_aside_a_long_name_stays_as_large() -> None:
    found = tops(printed(LONG, ""))
    assert found["begeleiden"] - found["Attendance"] < 20
