"""What the letters of an embedded font mean, for programs that read them out or copy them.

ReportLab gives a meaning to codes that stand for nothing, too, lists more codes at once than a PDF
may, and writes letters beyond the first 65536 as no program reads them.
"""

from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase.ttfonts import TTFont

MOST_AT_ONCE = 100
"""How many codes a PDF may list at once."""
HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange"""
TAIL = """endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


class MappedFont(TTFont):  # type: ignore[misc]
    """A font whose subsets say what each code stands for, and nothing of codes without a letter."""

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - the name is ReportLab's
        """Put the subsets into `doc`, as ReportLab does, and what their codes stand for."""
        subsets = self.state[doc].subsets
        names = [self.getSubsetInternalName(each, doc)[1:] for each in range(len(subsets))]
        super().addObjects(doc)
        fonts = doc.idToObject["BasicFonts"].dict
        for name, subset in zip(names, subsets, strict=True):
            doc.idToObject[fonts[name].ToUnicode.name].content = unicode_map(subset)


def unicode_map(subset: Sequence[int]) -> str:
    """Return the table that tells for each code of `subset` the character it stands for."""
    lines = [f"<{code:02X}> <{_utf16(each)}>" for code, each in enumerate(subset) if each]
    parts = (lines[start : start + MOST_AT_ONCE] for start in range(0, len(lines), MOST_AT_ONCE))
    blocks = ["\n".join([f"{len(part)} beginbfchar", *part, "endbfchar"]) for part in parts]
    return "\n".join([HEAD, *blocks, TAIL])


def _utf16(character: int) -> str:
    return chr(character).encode("utf-16-be", "surrogatepass").hex().upper()
