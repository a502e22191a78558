"""PDF files: pages with their outline, labels, footers, structure and what the file says of itself.

Equal input gives equal bytes. Pages are asked for one by one and written as soon as they are drawn.
"""

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from typing import Any, BinaryIO
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import XMP
from reportlab.pdfgen.canvas import Canvas

from matchmaker.documents.blocks import block
from matchmaker.documents.branding import PLAIN, Branding
from matchmaker.documents.sheet import Page, Sheet
from matchmaker.documents.spool import Spool
from matchmaker.documents.structure import Tags
from matchmaker.documents.style import APART, QUIET, Weight
from matchmaker.documents.typefaces import FACES, font
from matchmaker.documents.uncollected import uncollected
from matchmaker.documents.writing import plain

PRODUCER = "matchmaker"
VERSION = (1, 7)


@dataclass(frozen=True)
class About:
    """What a PDF says of itself, and the language that screen readers are to read it in.

    `is_duplex` asks printers for both sides of the paper, turned over along the long edge.
    """

    title: str
    author: str
    language: str
    is_duplex: bool = False


def pdf(pages: Iterable[Page], about: About, branding: Branding = PLAIN) -> bytes:
    """Return the PDF of `pages` in the look of `branding`."""
    content = BytesIO()
    write_pdf(content, pages, about, branding)
    return content.getvalue()


def write_pdf(
    stream: BinaryIO, pages: Iterable[Page], about: About, branding: Branding = PLAIN
) -> None:
    """Write the PDF of `pages` to `stream`, page by page."""
    canvas = Canvas(
        stream,
        invariant=1,
        pageCompression=1,
        pdfVersion=VERSION,
        lang=about.language,
        initialFontName=font(FACES[Weight.REGULAR][0]).fontName,
    )
    _describe(canvas, about)
    with uncollected():
        tags = Tags(canvas, Spool(canvas._doc, stream), about.language)
        _draw(canvas, tags, pages, branding)
        canvas.save()
    _release(canvas)


def _release(canvas: Canvas) -> None:
    """Let go of all that was drawn: canvas and document hold each other, and would wait."""
    canvas._doc.__dict__.clear()
    canvas.__dict__.clear()


def _draw(canvas: Canvas, tags: Tags, pages: Iterable[Page], branding: Branding) -> None:
    label = None
    for number, page in enumerate(pages):
        canvas.setPageSize((page.paper.width, page.paper.height))
        if page.outline:
            tags.begin_section(page.language)
        sheet = Sheet(canvas, page.paper, tags, branding)
        _mark(canvas, page, number)
        if page.label != label:
            canvas.addPageLabel(number, "ARABIC", 1, f"{plain(page.label)} " if page.label else "")
            label = page.label
        page.draw(sheet)
        with sheet.aside():
            _foot(sheet, page)
        tags.end_page()
        canvas.showPage()
        tags.after_page()
        _write_content(canvas._doc.Pages.pages[-1], tags.spool)
    tags.finish()


def _write_content(page: Any, spool: Spool) -> None:
    """Write what is on a drawn page now, so that thousands of pages stay small."""
    number = spool.write_stream(zlib.compress(page.stream.encode("latin-1")))
    page.Contents, page.stream = f"{number} 0 R", None


def _describe(canvas: Canvas, about: About) -> None:
    canvas.setTitle(plain(about.title))
    canvas.setAuthor(plain(about.author))
    canvas.setSubject("")
    canvas.setCreator(PRODUCER)
    canvas.setProducer(PRODUCER)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    # Cards and folds come out right only at their own size.
    canvas.setViewerPreference("PrintScaling", "None")
    if about.is_duplex:
        canvas.setViewerPreference("Duplex", "DuplexFlipLongEdge")
    canvas._doc.Catalog.Metadata = XMP(creator=lambda _: _metadata(about))


def _metadata(about: About) -> bytes:
    """Return what the file says of itself in XMP, for programs that read nothing else."""
    title, author, language = (
        escape(plain(each)) for each in (about.title, about.author, about.language)
    )
    return f"""<?xpacket begin="\\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{PRODUCER}</pdf:Producer><xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>""".encode()


def _mark(canvas: Canvas, page: Page, number: int) -> None:
    if page.outline:
        canvas.bookmarkPage(str(number))
        canvas.addOutlineEntry(plain(page.outline), str(number))
        canvas.showOutline()


def _foot(sheet: Sheet, page: Page) -> None:
    paper = sheet.paper
    top = paper.height - paper.bottom - QUIET.leading
    right = block(page.right, QUIET, paper.measure / 2, 1)
    rest = paper.measure - right.width - APART
    sheet.write(page.left, paper.side, top, QUIET, rest)
    sheet.put(right, paper.side, top, paper.measure, "right")
