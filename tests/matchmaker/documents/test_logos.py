from io import BytesIO

import pytest
from PIL import Image, PngImagePlugin
from pypdf import PdfReader

from matchmaker.documents.branding import Logo
from matchmaker.documents.logos import LARGEST, SHARP, logo
from matchmaker.documents.pdfs import About, pdf
from matchmaker.documents.pictures import Bitmap
from matchmaker.documents.sheet import Page, Sheet
from matchmaker.documents.structure import Role
from matchmaker.documents.style import PORTRAIT
from matchmaker.documents.svg.shapes import UnusableError

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7v7z"/></svg>'


def png(width: int, height: int, colour: tuple[int, int, int, int] = (255, 0, 0, 255)) -> bytes:
    content = BytesIO()
    note = PngImagePlugin.PngInfo()
    note.add_text("Comment", "secret")
    Image.new("RGBA", (width, height), colour).save(content, "PNG", pnginfo=note)
    return content.getvalue()


def pixels(content: bytes) -> Bitmap:
    picture = logo("x", content).picture
    assert isinstance(picture, Bitmap)
    return picture


def test_what_is_clear_is_white_on_paper() -> None:
    assert pixels(png(2, 1, (255, 0, 0, 0))).pixels == b"\xff" * 6


def test_nothing_but_pixels_is_kept() -> None:
    assert b"secret" not in repr(logo("x", png(2, 2))).encode()


def test_no_more_pixels_are_kept_than_print_sharply() -> None:
    found = pixels(png(3000, 1500))
    assert (found.width, found.height) == (SHARP, SHARP // 2)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"GIF89a",
        b"\x89PNG\r\n\x1a\n" + b"x" * 40,
        png(2, 2)[:50],
        b"<svg",
        b"<svg/>",
        SVG + b" " * LARGEST,
        SVG.decode().encode("utf-16"),
        png(6000, 6000),
    ],
)
def test_what_cannot_be_printed_is_refused(content: bytes) -> None:
    with pytest.raises(UnusableError):
        logo("x", content)


def test_a_logo_is_kept_once_however_often_it_is_printed() -> None:
    for found in (logo("x", SVG), logo("x", png(300, 300))):
        few, many = (len(_printed(found, count)) for count in (2, 40))
        assert many - few < 38 * 1500


def test_a_logo_lies_inside_the_box_it_is_given() -> None:
    reader = PdfReader(BytesIO(_printed(logo("x", SVG), 1)))
    stream = reader.pages[0].get_contents()
    assert stream is not None
    (place,) = [line for line in stream.get_data().splitlines() if line.endswith(b" cm")][-1:]
    scale, _, _, _, left, low = (float(each) for each in place.split()[:6])
    assert (round(scale * 9, 3), left) == (30, 60)
    assert low == pytest.approx(PORTRAIT.height - 80, abs=0.001)


def _printed(found: Logo, count: int) -> bytes:
    def draw(sheet: Sheet) -> None:
        with sheet.part(Role.FIGURE, found.name):
            sheet.picture(found.picture, 50, 50, (50, 30))

    return pdf([Page(draw, PORTRAIT)] * count, About("", "", "en"))
