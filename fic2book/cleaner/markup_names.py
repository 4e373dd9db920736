"""What the page's markup calls its parts, whatever the site: ``nav``, ``footer``, ``entry-title``, ``byline``, ``author-note``.

Names of classes, ids and elements are words that the site's makers chose for what stands there, and they choose alike. One block bears the
names of all elements around it, so a name counts only where it does not hold most of the story too (a body's class "has-sidebar").
The names that hold the story's paragraphs and little else show where the story stands on the page; the rest is outside.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Final, NamedTuple

from fic2book.model import Block

NAMES: Final[dict[str, str]] = {
    "site": """nav navbar navigation navi menu menue submenu breadcrumb breadcrumbs crumbs footer foot fuss pied pie copyright sidebar widget share
        sharing social pager pagination paging toolbar tools outils buttons button btn actions login signin search searchbox cookie cookies
        banner advert ads sponsor related recommended recommendations respond kudos masthead userbar userlinks webring counter guestbook
        signature sig postprofile userinfo commentlist commentform reviewbar kommentare commentaires comentarios linkbar skip topbar
        bottombar subscribe newsletter permalink site blog usertitle userdetails userextras usergroup authorinfo posterinfo memberinfo avatar rank
        posthead postfoot postcontrols postbuttons threadtools topictools signaturecontainer moderatorbar widgettitle""",
    "comments": "comments comment reviews review replies reply responses",
    "title": "title storytitle fictitle entrytitle posttitle worktitle subject headline titre titulo heading",
    "author": "author byline username creator writer penname poster postedby pseud nickname autor auteur",
    "note": "note notes authornote authornotes an afterword foreword endnotes",
    "summary": "summary synopsis blurb description teaser",
}
"""Kind → words of the names that say it. Words of comments count only below the story: sites call notes beside a chapter so too."""

OF_CHAPTER: Final = ("part-comment", "chapter-comment", "author-comment")
"""Beginnings of names of notes that speak of comments."""

HELD: Final = 0.25
"""Share of the story's words from which on a name holds the story, whatever it says."""

HOLDS: Final = 0.85
"""Share of the story's words that the names of its place hold at least."""

TITLES: Final = 4
"""Blocks from which on a name says what kind of part stands there, not which is the story's title or author."""

PROSE: Final = 8
"""Words of a paragraph that counts for where the story is."""

_WORDS: Final = re.compile(r"[^\W\d_]+")


class Page(NamedTuple):
    """What the names say of each block: its kinds, and the blocks that lie outside of the story's place (none where no place is known)."""

    kinds: dict[int, frozenset[str]]
    outside: frozenset[int]
    first: int  # of the blocks in the story's place
    last: int

    def calls(self, index: int, kind: str) -> bool:
        """Whether a block is called something of that kind."""
        return kind in self.kinds.get(index, ())

    def below(self, index: int) -> bool:
        """Whether a block lies below the story's place."""
        return index in self.outside and index > self.last


NOWHERE: Final = Page({}, frozenset(), 0, 0)


def read_names(blocks: Sequence[Block], words: Sequence[int]) -> Page:
    """The page of `blocks` with so many `words` each."""
    members: dict[str, list[int]] = defaultdict(list)
    for index, block in enumerate(blocks):
        if block.hint:
            for name in block.hint.split():
                members[name].append(index)
    if not members:
        return NOWHERE
    prose = [count if count >= PROSE else 0 for count in words]
    whole = sum(prose) or 1
    held = {name: sum(prose[index] for index in found) / whole for name, found in members.items()}
    kinds = _kinds(members, held)
    place = _place(members, held, len(blocks))
    inside = set(members[place]) if place else set(range(len(blocks)))
    outside = frozenset(index for index in range(len(blocks)) if index not in inside)
    return Page(kinds, outside, min(inside), max(inside))


def _place(members: dict[str, list[int]], held: dict[str, float], count: int) -> str:
    """The name that holds nearly all of the story and the fewest other blocks, "" where none leaves any out."""
    names = [name for name, share in held.items() if share >= HOLDS and len(members[name]) < count]
    return min(names, key=lambda name: (len(members[name]), name), default="")


def _kinds(members: dict[str, list[int]], held: dict[str, float]) -> dict[int, frozenset[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    for name, indices in members.items():
        if held[name] >= HELD:
            continue
        said = {_KINDS[word] for word in _WORDS.findall(name) if word in _KINDS}
        if "note" in said or name.startswith(OF_CHAPTER):
            said = said - {"comments", "author", "title"} | {"note"}
        if "site" in said:
            said = said - {"title", "author"}  # "site-title", "signature author"
        if len(indices) >= TITLES:
            said -= {"title", "author"}
        for index in indices if said else ():
            found[index] |= said
    return {index: frozenset(said) for index, said in found.items()}


_KINDS: Final = {word: kind for kind, words in NAMES.items() for word in words.split()}
