from matchmaker.documents.blocks import block
from matchmaker.documents.chapters import Volume, bound, chapter, event_name, paper_in, volume
from matchmaker.documents.sheet import Page, Sheet
from matchmaker.documents.style import BODY, PORTRAIT
from matchmaker.documents.voices import mute
from matchmaker.documents.wording import Paper
from tests import factories
from tests.matchmaker.documents.reading import chapters, pages

EVENT = factories.event(["Ann"], name={"fr": "Jour", "nl": "Dag"})


def page(text: str) -> Page:
    def draw(sheet: Sheet) -> None:
        sheet.put(block(text, BODY, 200), 60, 100)

    return Page(draw, PORTRAIT, outline=text)


def book(*texts: str) -> Volume:
    found = (chapter(each, each, [page(each), page(f"{each}2")], "foot", 0) for each in texts)
    return volume(EVENT, Paper(["fr", "nl"]), "Liste", found, "Nothing.")


def test_pages_count_from_one_in_each_chapter() -> None:
    assert pages(bound(book("a", "b"))) == ["afoot1/2", "a2foot2/2", "bfoot1/2", "b2foot2/2"]


def test_each_chapter_has_its_entry() -> None:
    assert list(chapters(bound(book("a", "b")))) == ["a", "a2", "b", "b2"]


def test_without_chapters_it_says_so() -> None:
    assert pages(bound(book())) == ["Nothing."]


def test_a_document_names_itself_and_the_event() -> None:
    about = book("a").about
    assert (mute(about.title), mute(about.author), about.language) == (
        "Liste · Jour / Dag",
        "Jour / Dag",
        "fr",
    )


def test_paper_is_in_the_language_asked_for_or_in_the_first_two_of_the_event() -> None:
    event = factories.event(["Ann"], languages=("nl", "fr", "en"))
    assert [each.language for each in paper_in(event, None).words] == ["nl", "fr"]
    assert [each.language for each in paper_in(event, "en").words] == ["en"]


def test_a_long_name_of_the_event_stands_at_the_foot_in_one_language() -> None:
    event = factories.event(["Ann"], name={"fr": "Rencontre " * 6, "nl": "Ontmoeting " * 6})
    assert event_name(event, Paper(["nl", "fr"])).strip() == ("Ontmoeting " * 6).strip()
    assert mute(event_name(EVENT, Paper(["nl", "fr"]))) == "Dag / Jour"
