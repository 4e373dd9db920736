"""Words and weights of the model that suggests lost scene breaks. Data only.

The weights come from the project's own experiment, told in docs/lost-breaks.md: a logistic regression on 56 books with known breaks,
fan fiction counted three times. Its score means: of the places shown from 0.4 on, about six in ten were breaks in fan fiction
that had been held back.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Feature(NamedTuple):
    """A measurement on a boundary: what one unit of it adds in log-odds, and what to tell the reader."""

    weight: float
    note: str


BIAS: Final = -4.92
FEATURES: Final[dict[str, Feature]] = {
    "has_speech": Feature(-0.74, "the paragraph after holds speech"),
    "both_speech": Feature(-0.94, "speech on both sides"),
    "only_speech": Feature(-0.54, "the paragraph after is nothing but speech"),
    "prev_question": Feature(-0.54, "the paragraph before ends in a question"),
    "prev_colon": Feature(-3.47, "the paragraph before leads on to the next"),
    "stamp": Feature(2.22, "a short line without closing punctuation, such as a date or a place"),
    "after_stamp": Feature(-2.08, "such a line stands just before"),
    "time_jump": Feature(0.98, "it opens with a leap in time"),
    "wake_meal": Feature(0.97, "it opens with waking, sleeping or a meal"),
    "link_open": Feature(-1.13, "it opens with a word that links it to what came before"),
    "he_she_open": Feature(-0.99, "it opens with a pronoun for somebody already on stage"),
    "setting_words": Feature(0.35, "it names a place"),
    "light_words": Feature(0.28, "it tells of light, weather or the time of day"),
    "leave_close": Feature(0.44, "somebody leaves at the end of the paragraph before"),
    "names_first": Feature(0.15, "its first sentence names somebody"),
    "new_names": Feature(0.86, "it names people who were not there before"),
    "cast_shift": Feature(1.09, "the people change"),
    "new_cast": Feature(0.58, "no name is shared by the paragraphs on both sides"),
    "gender_shift": Feature(0.07, "the balance of he and she changes"),
    "vocab_dip": Feature(-0.38, "the words on both sides have less in common than elsewhere in the chapter"),
    "vocab_valley": Feature(3.99, "the words used change here more than round about"),
    "new_words": Feature(0.61, "its first sentence brings new words"),
    "prev_length": Feature(-0.32, "the paragraph before is short"),
    "chapter_edge": Feature(-2.72, "it is close to the edge of the chapter"),
}
STAMP_SCORE: Final = 0.72
"""Share of real breaks among first stamp lines with words for time (86 cases of the experiment)."""
THRESHOLD: Final = 0.4
APART: Final = 2
"""Of suggestions at most this many boundaries apart, only the best is kept."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


MONTHS: Final = _set("january february march april june july august september october november december")
WEEKDAYS: Final = _set("monday tuesday wednesday thursday friday saturday sunday")
HOLIDAYS: Final = _set("christmas easter halloween thanksgiving hanukkah valentine solstice midsummer")
LANGUAGES: Final = _set(
    "english french german latin greek spanish italian russian chinese japanese american british irish scottish welsh dutch"
)
TITLES: Final = _set(
    "mr mrs miss ms dr sir lady lord professor captain colonel major sergeant lieutenant inspector doctor king queen prince princess"
    " father mother uncle aunt madam god"
)
WAKE_MEAL: Final = _set(
    "woke awoke wakened awakened waking asleep sleep slept dream dreams dreamed dreaming bed breakfast lunch dinner supper tea"
)
LINKS: Final = _set(
    "then but and so yet still however suddenly instead again now well yes no nor or perhaps maybe even just only also besides"
    " anyway indeed"
)
LINK_PHRASES: Final = ("at this", "at that", "with this", "with that", "for a moment", "of course")
PRONOUNS: Final = _set("he she they his her their him")
SETTINGS: Final = _set(
    "room office house street ship building kitchen hall bar road city town village hospital station school castle corridor library"
    " apartment flat hotel restaurant club desk table car train camp forest woods beach planet bridge cabin window tower dungeon"
    " airport garden"
)
LIGHT: Final = _set(
    "sun sunlight moon moonlight dawn dusk stars rain snow wind dark darkness cold weather sky clouds morning noon afternoon"
    " evening night midnight spring summer autumn winter fall light"
)
LEAVING: Final = _set(
    "left leave leaving gone went go away home walked departed vanished disappear disappeared exit hurried ran drove rode headed"
    " strode out"
)
HE: Final = _set("he him his himself")
SHE: Final = _set("she her hers herself")
STOP_WORDS: Final = _set(
    "about above across after again against ahead almost alone along already also although always among another anyone anything"
    " around away back became because become been before began behind being below beneath beside besides between beyond both"
    " came cannot come could didn does doesn doing done down during each either else enough even ever every everyone everything"
    " felt find first from gave gets give goes going gone good have having hear heard held here hers herself himself however"
    " into itself just keep kept knew know known last later least left less like little long look looked made make many maybe"
    " might mine more most much must myself near need never next nobody none nothing once only onto other others ourselves over"
    " perhaps please quite rather really said same saying seem seemed shall should simply since some someone something soon still"
    " such suddenly sure take tell than that their theirs them themselves then there these they thing things think this those"
    " though thought through till together told took toward towards turn turned under until upon very want wanted wasn well went"
    " were what when where whether which while whole whom whose will with within without would wouldn yeah your yours yourself"
    " asked replied answered eyes hand hands face head voice time"
)
