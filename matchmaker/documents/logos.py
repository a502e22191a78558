"""Logos from the bytes of PNG and SVG files, sanitised: what comes out holds a picture only."""

import warnings
from io import BytesIO

from PIL import Image

from matchmaker.documents.branding import Logo
from matchmaker.documents.pictures import Bitmap
from matchmaker.documents.svg.shapes import UnusableError, drawing

LARGEST = 1_000_000
"""Bytes of a file."""
MOST_PIXELS = 25_000_000
SHARP = 800
"""Pixels along the longer side that print a logo sharply; more are not kept."""
PNG = b"\x89PNG\r\n\x1a\n"


def logo(name: str, content: bytes) -> Logo:
    """Return the logo of `name`; raises UnusableError for what cannot be printed safely."""
    if len(content) > LARGEST:
        raise UnusableError(f"> {LARGEST // 1000} kB")
    if content.startswith(PNG):
        return Logo(name=name, picture=_bitmap(content))
    try:
        return Logo(name=name, picture=drawing(content.decode("utf-8-sig")))
    except UnicodeDecodeError as error:
        raise UnusableError("UTF-8") from error


def _bitmap(content: bytes) -> Bitmap:
    """Return the pixels on white paper, as many as print sharply."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(content), formats=["PNG"]) as image:
                _expect_few_pixels(image)
                shown = image.convert("RGBA")
    except (OSError, SyntaxError, ValueError) as error:
        raise UnusableError("PNG") from error
    shown.thumbnail((SHARP, SHARP))
    ground = Image.new("RGBA", shown.size, "white")
    flat = Image.alpha_composite(ground, shown).convert("RGB")
    return Bitmap(width=flat.width, height=flat.height, pixels=flat.tobytes())


def _expect_few_pixels(image: Image.Image) -> None:
    if image.width * image.height > MOST_PIXELS:
        raise UnusableError(f"{image.width} × {image.height}")
