from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from matchmaker.documents.branding import PLAIN
from matchmaker.documents.branding_folder import branding_files, read_branding
from matchmaker.errors import InputError

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'


def png() -> bytes:
    content = BytesIO()
    Image.new("RGB", (40, 20), "red").save(content, "PNG")
    return content.getvalue()


def folder(tmp_path: Path, **files: str | bytes) -> Path:
    (tmp_path / "branding").mkdir()
    for name, content in files.items():
        target = tmp_path / "branding" / name.replace("__", ".").replace("_", "-")
        target.write_bytes(content.encode() if isinstance(content, str) else content)
    return tmp_path


def test_without_a_folder_paper_is_plain(tmp_path: Path) -> None:
    assert read_branding(tmp_path) == PLAIN


def test_colours_and_logos_are_read(tmp_path: Path) -> None:
    found = read_branding(
        folder(
            tmp_path,
            colours__toml='first = "#800020"\nsecond = "#ffcc00"',
            organiser__svg=SVG,
            partner_Zeta__png=png(),
            partner_Alfa__svg=SVG,
            notes__txt="nothing",
        )
    )
    assert (found.first, found.second) == ("#800020", "#FFCC00")
    assert found.organiser is not None
    assert found.organiser.picture.kind == "drawing"
    assert [each.name for each in found.partners] == ["Alfa", "Zeta"]
    assert [each.picture.kind for each in found.partners] == ["drawing", "bitmap"]


def test_everything_amiss_is_told_at_once_with_its_file_and_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_branding(
            folder(
                tmp_path,
                colours__toml='first = "red"\nthird = "#123456"',
                organiser__png="no picture",
                partner_A__svg=SVG.replace("<rect", "<script"),
            )
        )
    problems = caught.value.problems
    assert [(each.file, each.column) for each in problems] == [
        ("branding/colours.toml", "first"),
        ("branding/colours.toml", "third"),
        ("branding/organiser.png", ""),
        ("branding/partner-A.svg", ""),
    ]
    assert all(str(each.remedy) for each in problems)


def test_colours_that_are_no_toml_are_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="not valid TOML"):
        read_branding(folder(tmp_path, colours__toml="first = #800020"))


def test_more_partners_than_there_is_room_for_are_told(tmp_path: Path) -> None:
    logos: dict[str, str | bytes] = {f"partner_{number}__svg": SVG for number in range(9)}
    with pytest.raises(InputError, match="9 logos"):
        read_branding(folder(tmp_path, **logos))


def test_the_files_of_the_look_can_be_copied(tmp_path: Path) -> None:
    source = folder(tmp_path, organiser__svg=SVG, secret__txt="x", partner_A__svg=SVG)
    assert [name for name, _ in branding_files(source)] == [
        "branding/organiser.svg",
        "branding/partner-A.svg",
    ]
