import re
from io import BytesIO
from typing import Any

from pypdf import PdfReader

from matchmaker.documents.pdfs import About, write_pdf
from matchmaker.documents.sheet import Page, Sheet
from matchmaker.documents.style import BODY, PORTRAIT

PAGES = 5


def content() -> bytes:
    def draw(sheet: Sheet) -> None:
        sheet.write("Zoë Ψαρρά", 60, 100, BODY, 200)

    stream = BytesIO()
    pages = [Page(draw, PORTRAIT, outline=str(number)) for number in range(PAGES)]
    write_pdf(stream, pages, About("Title", "Author", "fr"))
    return stream.getvalue()


def test_the_table_says_where_each_object_begins() -> None:
    file = content()
    start = int(file.rsplit(b"startxref\n", 1)[1].split()[0])
    head, table = re.match(rb"xref\n0 (\d+)\n", file[start:]), file[start:].splitlines()[2:]
    assert head is not None
    places = [int(line[:10]) for line in table[1 : int(head[1])]]
    assert len(places) == int(head[1]) - 1
    for number, place in enumerate(places, 1):
        assert file[place:].startswith(b"%d 0 obj" % number)


def test_every_object_is_in_the_file_once() -> None:
    numbers = [int(each) for each in re.findall(rb"(?m)^(\d+) 0 obj", content())]
    assert sorted(numbers) == list(range(1, len(numbers) + 1))


def test_readers_that_forgive_nothing_read_it() -> None:
    reader = PdfReader(BytesIO(content()), strict=True)
    assert len(reader.pages) == PAGES
    assert all("Zoë" in page.extract_text() for page in reader.pages)
    entries: list[Any] = reader.outline
    assert [str(each["/Title"]) for each in entries] == list("01234")


def test_equal_pages_give_equal_bytes() -> None:
    assert content() == content()
