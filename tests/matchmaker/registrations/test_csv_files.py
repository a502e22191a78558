from pathlib import Path

import pytest

from tests.matchmaker.registrations.files import PARTICIPANTS, found, read

LEA = "id,last_name,organisation,region,languages\nléa,Léa Noël,Écluse,FR,fr\nben,Ben,Bolt,VLG,nl\n"
WISH = "from,to,rank\nléa,ben,1\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_any_spreadsheet_may_have_written_it(
    encoding: str, delimiter: str, ending: str, tmp_path: Path
) -> None:
    def written(text: str) -> bytes:
        return text.replace(",", delimiter).replace("\n", ending).encode(encoding)

    event = read(tmp_path, participants=written(LEA), wishes=written(WISH)).event
    assert event is not None
    assert [each.name for each in event.participants] == ["Léa Noël", "Ben"]
    assert [(each.wisher, each.wished) for each in event.wishes] == [("léa", "ben")]


def test_excel_may_state_the_separator(tmp_path: Path) -> None:
    assert found(read(tmp_path, wishes="sep=;\r\nfrom;to;rank\r\nann;bob;1\r\n")) == [
        ("wishes.csv", 2, "to", "unknown-participant")
    ]


def test_rows_count_as_a_spreadsheet_counts_them(tmp_path: Path) -> None:
    wishes = 'from,to,rank,note\n\nann,ben,1,"two\nlines"\nann,bob,2,\n'
    assert ("wishes.csv", 4, "to", "unknown-participant") in found(read(tmp_path, wishes=wishes))


def test_a_title_above_the_header_is_skipped(tmp_path: Path) -> None:
    wishes = "Souhaits,,\n,,\nde,à,rang\nann,ben,1\n"
    registrations = read(tmp_path, wishes=wishes)
    assert found(registrations) == []
    assert registrations.event is not None
    assert len(registrations.event.wishes) == 1


def test_a_quote_within_a_cell_is_a_letter(tmp_path: Path) -> None:
    people = PARTICIPANTS.replace("Ann Arnaut", 'Ann 5" Arnaut')
    event = read(tmp_path, participants=people).event
    assert event is not None
    assert event.participants[0].name == 'Ann 5" Arnaut'


def test_decimal_commas(tmp_path: Path) -> None:
    people = "id;nom;société;région;langues;min\na;Ann;Acme;FR;fr;1,0\n"
    event = read(tmp_path, participants=people, wishes="de;à;rang\n").event
    assert event is not None
    assert event.participants[0].min_meetings == 1
