"""Paragraphs at the edge of a text: what a narrator says stays story, what a writer says to readers is a note, the rest is asked."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

from benchmarks.talk.corpus import lines
from benchmarks.talk.fit import example, fit, known_words, written, written_words
from fic2book import cleaner
from fic2book.cleaner import clean
from fic2book.cleaner.detectors.talk import SHAPES, Talk, all_reasons, weigh_talk
from fic2book.cleaner.detectors.talk_reading import BIT, ideas_of
from fic2book.cleaner.detectors.talk_single import word_weights
from fic2book.cleaner.detectors.talk_words import IDEAS, OPENERS, SAYS, TELLING
from fic2book.cleaner.talk_weights import FITTED
from fic2book.cleaner.weights import ACT
from fic2book.model import Decision, Span
from fic2book.readers import read
from tests.cleaner.cases import FILLER

ROOT = Path(inspect.getfile(cleaner)).parent

NARRATED = (
    "I have been writing this story for eleven years, and I still do not know how it ends.",
    "This is the story of the summer I turned twelve, and of the woman who lived in the lighthouse.",
    "Dear Anna, I hope you are well. Thank you for your letter. I read it twice, and I enjoyed every word of it.",
    "If you are reading this, I am dead. I hope you enjoy the money.",
    "You will not believe me, but I was there when the show began, and I stayed until the last episode of it.",
    "Let me tell you how it was. I was young, and the war was on, and nobody owned anything.",
    "My name is Ishmael. Some years ago, never mind how long, I went to sea.",
    "Reader, I married him.",
    "I want you to know that this was not my idea.",
    "Thank you for coming, said the note on the door. Please leave your shoes outside.",
    'There was a warning in her voice. "Don\'t," she said.',
    "I wrote the last chapter on the train, drunk, with the manuscript on my knees. My editor wept when she read it.",
    "The reviews were terrible. He read them all, twice, over breakfast, and then he read them aloud to the cat.",
    "I do not own much: a bed, a chair, a dog. The house belongs to my brother.",
    "Everyone in the series had died by then, except for Clark. He turned the television off.",
    "This is not a love story. Sorry if you were hoping for one.",
    "Chloe posted the chapter at midnight and waited for the comments to come in.",
    "It was the season of storms, the third one since the bridge fell, and the beta site was down again.",
    "I hope you rot.",
    "Please review your notes before the test, the board said, in a hand that was not the teacher's.",
    "Mistakes were made. All of them were mine.",
    "I'm sorry it took so long to write to you. I have been busy with the harvest, and the children have been ill.",
    "Hello, everyone. My name is Lex, and I am an alcoholic.",
    "Once upon a time there was a writer who could not finish a story. This is that story.",
    "I know what you think of me. I know what everyone thinks.",
    "Welcome to Smallville, the sign said. Meteor capital of the world.",
    "They say that he was borrowed from the sea, and that one day she would want him back unharmed.",
    "Warning: contents under pressure, said the can. He shook it anyway.",
    "Update your records, the machine said. He had none.",
    "So this is how it ends, I thought. Not with a bang.",
    "The End was the name of the pub, and it was always full.",
    '"Thanks for reading to me," she said, and slept.',
    "We have no money and no profit to share, and still they come.",
    "I made this for you. It is not perfect. I hope you like it anyway. Love, Clark.",
    "The prompt blinked at him. He typed: hello.",
)
SAID_TO_READERS = (
    "First fic ever! Please be nice.",
    "So, I know it's been forever, and I'm so sorry! School has been crazy. Anyway, here's the new chapter.",
    "This is unbetaed, so all mistakes are mine.",
    "Reviews are love!",
    "Okay, this one is a bit darker than my usual stuff. You've been warned.",
    "A huge thank you to my beta, Anna, who made this readable.",
    "This is slash, which means boys kissing boys. If that's not your thing, hit the back button now.",
    "Takes place sometime during season 5. AU after that.",
    "Comments and constructive criticism always welcome.",
    "That's it! I might write a sequel if people are interested. Tell me what you thought!",
    "Thanks to everyone who left kudos on the last part.",
    'A short one-shot based on the episode "Rosetta".',
    "Hey guys, sorry for the short chapter. I'll try to update by Sunday!",
    "I wanted to try something different with this fic, and explore what Lex might have felt after Exile.",
    "More to come if you like it.",
    "Feedback feeds the muse :)",
    "Many thanks to those who reviewed: Anna, Bob, carol99, and X.",
    "Ich hoffe, euch hat das Kapitel gefallen. Das nächste kommt am Sonntag.",
    "J'espère que ce chapitre vous a plu. À bientôt pour la suite !",
    "Espero que les haya gustado este capítulo. ¡Nos leemos!",
    "Надеюсь, вам понравилась эта глава. Продолжение будет в пятницу.",
)
EITHER = (
    "Just a little something I wrote while waiting for the new season to start.",
    "Written for the 2007 Clex Secret Santa.",
    "Enjoy!",
    "I got this idea while listening to Snow Patrol, and I couldn't get it out of my head.",
    'The song is "Breathe Me" by Sia.',
    "I don't usually write in first person, so let me know if it works.",
)


def _decision(text: str, *, first: bool) -> Decision:
    paragraphs = [text, *FILLER * 3] if first else [*FILLER * 3, text]
    story = clean(read("story1.txt", "\n\n".join(paragraphs).encode()))
    index = 0 if first else len(paragraphs) - 1
    return next(decision for decision in story.decisions if decision.first <= index <= decision.last)


@pytest.mark.parametrize("first", [True, False], ids=["first", "last"])
@pytest.mark.parametrize("text", NARRATED)
def test_what_a_narrator_says_stays_story(text: str, first: bool):
    assert _decision(text, first=first).role == "story"


@pytest.mark.parametrize("first", [True, False], ids=["first", "last"])
@pytest.mark.parametrize("text", SAID_TO_READERS)
def test_what_a_writer_says_to_readers_is_set_apart_or_asked_about(text: str, first: bool):
    decision = _decision(text, first=first)
    assert decision.role == "note" or decision.review


def test_most_of_what_writers_say_to_readers_is_set_apart_unasked():
    roles = [_decision(text, first=first).role for text in SAID_TO_READERS for first in (True, False)]
    assert roles.count("note") >= 0.9 * len(roles)


@pytest.mark.parametrize("text", EITHER)
def test_what_could_be_either_is_never_passed_over_where_it_stands_last(text: str):
    decision = _decision(text, first=False)
    assert decision.role == "note" or decision.review


def _weigh(text: str) -> Talk:
    return weigh_talk(text, Span(0, len(text)))


def test_each_reason_says_in_plain_words_which_words_gave_it():
    talk = _weigh("Thank you all so much for your reviews of the last chapter!")
    notes = {item.pattern: item.note for item in talk.evidence}
    assert "“reviews”" in notes["talk.review"]
    assert all(item.note for item in talk.evidence)


def test_the_strongest_reasons_come_first():
    weights = [abs(item.weight) for item in _weigh("Please review this fic, it is my first!").evidence[:-1]]
    assert weights == sorted(weights, reverse=True)
    assert len(weights) > 3


def test_ideas_count_where_they_meet_in_a_sentence():
    together = {item.pattern for item in _weigh("Please leave a review.").evidence}
    apart = {item.pattern for item in _weigh("Please sit. A review was made.").evidence}
    assert "talk.ask-review" in together - apart


def test_a_title_between_quotation_marks_is_no_speech():
    names = {item.pattern for item in _weigh('This is set after "The Long Way Down" and before "Blue".').evidence}
    assert "talk.speech" not in names
    assert "talk.speech" in {item.pattern for item in _weigh('He rose. "I will go now," he told them.').evidence}


@pytest.mark.parametrize(
    ("word", "fanwork"), [("sickfic", True), ("darkfic", True), ("terrific", False), ("traffic", False)]
)
def test_any_kind_of_fic_is_known_by_its_ending(word: str, fanwork: bool):
    assert bool(ideas_of(word) & BIT["fanwork"]) == fanwork


def test_no_fitted_reason_hides_one_that_was_set_by_hand():
    by_hand = set(
        re.findall(r'^    "([a-z]+\.[a-z-]+)": W\(', (ROOT / "weights.py").read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert by_hand & set(FITTED) == set()
    assert set(FITTED) <= {name for name, _ in all_reasons()} | {f"talk.{shape}" for shape in SHAPES} | {
        f"talk.opens-{kind}" for kind in OPENERS
    } | {"talk.prior"}


def test_no_two_kinds_of_reason_share_a_name():
    kinds = [*TELLING, *(f"talk.{shape}" for shape in SHAPES), *(f"talk.opens-{kind}" for kind in OPENERS)]
    assert len(kinds) == len(set(kinds))


def test_every_idea_has_a_name_in_plain_words():
    assert set(SAYS) == set(IDEAS)
    assert {idea for ideas in TELLING.values() for idea in ideas} <= set(IDEAS)


@pytest.mark.slow
def test_the_weights_are_those_that_the_lines_give():
    """Whoever changes a line or an idea runs ``python -m benchmarks.talk.fit --write``."""
    found = lines()
    known = known_words(found)
    weights = fit([example(line, known) for line in found])
    assert written(weights) == (ROOT / "talk_weights.py").read_text(encoding="utf-8")
    assert written_words(weights) == (ROOT / "talk_vocabulary.py").read_text(encoding="utf-8")


def test_single_words_alone_never_make_a_note():
    said = [word for word, weight in word_weights().items() if weight > 0]
    assert said
    words = [item for item in _weigh(" ".join(said)).evidence if item.pattern == "talk.words-said"]
    assert 0 < words[0].weight < ACT


def test_the_words_that_weigh_most_are_quoted():
    told = min(word_weights(), key=lambda word: (word_weights()[word], word))
    notes = [item.note for item in _weigh(told.replace("_", " ")).evidence if item.pattern == "talk.words-told"]
    assert f"“{told.replace('_', ' ')}”" in notes[0]
