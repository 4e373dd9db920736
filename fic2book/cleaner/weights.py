"""Every weight and threshold of the cleaner, with the reason for its size.

Weights are log-odds: they add up, and the sum is turned into a confidence by the logistic function. A weight of 2.2 lifts even odds to
0.9, one of -2.2 drops them to 0.1. `meaning` is what `explain` shows the reader; the comments are for us.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from fic2book.cleaner.talk_weights import FITTED

ACT: Final = 1.4
"""From here on a role is taken: 0.80. A wrong cut costs the reader a line of the story's form (never a word: everything is kept
somewhere), a missed one only leaves a line of furniture, so the odds must be four to one."""

ASK: Final = -0.4
"""From here on a passage that stays story is listed for review: 0.40. Lower, and the list of a clean novel would be longer than its
first chapter; higher, and unlabelled notes of two sentences would pass unseen."""

ASK_BESIDE: Final = -2.5
"""The same for what may be a note, beside one that was taken: few paragraphs stand there, and many of them go on with it."""

ASK_EDGE: Final = -0.9
"""The same for the first and the last paragraph that stay story."""


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
    "heading.counted-word": W(-1.8, "a word with a number"),
    "heading.counting": W(-2.4, "somebody may count: the first number stands amid the text"),
    "heading.numbered-title": W(-1.6, "a number with a title"),
    "heading.day": W(0.0, "a numbered day, night or week"),
    "heading.dated": W(2.4, "dates head the sections of this text"),
    "heading.looks": W(-0.6, "a short line written like a title"),
    # Files of one chapter begin "VII" or "3. The Harbour"; a story's own first line is longer, or has a stop.
    "heading.opens": W(3.3, "right above the text, with nothing but a header above it"),
    "heading.first-opens": W(0.9, "the first of its kind opens the text"),
    "heading.apart": W(0.9, "far from the others of its kind"),
    "heading.in-contents": W(3.4, "the contents list it"),
    "heading.hash": W(1.6, "a number sign marks it as a heading"),
    "heading.isolated": W(1.3, "alone between blank lines, where paragraphs have none"),
    "heading.repeated-look": W(1.2, "other lines of the same look head sections"),
    "heading.element": W(2.6, "the markup calls it a heading"),
    "heading.prefixed": W(0.4, "the story's name stands before it"),
    "heading.sequence": W(1.6, "continues the numbering of the text"),
    "heading.sequence-bare": W(3.6, "continues a numbering with text between the numbers"),
    "heading.long-sequence": W(0.9, "one of four or more in order"),
    "heading.stands-out": W(0.9, "centred, bold or set apart"),
    "heading.caps": W(0.5, "in capitals"),
    "heading.no-text": W(-1.8, "no text follows it"),
    "heading.sentence": W(-3.4, "reads like a sentence"),
    "heading.full-stop": W(-0.8, "ends like a sentence"),
    "heading.title-below": W(0.0, "its title stands on the next line"),
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
    "break.image-repeated": W(3.2, "the same picture again and again"),
    "break.image-named": W(3.0, "a picture that is called a divider"),
    "break.learned": W(1.0, "a short decorated line that recurs"),
    "break.apart": W(1.0, "far from each other, and not amid talk"),
    "break.recurs": W(1.2, "the same mark recurs in this text"),
    "break.dominant": W(0.8, "the mark that dominates this text"),
    "break.at-edge": W(-0.3, "at the edge of the text"),
    "break.footnote": W(-1.5, "may be the sign of a footnote"),
    # ---- boundaries without a mark
    "pause.rhythm": W(0.6, "more blank lines than usual, again and again alike"),
    "pause.only-blank": W(1.6, "blank lines part scenes here, paragraphs end without one"),
    "pause.opening": W(0.5, "what follows opens like a scene"),
    "pause.far": W(1.4, "three blank lines more than usual, each time"),
    "pause.wide": W(0.2, "two blank lines more than usual, each time"),
    "pause.no-talk": W(0.5, "no talk goes on across them"),
    "pause.caption": W(3.0, "a caption opens a scene"),
    "gap.blanks": W(0.5, "more blank lines than this text uses"),
    "gap.mid-talk": W(0.9, "amid talk: a short line may have been dropped"),
    "gap.scattered": W(-3.0, "blank lines vary throughout"),
    "gap.other-marks": W(0.4, "this text marks its breaks otherwise"),
    # ---- captions
    "caption.time": W(1.0, "names a time"),
    "caption.place": W(0.0, "names a place"),
    "caption.view": W(1.6, "names a point of view"),
    "caption.flashback": W(1.2, "marks a flashback"),
    "caption.edge": W(1.8, "says where a flashback begins or ends"),
    "caption.after-caption": W(2.0, "right after another caption"),
    "caption.framed": W(2.0, "framed by ornaments"),
    "caption.stands-out": W(0.8, "set apart by the markup"),
    "caption.after-break": W(1.6, "right after a break or heading"),
    "caption.opens": W(0.9, "the first line of the text"),
    "caption.no-break": W(-1.5, "no break before it"),
    "caption.after-header": W(2.4, "right below the header"),
    "caption.after-pause": W(2.8, "blank lines part it from the scene before"),
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
    "end.amid": W(-1.8, "the story goes on after it"),
    # ---- fields
    "field.strong": W(1.4, "a label of story headers"),
    "field.everyday": W(-1.0, "a label that is an everyday word too"),
    "field.plain": W(0.4, "a known label"),
    "field.colon": W(0.3, "label and colon"),
    "field.dash": W(-0.9, "label and dash"),
    "field.bold": W(1.0, "a label in bold"),
    "field.telling": W(-2.4, "the value tells a story"),
    "field.several": W(1.6, "several labels on a line"),
    "field.list": W(0.4, "fandom, pairing, rating and length in one line"),
    "field.site-line": W(4.0, "the header line of a site"),
    "field.value": W(1.4, "the value is what this label takes"),
    "field.caps": W(0.9, "a label in capitals"),
    "field.same-shape": W(1.2, "written like the field above"),
    "field.mail": W(2.0, "the sender of a message"),
    "field.value-below": W(0.8, "the value stands below its label"),
    "field.label-alone": W(0.2, "a label alone on its line"),
    "field.continued": W(0.6, "goes on from the field before"),
    "field.unparted": W(2.4, "a label with its value right behind it, several lines in a row"),
    "field.below-title": W(1.0, "between the title and its byline or header"),
    "field.repeats": W(3.0, "repeats a header field further up"),
    "field.credit": W(1.0, "credits somebody's help"),
    # Three lines that no story has below each other; it stands amid the story, which costs it 2.6.
    "field.box": W(6.0, "in the box that the site sets amid a chapter"),
    "field.wrapped": W(0.8, "no blank line parts it from the field above"),
    # Alone it would be a play's or a chat's line; it is only asked of lines amid fields, which adds zone.among-fields and zone.top.
    "field.unknown-label": W(0.6, "a label of the writer's own"),
    "field.thanks": W(0.4, "thanks somebody"),
    "field.no-value": W(-1.2, "no value behind the label"),
    # ---- titles, bylines, dates, counters
    "title.by": W(1.9, "“Title by Author”"),
    "title.below-matter": W(0.9, "alone between the notes and the story"),
    "title.first-line": W(0.4, "a short first line"),
    "title.capitals": W(1.1, "capitalised like a title"),
    # English titles are capitalised, those of other languages are not, and many a fan writer's neither; prose ends with a stop.
    "title.first-capital": W(0.2, "begins with a capital and ends without a stop"),
    "title.lower": W(-0.5, "not capitalised like a title"),
    "title.announced": W(2.4, "announced as a story"),
    "title.subject": W(2.4, "the subject of a message"),
    "title.counted": W(2.0, "a title with its part"),
    "title.element": W(3.0, "the first heading in the markup"),
    "title.lesser-element": W(-1.6, "a higher heading stands near it"),
    "title.stands-out": W(1.0, "set apart by the markup"),
    "title.before-header": W(1.6, "header fields or a byline follow"),
    "title.untitled-header": W(1.6, "a header that gives no title follows"),
    "author.under-end": W(1.4, "below the end"),
    "title.byline": W(2.2, "a byline stands right below it"),
    "title.same-as-field": W(2.6, "the same words as the title field"),
    "title.same-as-file": W(1.6, "the file is called so"),
    "title.same-as-page": W(3.0, "the page is called so"),
    "title.sentence": W(-2.6, "reads like a sentence"),
    "title.long": W(-0.8, "long, and not capitalised like a title"),
    # "Home" and "Watch" are stories as well as buttons: they lose to a line below, and stand where there is no other.
    "title.header-near": W(1.0, "header fields or a byline follow soon"),
    "title.subtitle": W(-2.0, "written like a subtitle of the line above"),
    "title.later-line": W(-0.2, "other lines above it"),
    # Alone at the top, one word is as often the story's first; with a byline or a header it is a title all the same.
    "title.one-word": W(-0.3, "one word"),
    "title.glued": W(-2.0, "goes on from the paragraph above"),
    "title.in-trail": W(1.8, "the way to the page names it"),
    # More than the site's line weighs that it is as well.
    "title.of-way": W(4.2, "the way to the page ends in it, and nothing else names the story"),
    "title.button": W(-1.2, "a word from a site's buttons"),
    "title.of-site": W(-2.0, "reads like a site's line"),
    "title.volume": W(-2.4, "says which book of a series this is"),
    # A blog prints its own name and motto first, amid the menu; the line right above "Posted by Jane on …" is the entry's.
    "title.named": W(2.0, "the page calls it a title"),
    "title.amid-menu": W(-1.6, "amid the menu of a site"),
    "title.posted-below": W(2.2, "right above who posted it"),
    "title.asks": W(-0.8, "asks or calls"),
    "title.caption": W(-1.6, "reads like a caption"),
    "title.speech": W(-3.0, "within speech"),
    "title.of-document": W(-2.0, "the name of a report or of an article that the story shows"),
    "title.repeated": W(2.2, "the title again"),
    "author.by": W(1.2, "“by” and a name"),
    "author.under-title": W(1.4, "right under the title"),
    "author.bare": W(0.3, "a name without “by”"),
    # Two capitalised words under a title are as often a subtitle as a name, unless a header follows or the words tell.
    "author.no-header": W(-1.4, "no header below it"),
    "author.above-heading": W(-0.6, "a heading below it, no header"),
    "author.handle": W(0.9, "written like a user's name"),
    "author.article": W(-1.8, "begins with an article"),
    "author.absent": W(1.2, "the story never uses its words"),
    "author.used": W(-0.8, "the story uses its words"),
    "author.no-title": W(-2.4, "the line above may be no title"),
    "author.above-title": W(1.2, "right above the title"),
    "author.alone": W(-1.0, "no title and no header with it"),
    "author.same": W(1.6, "the page names its author so"),
    "author.named": W(2.6, "the page calls it an author's name"),
    "author.mail-below": W(2.0, "an address below it"),
    "author.of-page": W(1.8, "the page's title names it beside the story"),
    "author.many-words": W(-1.6, "too long for a name"),
    "author.lower": W(-0.8, "not written like a name"),
    "date.alone": W(-0.4, "a date alone on its line"),
    "date.clock": W(1.2, "with the time of posting"),
    "date.year": W(0.4, "with its year"),
    # Years of posting; "March 1943" under a byline is where the story begins.
    "date.under-byline": W(2.2, "right under the byline"),
    "date.too-early": W(-3.0, "nothing was posted then"),
    "date.posted": W(2.2, "says it was posted"),
    "counter.title": W(2.4, "repeats the part in the title"),
    "counter.alone": W(1.0, "a part counter above the text"),
    "counter.only": W(1.4, "the only part in this file"),
    "field.named-summary": W(2.4, "the page calls it a summary"),
    "field.unlabelled-summary": W(0.8, "stands between title and header like a summary"),
    # ---- disclaimers
    "disclaimer.label": W(2.8, "labelled as a disclaimer"),
    "disclaimer.own": W(0.6, "denies owning something"),
    "disclaimer.own-work": W(1.8, "denies owning the characters, the show, the rights"),
    "disclaimer.not-mine": W(1.6, "not mine"),
    "disclaimer.belong": W(1.2, "says to whom the characters belong"),
    "disclaimer.owner": W(2.0, "says who owns them"),
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
    "note.below-note": W(1.4, "right below another note"),
    "note.bounded": W(1.0, "a break or heading parts it from the story"),
    "note.inline": W(0.3, "a note in brackets stands within it"),
    "note.signature": W(1.8, "a signature under a note"),
    "note.farewell": W(1.4, "signs off, with a name below"),
    "note.bracketed": W(1.0, "in brackets"),
    "note.key": W(0.9, "says what a mark means"),
    "note.keys": W(1.2, "so does the line beside it"),
    "note.speech": W(-2.6, "within speech"),
    # talk to the reader: where it stands; what it says is weighed in talk_weights.py
    "talk.first": W(0.8, "the first paragraph of the text"),
    "talk.apologises": W(1.2, "begins with an excuse"),
    "talk.last": W(0.8, "the last of the text"),
    "talk.after-end": W(2.4, "stands after the end mark"),
    "talk.parted": W(0.9, "parted from the story"),
    "talk.in-diary": W(-1.8, "an entry of the telling, below its day"),
    "talk.below-caption": W(-1.2, "right below a caption"),
    "talk.named": W(4.2, "the page calls it a note"),
    "talk.outside": W(1.2, "outside of the story's place on the page"),
    "talk.greeting": W(1.4, "greets whom the next paragraph talks to"),
    "talk.in-letter": W(-2.4, "a letter's salutation stands above it"),
    "talk.only-text": W(-1.2, "all the text that its chapter has"),
    "talk.beside-note": W(0.9, "beside another note"),
    # Stories that begin below a note were seen to weigh 0.2 and less there, what went on with it 0.6 and more.
    "talk.goes-on": W(0.7, "goes on talking to somebody"),
    "talk.signed-below": W(1.0, "between a note and its sign-off"),
    "talk.run": W(0.9, "all that stands between the edge and a break may be talk"),
    "talk.note-follows": W(1.6, "a note lies between it and the story"),
    "talk.between-notes": W(1.8, "between notes"),
    "talk.labelled": W(-1.6, "bears a label of its own"),
    "talk.like-title": W(-1.8, "could be a title or a heading"),
    "talk.fragment": W(-0.8, "is no sentence"),
    "talk.among-site": W(-1.2, "beside lines of the site"),
    "talk.above-header": W(1.4, "the header goes on below it"),
    "talk.cut-off": W(-1.2, "the story has begun before it"),
    "talk.mild": W(-0.6, "further from the edge of the text"),
    # ---- dedications, epigraphs, contents
    "dedication.for": W(0.8, "“for” and a name"),
    "dedication.words": W(1.9, "dedicated to somebody"),
    "epigraph.source": W(1.4, "a quotation with its source"),
    "epigraph.verse": W(0.4, "short lines like a poem's, with a source below"),
    "epigraph.quoted": W(0.6, "quoted or set apart above the text"),
    "contents.label": W(2.2, "called contents"),
    "contents.lines": W(2.0, "chapter titles with no text between"),
    # ---- chrome. The phrases are whole lines that sites print; a story would have to quote them word for word.
    "chrome.phrase": W(3.4, "a line that the site prints"),
    "chrome.word": W(-0.6, "a word from a site's buttons"),
    # What a page's makers call its parts is said on purpose, but for whole frames, and a title may stand in the site's header.
    "chrome.named": W(2.0, "the page calls it a part of its frame"),
    # The sum of the line's own weights (chrome_weights.py, limit in chrome_reading.py); here is only its name.
    "chrome.reads": W(0.0, "reads like a site's line"),
    "chrome.outside": W(0.9, "outside of the story's place on the page"),
    "chrome.shown": W(-6.0, "within the story's place, on a page with its own furniture outside"),
    "chrome.menu": W(1.8, "nothing but buttons and counts"),
    "chrome.buttons": W(1.4, "nothing but words of buttons"),
    "chrome.above-title": W(0.4, "above the title, among other such lines"),
    "chrome.poster": W(0.2, "the name of who posted the page"),
    "chrome.listed": W(1.6, "an entry of a long menu"),
    "chrome.trail": W(1.2, "the way to a page"),
    "chrome.counts": W(1.0, "a row of counts"),
    "chrome.stamp": W(0.6, "a time of posting"),
    "chrome.between": W(-0.4, "between other lines of the site"),
    "chrome.label": W(0.8, "a label that a site prints"),
    "chrome.head": W(2.6, "a line of a message's head"),
    "chrome.comments": W(2.4, "comments of readers below the entry"),
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
    # More than what any label, site's line or place of a head weighs: the same label stands in a document that the story shows.
    "zone.message": W(-6.0, "persons of the story write to each other so"),
    "zone.letter": W(-3.0, "dates a letter or an entry of the telling"),
    "zone.report": W(-6.0, "belongs to a report that the story shows"),
    "zone.thread": W(-6.0, "belongs to a thread that the story shows"),
    "zone.lyrics": W(-3.0, "lines set apart like it stand between the paragraphs of the story"),
    "zone.among-notes": W(0.8, "beside notes"),
    # What single words weigh is the sum of their own weights (talk_vocabulary.py, limits in talk_single.py); here are only their names.
    "talk.words-said": W(0.0, "words of writers"),
    "talk.words-told": W(0.0, "words of narrators"),
    **{name: W(value, meaning) for name, (value, meaning) in FITTED.items()},
}
"""Reason → weight. Tests check that every reason a detector gives is listed, and that each listed one is given by some detector."""
