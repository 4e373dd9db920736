"""Replies to readers at a chapter's edge: a label ("Review replies:", "To my reviewers:") and lines that begin with a name."""

from __future__ import annotations

from typing import Final

from fic2book.cleaner.patterns import pattern

LONGEST: Final = 120
"""Characters of a label."""

FIRST_WORDS: Final = frozenset(
    "review reviewer reviewers reader reader's readers comment comments replies reply responses answers answering shout shout-outs shoutouts shout-out special thanks thank to my rar réponse réponses "
    "reviewantworten reviewantworten antworten respuestas contestando ответы guest guests".split()
)
"""What such a label begins with; other paragraphs are dismissed unread."""

REPLIES = pattern(
    "note.replies",
    r"""(?:(?:review|comment|reader)s?['’]?s?\s(?:replies|reply|responses?|answers|corner|thanks)|(?:replies|reply|responses?|answers|answering|thanks|thank\syous?|notes?)\s(?:to|for)\s(?:all\s)?(?:of\s)?(?:my\s|the\s|your\s|you\s|these\s|lovely\s)*(?:reviews?|reviewers?|comments?|commenters|readers?|guests?|questions)|to\s(?:all\s)?(?:of\s)?(?:my|the)\s(?:\w+\s){0,2}(?:reviewers|readers|guests?)|
    shout[\s-]?outs?(?:\sto\s.{2,40})?|(?:special\s)?thanks?\s(?:you\s)?(?:so\s(?:very\s)?much\s)?(?:go(?:es)?\s(?:out\s)?)?to|guest\sreviews?|thank[\s-]you['’]?s|rar|réponses?\saux\s(?:reviews|commentaires)|reviewantworten|antworten\sauf\s.{2,20}|respuestas\sa\s.{2,20}|contestando\s.{2,20}|ответы\sна\s.{2,20})(?:\s.{0,40})?""",
    match="Review replies",
    miss="Replies to him were rare",
)

LISTED = pattern(
    "note.replied",
    r"[*~-]?\s?[\w.'@-]{2,25}(?:\s[\w.'-]{1,20}){0,2}\s?(?::|\s[-\N{EN DASH}]{1,2}\s|-{2}|\.{3})\s?\S.{2,600}",
    match="anna_b: Thank you!",
    miss="He went on and it was over",
)
"""A line of replies: a name and what is said to it."""

PATTERNS = (REPLIES, LISTED)


def opens_replies(text: str) -> bool:
    """Whether a paragraph is the label of replies to readers."""
    bare = text.strip("*~_()[]{}- ")
    if len(bare) > LONGEST or bare.split(" ", 1)[0].casefold().rstrip(":") not in FIRST_WORDS:
        return False
    label, sign, _ = bare.partition(":")
    return (bool(sign) or text[-1] in "*~_-)]") and REPLIES.expression.fullmatch(label.strip("*~_- ")) is not None


def is_reply(text: str) -> bool:
    """Whether a paragraph below such a label is one of the replies."""
    return LISTED.expression.fullmatch(text.replace("\n", " ")) is not None
