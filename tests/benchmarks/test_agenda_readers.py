"""The measuring of agendas measures what it says."""

from pathlib import Path

from benchmarks.agenda_readers import application, crowd, measured_pages, published


def test_pages_and_readers_are_counted(tmp_path: Path) -> None:
    database = tmp_path / "store.sqlite3"
    app = application(database)
    paths = published(app, 6)
    lines = [[cell.strip() for cell in each.split("|")] for each in measured_pages(app, paths)]
    app.extensions["services"].database.close()
    assert [line[1:3] for line in lines] == [
        ["agenda", "6"],
        ["calendar", "6"],
        ["calendar again", "6"],
        ["PDF", "6"],
    ]
    assert all(0 < int(line[5]) <= 10 for line in lines)
    read = [cell.strip() for cell in crowd(database, paths[:3]).split("|")]
    assert read[1:4] == ["3", "27", "0"]
