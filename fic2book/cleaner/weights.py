"""Every weight and threshold of the cleaner, with the reason for its size.

Weights are log-odds: they add up, and the sum is turned into a confidence by the logistic function. A weight of 2.2 lifts even odds to
0.9, one of -2.2 drops them to 0.1. `meaning` is what `explain` shows the reader; the comments are for us.
"""

from __future__ import annotations

from typing import Final, NamedTuple

ACT: Final = 1.4
"""From here on a role is taken: 0.80. A wrong cut costs the reader a line of the story's form (never a word: everything is kept
somewhere), a missed one only leaves a line of furniture, so the odds must be four to one."""

ASK: Final = -0.4
"""From here on a passage that stays story is listed for review: 0.40. Lower, and the list of a clean novel would be longer than its
first chapter; higher, and unlabelled notes of two sentences would pass unseen."""


class Weight(NamedTuple):
    """How much one reason counts, and what it says in plain words."""

    value: float
    meaning: str


W = Weight

WEIGHTS: Final[dict[str, Weight]] = {
    # ---- headings. "Chapter" with a number alone on a line was never seen to be anything else; "part", "act" and "book" are everyday
    # words but with a number and nothing behind them they hardly occur in prose either. Bare numbers are ages, years and countdowns,
    # so they need the company of a sequence.
    "heading.chapter": W(2.6, "“Chapter” with a number"),
    "heading.part": W(1.9, "“Part”, “Book”, “Act” … with a number"),
    "heading.section": W(0.4, "a word that may head a section, with a number"),
    "heading.named": W(2.4, "Prologue, Epilogue, Interlude …"),
    "heading.named-doubtful": W(0.6, "a word that may head a section"),
    "heading.counter": W(0.2, "a counter such as [1/7]"),
    "heading.bare": W(-1.4, "a number alone"),
    "heading.numbered-title": W(-1.6, "a number with a title"),
    "heading.day": W(0.0, "a numbered day, night or week"),
    "heading.date": W(-1.0, "a date alone"),
    "heading.element": W(2.6, "the markup calls it a heading"),
    "heading.prefixed": W(0.4, "the story's name stands before it"),
    "heading.looks": W(-0.6, "a short line that looks like a heading"),
    "heading.sequence": W(1.6, "continues the numbering of the text"),
    "heading.sequence-bare": W(3.6, "continues a numbering with text between the numbers"),
    "heading.long-sequence": W(0.9, "one of four or more in order"),
    "heading.stands-out": W(0.9, "centred, bold or set apart"),
    "heading.caps": W(0.5, "in capitals"),
    "heading.no-text": W(-1.8, "no text follows it"),
    "heading.sentence": W(-3.4, "reads like a sentence"),
    "heading.full-stop": W(-0.8, "ends like a sentence"),
    "heading.repeated-look": W(1.2, "other lines of the same look head sections"),
    "heading.title-below": W(0.0, "its title stands on the next line"),
    "heading.inside-speech": W(-3.0, "within speech"),
    "heading.own-number": W(0.0, "its number"),
    # ---- breaks. A line of ornaments alone is a break wherever it was seen; what is made of letters or of sentence punctuation
    # needs to recur.
    "break.rule": W(4.0, "a rule in the markup"),
    "break.ornament": W(3.0, "a line of ornaments"),
    "break.single": W(1.8, "a single ornament alone on its line"),
    "break.letters": W(1.9, "letters used as an ornament (oOo, xXx)"),
    "break.letters-plain": W(-0.2, "letters that may be an ornament (ooo, xxx)"),
    "break.words": W(2.6, "words that name a break"),
    "break.words-plain": W(-0.5, "words that may name a break"),
    "break.dots": W(-0.8, "dots alone on their line"),
    "break.image": W(-1.2, "a picture alone between paragraphs"),
    "break.image-named": W(3.0, "a picture that is called a divider"),
    "break.image-repeated": W(3.2, "the same picture again and again"),
    "break.learned": W(1.0, "a short decorated line that recurs"),
    "break.recurs": W(1.2, "the same mark recurs in this text"),
    "break.dominant": W(0.8, "the mark that dominates this text"),
    "break.amid-speech": W(-0.6, "between two lines of speech"),
    "break.at-edge": W(-0.3, "at the edge of the text"),
    "break.footnote": W(-1.5, "may be the sign of a footnote"),
    "break.ditto": W(-2.0, "within a list or a letter"),
    # ---- boundaries without a mark
    "pause.rhythm": W(0.6, "more blank lines than usual, again and again alike"),
    "pause.only-blank": W(1.6, "blank lines part scenes here, paragraphs end without one"),
    "pause.opening": W(0.5, "what follows opens like a scene"),
    "pause.mid-talk": W(-0.9, "the talk goes on across it"),
    "pause.rare": W(-1.2, "it happens once only"),
    "pause.caption": W(3.0, "a caption opens a scene"),
    "gap.blanks": W(0.5, "more blank lines than this text uses"),
    "gap.mid-talk": W(0.9, "amid talk: a short line may have been dropped"),
    "gap.other-marks": W(0.4, "this text marks its breaks otherwise"),
    # ---- captions
    "caption.time": W(1.0, "names a time"),
    "caption.place": W(0.0, "names a place"),
    "caption.view": W(1.6, "names a point of view"),
    "caption.flashback": W(1.2, "marks a flashback"),
    "caption.framed": W(1.8, "framed by ornaments"),
    "caption.stands-out": W(0.8, "set apart by the markup"),
    "caption.after-break": W(1.6, "right after a break or heading"),
    "caption.opens": W(0.9, "the first line of the text"),
    "caption.no-break": W(-1.2, "no break before it"),
    "caption.sentence": W(-2.2, "reads like a sentence"),
    "caption.recurs": W(1.4, "lines of this kind recur"),
    "caption.short": W(-0.6, "a short line"),
    # ---- end marks
    "end.phrase": W(1.6, "The End, Fin, To be continued"),
    "end.word": W(0.2, "a word that may be an end mark"),
    "end.counted": W(2.4, "End with the part's number"),
    "end.last": W(1.8, "the last of the text"),
    "end.before-edge": W(1.4, "a chapter ends here"),
    "end.framed": W(1.2, "framed by ornaments"),
    "end.amid": W(-2.4, "the story goes on after it"),
    # ---- fields
    "field.strong": W(1.4, "a label of story headers"),
    "field.everyday": W(-1.0, "a label that is an everyday word too"),
    "field.plain": W(0.4, "a known label"),
    "field.unknown": W(-2.2, "looks like a label"),
    "field.colon": W(0.3, "label and colon"),
    "field.dash": W(-0.9, "label and dash"),
    "field.bold": W(1.0, "a label in bold"),
    "field.several": W(1.6, "several labels on a line"),
    "field.list": W(0.4, "fandom, pairing, rating and length in one line"),
    "field.site-line": W(4.0, "the header line of a site"),
    "field.value": W(1.4, "the value is what this label takes"),
    "field.continued": W(0.6, "goes on from the field before"),
    "field.thanks": W(0.4, "thanks somebody"),
    "field.no-value": W(-1.2, "no value behind the label"),
    "field.speech": W(-3.0, "within speech"),
    # ---- titles, bylines, dates, counters
    "title.by": W(1.9, "“Title by Author”"),
    "title.first-line": W(0.4, "a short first line"),
    "title.capitals": W(0.9, "capitalised like a title"),
    "title.lower": W(-0.7, "not capitalised like a title"),
    "title.announced": W(2.4, "announced as a story"),
    "title.subject": W(2.4, "the subject of a message"),
    "title.counted": W(2.0, "a title with its part"),
    "title.element": W(3.0, "the first heading in the markup"),
    "title.stands-out": W(1.0, "set apart by the markup"),
    "title.before-header": W(1.6, "header fields or a byline follow"),
    "title.same-as-field": W(2.6, "the same words as the title field"),
    "title.same-as-file": W(1.6, "the file is called so"),
    "title.sentence": W(-2.6, "reads like a sentence"),
    "title.caption": W(-1.6, "reads like a caption"),
    "title.speech": W(-3.0, "within speech"),
    "title.repeated": W(2.2, "the title again"),
    "author.by": W(1.2, "“by” and a name"),
    "author.under-title": W(1.4, "right under the title"),
    "author.many-words": W(-1.6, "too long for a name"),
    "author.lower": W(-0.8, "not written like a name"),
    "date.alone": W(-0.4, "a date alone on its line"),
    "date.clock": W(1.2, "with the time of posting"),
    "date.year": W(0.4, "with its year"),
    "date.posted": W(2.2, "says it was posted"),
    "counter.title": W(2.4, "repeats the part in the title"),
    "counter.alone": W(1.0, "a part counter above the text"),
    # ---- disclaimers
    "disclaimer.label": W(2.8, "labelled as a disclaimer"),
    "disclaimer.own": W(0.6, "denies owning something"),
    "disclaimer.own-work": W(1.8, "denies owning the characters, the show, the rights"),
    "disclaimer.belong": W(1.2, "says to whom the characters belong"),
    "disclaimer.profit": W(1.9, "no money is made"),
    "disclaimer.law": W(2.6, "no infringement intended, please don't sue"),
    "disclaimer.entertainment": W(1.8, "for entertainment only"),
    "disclaimer.borrowed": W(1.1, "only borrowed"),
    "disclaimer.wish": W(0.9, "wishes to own them"),
    "disclaimer.standard": W(2.8, "standard disclaimers apply"),
    "disclaimer.resemblance": W(2.4, "resemblance to real people"),
    "disclaimer.prior": W(-1.5, "most paragraphs are story"),
    "disclaimer.speech": W(-2.4, "within speech"),
    "disclaimer.long": W(-1.0, "a long paragraph with little of it about rights"),
    # ---- notes
    "note.label": W(2.6, "labelled as an author's note"),
    "note.label-doubtful": W(0.2, "a label that may be a note's"),
    "note.label-alone": W(0.4, "the label has a line of its own"),
    "note.bounded": W(1.0, "a break or heading parts it from the story"),
    "note.bracketed": W(1.0, "in brackets"),
    "note.follows": W(0.8, "goes on from a note"),
    "note.heading": W(1.6, "a chapter called author's note"),
    "note.element": W(3.0, "the markup calls it notes"),
    "note.speech": W(-2.6, "within speech"),
    "note.signature": W(0.4, "a signature under a note"),
    # talk to the reader about the story; each kind counts once a paragraph
    "talk.enjoy": W(1.5, "hopes the reader enjoys it"),
    "talk.review": W(2.4, "asks for reviews or comments"),
    "talk.thanks-reading": W(2.2, "thanks for reading or reviewing"),
    "talk.this-story": W(1.3, "speaks of this story, chapter or idea"),
    "talk.wrote": W(1.2, "speaks of writing it"),
    "talk.beta": W(1.6, "speaks of a beta reader"),
    "talk.update": W(1.3, "speaks of updates or the next chapter"),
    "talk.fandom": W(1.0, "speaks of canon, fandom, episodes or seasons"),
    "talk.site": W(1.3, "names a site for stories"),
    "talk.excuse": W(0.9, "excuses faults or delays"),
    "talk.mistakes": W(1.8, "mistakes are the writer's"),
    "talk.reader": W(0.9, "addresses its readers"),
    "talk.legal": W(1.3, "speaks of rights or entertainment"),
    "talk.warning": W(1.2, "warns or spoils"),
    "talk.sequel": W(1.0, "speaks of sequels or series"),
    "talk.author": W(0.5, "the writer says “I” here and now"),
    "talk.most": W(1.3, "most of its sentences do"),
    "talk.half": W(0.5, "many of its sentences do"),
    "talk.few": W(-1.6, "few of its sentences do"),
    "talk.speech": W(-2.6, "holds speech"),
    "talk.narration": W(-1.8, "tells of persons in the past"),
    "talk.prior": W(-2.2, "most paragraphs are story"),
    "talk.first": W(0.8, "the first paragraph of the text"),
    "talk.last": W(0.6, "the last of the text"),
    "talk.after-end": W(2.4, "stands after the end mark"),
    "talk.parted": W(0.6, "parted from the story"),
    "talk.beside-note": W(0.9, "beside another note"),
    "talk.mild": W(-0.6, "further from the edge of the text"),
    # ---- dedications, epigraphs, contents
    "dedication.for": W(0.8, "“for” and a name"),
    "dedication.words": W(1.9, "dedicated to somebody"),
    "epigraph.source": W(1.4, "a quotation with its source"),
    "epigraph.quoted": W(0.6, "quoted or set apart above the text"),
    "contents.label": W(2.2, "called contents"),
    "contents.lines": W(2.0, "chapter titles with no text between"),
    # ---- chrome. The phrases are whole lines that sites print; a story would have to quote them word for word.
    "chrome.phrase": W(3.4, "a line that the site prints"),
    "chrome.word": W(-0.6, "a word from a site's buttons"),
    "chrome.label": W(0.8, "a label that a site prints"),
    "chrome.mail": W(0.8, "a line of a message's head"),
    "chrome.signature": W(2.0, "the signature of a message"),
    "chrome.among": W(2.2, "among other lines of the site"),
    "chrome.alone": W(-1.2, "no other line of the site near it"),
    # ---- what decide.py adds, from neighbours and from the document as a whole
    "zone.top": W(1.6, "above the story"),
    "zone.opening": W(0.9, "at the head of a chapter"),
    "zone.closing": W(0.7, "at the end of a chapter"),
    "zone.tail": W(1.0, "below the story"),
    "zone.amid": W(-2.6, "amid the story"),
    "zone.among-fields": W(1.4, "among header fields"),
    "zone.among-notes": W(0.8, "beside notes"),
    "reader.markup": W(0.0, "the markup says so"),
}
"""Reason → weight. Tests check that every reason a detector gives is listed, and that each listed one is given by some detector."""
