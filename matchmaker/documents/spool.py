"""A PDF that is written while it grows: of what is final only the place in the file is kept."""

from array import array
from typing import Any, BinaryIO

from reportlab.pdfbase.pdfdoc import PDFFile, PDFIndirectObject, PDFTrailer


class Spool:
    """The file of a ReportLab document, whose numbers it shares: each object is written once."""

    def __init__(self, document: Any, stream: BinaryIO) -> None:
        self._document, self._stream = document, stream
        self._places = array("Q", [0])
        self._end = 0
        self._put(PDFFile(document._pdfVersion).format(document))
        # ReportLab asks for all objects when it saves; most of them are in the file by then.
        document.format = self._finish

    def reserve(self) -> int:
        """Return the number of an object that is to be written."""
        self._document.objectcounter += 1
        return int(self._document.objectcounter)

    def write(self, number: int, content: bytes) -> None:
        """Write the object of that number."""
        self._begin(number)
        self._put(b"%d 0 obj\n%b\nendobj\n" % (number, content))

    def write_stream(self, packed: bytes) -> int:
        """Write a stream that is compressed already, and return its number."""
        number = self.reserve()
        head = b"<< /Filter /FlateDecode /Length %d >>" % len(packed)
        self.write(number, b"%b\nstream\n%b\nendstream" % (head, packed))
        return number

    def _begin(self, number: int) -> None:
        missing = number + 1 - len(self._places)
        if missing > 0:
            self._places.extend([0] * missing)
        self._places[number] = self._end

    def _put(self, content: bytes) -> None:
        self._stream.write(content)
        self._end += len(content)

    def _finish(self) -> bytes:
        """Write what ReportLab holds itself, the table of places and the trailer."""
        document = self._document
        root, info = document.Reference(document.Catalog), document.Reference(document.info)
        number = 0
        # To format an object may make another.
        while number < document.objectcounter:
            number += 1
            name = document.numberToId.get(number)
            if name is not None:
                self._begin(number)
                self._put(PDFIndirectObject(name, document.idToObject[name]).format(document))
        self._close(root, info)
        return b""

    def _close(self, root: Any, info: Any) -> None:
        size, start = len(self._places), self._end
        self._put(b"xref\n0 %d\n0000000000 65535 f \n" % size)
        for place in self._places[1:]:
            self._put(b"%010d 00000 n \n" % place)
        trailer = PDFTrailer(start, Size=size, Root=root, Info=info, ID=self._document.ID())
        self._put(trailer.format(self._document))
