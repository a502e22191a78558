"""The operators of a PDF page, by what they do."""

PAINTING = {b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"sh", b"Do", b"INLINE IMAGE"}
SHOWING = {b"Tj", b"TJ", b"'", b'"'}
