import pytest

from matchmaker.documents.labels import after_label
from matchmaker.documents.voices import mute
from matchmaker.documents.wording import Paper


@pytest.mark.parametrize(
    ("languages", "expected"),
    [
        (["fr"], "Participants\u00a0: 3"),
        (["nl"], "Deelnemers: 3"),
        (["fr", "nl"], "Participants / Deelnemers: 3"),
        (["nl", "fr"], "Deelnemers / Participants\u00a0: 3"),
        (["fr", "en"], "Participants\u00a0: 3"),
        (["en", "fr"], "Participants: 3"),
        (["de"], "Participants: 3"),
    ],
)
def test_the_last_language_of_a_label_has_the_colon(languages: list[str], expected: str) -> None:
    paper = Paper(languages)
    assert mute(after_label(paper, paper("Participants"), 3)) == expected
