"""Elements of the structure of a PDF, and how the file has them."""

from dataclasses import dataclass, field
from typing import Any

HEADER = "TH"
"""The role of a cell that is the heading of others."""


@dataclass(eq=False, slots=True)
class Element:
    """A part of the document: its role, its parts or its marked content, and what it stands for.

    `number` is that of its object in the file; `span` is over how many columns a cell goes;
    `language` is its own, `voice` what it is read out in; `kids` are written as the file has them.
    """

    number: int
    role: str
    parent: "Element | None" = None
    alternative: str = ""
    scope: str = "Column"
    span: int = 1
    language: str = ""
    voice: str = ""
    page: str = ""
    kids: list[str] = field(default_factory=list)


def written(element: Element, above: int, document: Any) -> str:
    """Return `element`, part of the element numbered `above`, as the file has it."""
    parts = [f"/S /{element.role} /P {above} 0 R /K [{' '.join(element.kids)}]"]
    if element.page:
        number, _ = document.idToObjectNumberAndVersion[element.page]
        parts.append(f"/Pg {number} 0 R")
    if element.alternative:
        parts.append(f"/Alt {hexadecimal(element.alternative)}")
    if element.language:
        parts.append(f"/Lang {hexadecimal(element.language)}")
    if of_cell := _of_cell(element):
        parts.append(f"/A << /O /Table {of_cell} >>")
    return f"<< {' '.join(parts)} >>"


def _of_cell(element: Element) -> str:
    """Return what a table tells of a cell of its own."""
    scope = f"/Scope /{element.scope}" if element.role == HEADER else ""
    span = f"/ColSpan {element.span}" if element.span > 1 else ""
    return f"{scope} {span}".strip()


def tree(root: int, pages: list[str]) -> str:
    """Return the top of the tree; `pages` are the owners of the marks of each page."""
    numbers = " ".join(f"{number} [{each}]" for number, each in enumerate(pages))
    return (
        f"<< /Type /StructTreeRoot /K [{root} 0 R] /ParentTree << /Nums [{numbers}] >> "
        f"/ParentTreeNextKey {len(pages)} >>"
    )


def hexadecimal(text: str) -> str:
    """Return `text` as a PDF writes a string of any letters."""
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"
