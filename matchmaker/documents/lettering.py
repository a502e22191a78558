"""Setting letters on a page: what ReportLab's own text objects do, without their detours."""

from reportlab.pdfgen.canvas import Canvas

from matchmaker.documents.style import Weight
from matchmaker.documents.typefaces import font, runs


def set_letters(
    canvas: Canvas, text: str, place: tuple[float, float], weight: Weight, size: float
) -> None:
    """Set `text`, in the order in which it is drawn, with its base line beginning at `place`."""
    document = canvas._doc  # subsets of fonts belong to the document
    code = [f"BT 1 0 0 1 {place[0]:.2f} {place[1]:.2f} Tm"]
    for face, stretch in runs(text, weight):
        typeface = font(face)
        for subset, letters in typeface.splitString(stretch, document):
            name = typeface.getSubsetInternalName(subset, document)
            code.append(f"{name} {size:g} Tf ({canvas._escape(letters)}) Tj")
    code.append("ET")
    canvas._code.append(" ".join(code))  # as text objects do
