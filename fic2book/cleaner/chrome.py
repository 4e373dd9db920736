"""Furniture of the site a story was copied from: menus, stamps, buttons, message heads.

Whole lines that sites print are known by heart, site by site. Words that are buttons too ("Up", "Share", "Top") count only beside
other lines of the kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from fic2book.cleaner.document import Document
from fic2book.cleaner.fields import mail_head
from fic2book.cleaner.patterns import Pattern, pattern, undecorated
from fic2book.model import Finding

LONGEST = 400
"""Characters of a line of furniture; eFiction's notice of rights has about 300."""

_NUMBER = r"[\d.,]+\s?[km]?"

SITES: tuple[Pattern, ...] = (
    pattern(
        "archiveofourown",
        r"""(?:posted\soriginally\son\sthe\sarchive\sof\sour\sown(?:\sat\s.*)?|preface|work\sheader|chapter\stext|work\stext:?|afterword|see\sthe\send\sof\sthe\s(?:work|chapter)\sfor\s.*notes.*|\(?see\sthe\send\sof\s(?:the|this)\s.*\)?|
        please\sdrop\sby\sthe\sarchive\sand\scomment.*|works?\sinspired\sby\sthis\sone:?.*|actions|entire\swork|←?\s?previous\schapter|next\schapter\s?→?|chapter\sindex|hide\screator['’]s\sstyle|kudos|bookmarks?|comments?:?(?:\s\(\d+\))?|
        .{1,80}\sand\s\d+\sguests?\sleft\skudos\son\sthis\swork!?|\d+\sguests?\s(?:has|have)\sleft\skudos.*|post\scomment|you\scan['’]t\scomment\son\sthis\swork.*|[↑]?\s?top|download|share|subscribe|mark\sfor\slater|
        chapter\smanagement|collections|this\swork\swas\sposted\sin\s.*|archive\sof\sour\sown(?:\sbeta)?|skip\sto\smain\scontent|(?:notes\s)?(?:for\sthe\schapter:?)|\(see\sthe\send\sof\sthe\s.*\)|add\sbookmark|hide\scomments(?:\s\(\d+\))?|view\s(?:full-page\s)?index|more\snotes\sat\sthe\send.*|
        works?\sin\sthis\sseries:?)""",
        match="Please drop by the Archive and comment to let the creator know if you enjoyed their work!",
        miss="The preface was long.",
    ),
    pattern(
        "fanfiction.net",
        r"""(?:(?:favou?rite\s?:?\s?|follow\s?:?\s?)(?:story|author)(?:\s.*)?|review\sthis\s(?:story|chapter)(?:\s?/\s?chapter)?|return\sto\stop|desktop\smode.*|twilight\smode.*|add\sto\scommunity|report\s(?:abuse|possible\sabuse)|fanfiction\s?\.\s?net(?:\s.*)?|unleash\syour\simagination.*|
        the\sauthor\swould\slike\sto\sthank\syou\sfor\syour\scontinued\ssupport.*|your\sreview\shas\sbeen\sposted\.?|a-?\s?a\+?|<?\s?prev\s?\|?\s?(?:next\s?>?)?|next\s?>|share\s?:?\s?(?:email\s?,?\s?)?(?:facebook|twitter|pinterest|google\+?)?.*|font\ssize.*|expand\stighten|abc\sabc|full\s3/4\s1/2.*|
        books?\s»\s.*|(?:tv\sshows?|anime|movies|games|comics|misc)\s?»\s.*|status:\scomplete|private\smessage|follow/fav.*|story\sstory|type\syour\sreview\s.*)""",
        match="Review this Story/Chapter",
        miss="He returned to the top of the hill.",
    ),
    pattern(
        "livejournal",
        r"""(?:previous\s(?:post|entry)(?:\s?[|·•/]?\s?(?:share)?\s?[|·•/]?\s?next\s(?:post|entry))?|next\s(?:post|entry)|up|share(?:\sthis)?(?:\snext\sentry)?|share\snext\sentry|flag(?:\sthis)?|link|reply|thread|parent|expand|collapse|\(?link\)?|(?:\(\s?)?(?:reply|parent|thread|link|expand|collapse|reply\sto\sthis)(?:\)?\s?\(?(?:reply|parent|thread|link|expand|collapse|reply\sto\sthis)){1,4}\)?|
        (?:leave|post|add)\sa?\s?(?:new\s)?comment.*|post\sa\snew\scomment|\d+\scomments?(?:\s?[|·•\-–—,]\s?.{0,40})?|no\scomments|(?:\(?\d+\s)?(?:reply|replies|comment)s?\)?|add\sto\smemories|tell\sa\sfriend|track\sthis|edit\s(?:entry|tags)|memories|log\sin|create\san\saccount|
        (?:\[info\]\s?)?[\w-]{2,25}\s(?:\((?:\[info\]\s?)?[\w-]{2,25}\)\s)?(?:wrote|posted|posting)\s?(?:in\s(?:\[info\]\s?)?[\w-]{2,30})?\s?[,:]?(?:\s@?\s?\d{4}-\d\d-\d\d.*)?|        (?:current\s)?(?:mood|music|location|entry\stags|security|crossposts?|icon|userpic|journal)\s?:\s.{0,90}|current\s(?:mood|music|location)\s?:?\s?.{0,80}|\(no\ssubject\)|subject:\s\(no\ssubject\)|\[(?:personal\sprofile|info|community\sprofile|userinfo|lj\suser)\].{0,60}|\[info\].{0,40}|
        (?:this\sentry\swas\s)?(?:originally|cross-?)\s?posted\s(?:at|from|to|on)\s.{0,160}|.{0,60}comment\scount\sunavailable.{0,60}|(?:read\s|view\s)?(?:user\s)?profile|friends\spage|recent\sentries|archive|calendar|collapse\sall.*|<?\s?back\sto\s(?:entries|journal).*|poll\s?\#\d+.*|view\sanswers|open\sto:\s.*|\w{2,25}['’]s\s(?:journal|livejournal)|page\sof\s\d+.*|comments\sfor\sthis\spost\s.*|frozen|screened|deleted)""",
        match="Previous post",
        miss="He looked up.",
    ),
    pattern(
        "wattpad",
        rf"""(?:(?:wattpad\s?)?[·\-–—]?\s?where\sstories\slive\.?(?:\sdiscover\snow\.?)?|discover\snow|continue\sreading(?:\snext\spart)?|you['’]ll\salso\slike|get\snotified\swhen\s.*|
        {_NUMBER}\s(?:reads?|votes?|views?|comments?)(?:[\s·•|,]+{_NUMBER}\s(?:reads?|votes?|comments?|parts?)){{0,3}}|reads?|votes?|{_NUMBER}(?:\s+{_NUMBER}){{1,2}}|add\sto\slibrary|vote|read\smore|start\sreading|table\sof\scontents\s.*last\supdated.*|ongoing|mature|completed?(?:\sstory)?|more\sparts|promoted\sstories)""",
        match="12.3K Reads 345 Votes 6 Comments",
        miss="He reads the votes.",
    ),
    pattern(
        "forum",
        r"""(?:last\sedited\s(?:by|on)\s.*|(?:edited\s(?:by|on)|this\spost\s(?:has\sbeen|was)\sedited)\s.*|return\sto\s[“"]?[A-Z].{1,60}|top|users\sbrowsing\sthis\sforum.*|who\sis\sonline|board\sindex.*|jump\sto:?.*|posts:\s?[\d,]+|joined:?\s.{4,30}|page\s\d+\sof\s\d+.*|post(?:ed)?\sby\s[\w\s.-]{2,30}(?:\s»\s.*)?|
        quote|report(?:\sthis\spost)?|reply\swith\squote|re:\s.{1,90}|display\sposts\sfrom.*|powered\sby\s.{2,60}|all\stimes\sare\s.*|(?:post|topic)\s(?:reply|subject).*|senior\smember|full\smember|junior\smember|newbie|like\sthis|threadmarks?.*|reader\smode|location:\s.{2,40}|back\sto\stop)""",
        match="Users browsing this forum: No registered users and 1 guest",
        miss="The top of the hill",
    ),
    pattern(
        "archive",
        r"""(?:this\sstory\sarchived\sat\s.*|\[?\s?reviews?\s?[-–—:]\s?\d+\s?\]?|back\sto\s(?:the\s)?(?:index|list|archive|stories|main\spage|top)|printer(?:\sfriendly)?.*|chapter\sor\sstory|report\sthis|you\smust\slog\s?in\s.*|skins?|for\spersonal\suse\sonly\.?.*|(?:all\s)?(?:stories|works)\s.*for\spersonal\suse\sonly.*|default|(?:go\sto\s)?(?:next|previous|last|first)\s(?:chapter|story|part|page)(?:\s?[|>»]+.{0,30})?|«?\s?previous\s?[|·]\s?next\s?»?|
        (?:submit|write|post)\sa\sreview|table\sof\scontents\s?\[.*|home\s?\|\s?.*|\[?\s?back(?:\sto\s.{2,40})?\s?\]?|main\spage|site\smap|please\spost\sa\scomment\son\sthis\sstory\.?|read\scomments\.?|legal\sdisclaimer:\sthe\sauthors\spublished\shere.*|supporters?|if\syou\s(?:enjoyed|like)\sthis\sstory,?\splease\ssend\sfeedback\sto\s.*|send\s(?:feedback|comments?)\sto\s.*|read\s(?:user)?reviews.*|hosted\sby\s.*|
        (?:наверх|назад|вперёд|вперед|оглавление|комментировать|комментарии(?:\s\(\d+\))?|поделиться|нравится(?:\s\d+)?|отзывы(?:\s\(\d+\))?|в\sсборник|скачать|следующая\sглава|предыдущая\sглава|примечания\sавтора:?)|(?:nach\soben|zurück(?:\szur\sübersicht)?|weiter|nächstes\skapitel|voriges\skapitel|review\s(?:schreiben|hinterlassen)|drucken|seite\s\d+\svon\s\d+)|(?:haut\sde\spage|chapitre\s(?:suivant|précédent)|retour(?:\sà\s.{2,30})?|laisser\sune\sreview)|(?:capítulo\s(?:siguiente|anterior)|volver(?:\sarriba)?|dejar\sun\s(?:review|comentario)))""",
        match="This story archived at http://www.example.org/viewstory.php?sid=12",
        miss="He went back to the archive.",
    ),
    pattern(
        "usenet",
        r"""(?:newsgroups|message-id|organization|lines|x-[\w-]+|xref|path|references|reply-to|nntp-posting-[\w-]+|content-[\w-]+|mime-version|user-agent|in-reply-to|sender|followup-to|approved|to|cc|received|return-path|delivered-to|mailing-list|precedence|list-[\w-]+|status)\s?:\s.{0,200}|
        (?:to\s(?:un)?subscribe|to\sunsubscribe).{0,150}|yahoo!?\sgroups.{0,80}|-{2,}\s?(?:original|forwarded)\smessage\s?-{2,}|your\suse\sof\syahoo.{0,80}|do\syou\syahoo.{0,60}|get\syour\sfree\s.{0,60}|.{0,40}groups\.yahoo\.com.{0,60}|_{10,}\s?mailing\slist.{0,40}|[\w.-]+\smailing\slist""",
        match="Newsgroups: alt.tv.example.creative",
        miss="Lines of men",
    ),
)
"""Lines of furniture, site by site; the pattern's name is the site's."""

MAIL = pattern("chrome.mail", r"(?:sent|to|newsgroups|message-id|organization)\s?:\s?\S.{0,150}", match="To: fic-list@example.org", miss="To here from there")

ADDRESS = pattern("chrome.address", r"(?:https?://|www\.)\S{4,250}", match="http://example.org/12345.html", miss="see http://example.org for more")

PATTERNS = (*SITES, MAIL, ADDRESS)

WORDS: Final = frozenset(
    "up top share link reply thread parent expand collapse flag quote report default skin skins kudos bookmark bookmarks comments comment actions memories archive calendar profile "
    "download subscribe vote votes read reads ongoing mature index back home frozen complete completed screened deleted preface afterword print printer supporter supporters newbie next previous "
    "collections downloads weiter drucken retour volver наверх назад вперёд вперед оглавление комментарии поделиться скачать".split()
)
"""Buttons that are everyday words too: they count only beside other lines of their site."""


PHRASES: Final = frozenset(
    phrase.strip()
    for phrase in """previous entry | previous post | next entry | next post | share | share next entry | add to memories | memories | tell a friend | link | reply | thread | leave a comment | post a new comment | post a comment |
    comments | track this | flag | flag this | edit entry | edit tags | up | home | top | back | index | next | previous | next chapter | previous chapter | first | last | read comments | add comment | view comments | report |
    report abuse | print | printer | email | facebook | twitter | pinterest | tumblr | google+ | bookmark | subscribe | kudos | download | vote | read | reads | votes | completed | complete | ongoing | mature | follow | favorite | favourite |
    add to library | part story | parts | part | views | log in | login | sign up | register | create an account | search | help | faq | about | contact | rss | profile | archive | friends | calendar | userinfo | user info | back to top |
    return to top | table of contents | reviews | write a review | desktop mode | full 3/4 1/2 | entire work | chapter index | hide comments | journal | recent entries | user profile | memories of this | watch""".split("|")
)
"""Buttons and counts that menu lines are strung together from."""


def is_menu(text: str) -> bool:
    """Whether a line is nothing but buttons and counts: "Previous Entry | Share | Next Entry", "4.2K Reads 311 Votes 28 Part Story"."""
    words = [word for word in _BETWEEN.split(text.casefold()) if word]
    if not 2 <= len(words) <= 24:
        return False
    at = found = 0
    while at < len(words):
        if _COUNT.fullmatch(words[at]):
            at += 1
            continue
        size = next((size for size in (4, 3, 2, 1) if " ".join(words[at : at + size]) in PHRASES), 0)
        if not size:
            return False
        at += size
        found += 1
    return found >= 2 or (found == 1 and len(words) == 2 and _COUNT.fullmatch(words[0]) is not None)


_BETWEEN = re.compile(r"[\s|·•,!↑←→()\[\]/:<>«»\N{EN DASH}\N{EM DASH}-]+")
_COUNT = re.compile(r"[\d.]+[km]?")


def is_furniture(line: str) -> bool:
    """Whether a line alone is furniture beyond doubt."""
    return any(site.expression.fullmatch(line) and _weight_of(line, site.name) == "chrome.phrase" for site in SITES) or is_menu(line)


def find_chrome(document: Document) -> Iterable[Finding]:
    """Findings of role "chrome", valued with the site's name."""
    found: dict[int, tuple[str, list[str]]] = {}
    for index, text in enumerate(document.texts):
        if not text or len(text) > LONGEST or not (index < 40 or len(document.texts) - index <= 40 or _first(text) in FIRST_WORDS):
            continue
        site, reason = _read(document, index, text)
        if site:
            found[index] = (site, [reason])
    for index in _signature(document):
        found[index] = ("usenet", ["chrome.signature"])
    for index in _comments(document, found):
        found.setdefault(index, ("comments", ["chrome.comments"]))
    for index, (site, reasons) in found.items():
        near = any(other in found for other in (index - 3, index - 2, index - 1, index + 1, index + 2, index + 3))
        if near or reasons[0] != "chrome.phrase":
            reasons.append("chrome.among" if near else "chrome.alone")
        yield document.propose("chrome", index, index, reasons, value=site)


def _first(text: str) -> str:
    return text[:24].split(" ", 1)[0].casefold().strip("([«<←↑:.")


FIRST_WORDS: Final = frozenset(
    "posted preface work chapter afterword see (see please works entire favorite favourite follow review return desktop twilight fanfiction unleash previous next share up leave post add current mood music location "
    "this originally cross-posted crossposted comment poll where continue you'll get last edited users board jump joined page report printer for submit tags status go newsgroups message-id x- path organization".split()
)
"""First words of lines of furniture that may stand anywhere in a long text; the rest is looked for near its ends only."""


def _read(document: Document, index: int, text: str) -> tuple[str, str]:
    line = text if "\n" not in text else text.replace("\n", " ")
    if index < 12 and MAIL.expression.fullmatch(line) and mail_head(document):
        return "usenet", "chrome.head"
    if ADDRESS.expression.fullmatch(line):
        return "address", "chrome.label"
    bare = undecorated(line)
    for site in SITES:
        if site.expression.fullmatch(line) or (bare != line and site.expression.fullmatch(bare)):
            return site.name, _weight_of(line, site.name)
    if is_menu(line):
        return "menu", "chrome.menu"
    return "", ""


def _weight_of(line: str, site: str) -> str:
    plain = line.casefold().strip(" .!:()[]←→↑<>|")
    if plain in WORDS or len(plain) <= 3:
        return "chrome.word"
    if site == "usenet" or (":" in line[:24] and not plain.endswith(" text")) or plain.replace(",", "").replace(".", "").replace(" ", "").replace("k", "").isdigit():
        return "chrome.label"
    return "chrome.phrase" if len(plain.split()) >= 2 else "chrome.word"


OPENS_COMMENTS = re.compile(r"\(?(?:post|leave|add) a (?:new )?comment\)?|comments?:?(?: \(\d+\))?|\d+ comments?|post comment", re.IGNORECASE)
CLOSES_COMMENT = re.compile(r"\(?reply(?: to this)?\)?(?: ?\(?(?:parent|thread|link)\)?)*|\(?link\)?", re.IGNORECASE)
MOST_COMMENTS = 0.3
"""Share of a file's words that its readers' comments may have; an entry with more is a page of comments."""


def _comments(document: Document, found: dict[int, tuple[str, list[str]]]) -> Iterator[int]:
    """What readers wrote below an entry: from the comment button to the end, when replies can be made there."""
    opening = next((index for index in sorted(found) if OPENS_COMMENTS.fullmatch(document.texts[index])), -1)
    count = len(document.blocks)
    if opening < count // 2 or document.words_between(opening, count) > MOST_COMMENTS * sum(document.words):
        return
    if any(CLOSES_COMMENT.fullmatch(text) for text in document.texts[opening + 1 :] if len(text) < 60):
        yield from range(opening + 1, count)


def _signature(document: Document) -> Iterator[int]:
    """A line of two dashes and a space near the end, and the few lines below it."""
    count = len(document.blocks)
    for index in range(max(0, count - 6), count):
        block = document.blocks[index]
        written = document.source[block.span.start : block.span.stop]
        if document.texts[index] == "--" and written.strip("\n").rstrip() == "--" and document.words_between(index + 1, count) <= 40:
            yield from range(index, count)
            return
