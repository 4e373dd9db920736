"""Remarks of one line that writers set above or below a story without a label: for whom it is, after what it is set, what comes next.

Each shape begins its paragraph. They are looked for at the edges of a text and its chapters only, and not in speech.
"""

from __future__ import annotations

from fic2book.cleaner.lazy import lazy
from fic2book.cleaner.patterns import pattern

_FIC = r"(?:story|fic|fanfic|ficlet|drabble|one-?\s?shot|chapter|piece|remix|sequel|prequel|translation|podfic|crossover|au|songfic|vignette|gift|present|response|tag|coda|series|trilogy|part)"
_FEAST = r"(?:birthday|christmas|xmas|holidays?|hanukkah|new\syear|easter|halloween|valentine|solstice)"

FOR = pattern(
    "talk.remark-for",
    rf"""(?:okay,?\s|so,?\s|just\s)?(?:this\s(?:one\s|{_FIC}\s)?(?:is|goes\sout|was\swritten|was\sdone)\s(?:for|to)\s(?-i:[A-Z@*_]|[a-z]+[_\d]|all|every|anyone|those|the\s\w+\s(?:challenge|prompt|fest|exchange|community))|
    (?:an?\s)?(?:\w+\s){{0,2}}(?:gift|present|fic|ficlet|drabble|treat|story)\sfor\s(?-i:[A-Z@*]|[a-z]+[_\d]|my|all)|happy\s(?:belated\s)?{_FEAST}\b|merry\s(?:christmas|xmas)\b[^"”]*\b(?-i:[A-Z])\w+!?$|
    for\sthe\s.{{2,60}}\b(?:challenge|prompt|prompts|fest|ficathon|exchange|bingo|meme|community|flashfic|big\sbang|secret\ssanta)\b|(?:written|made|done)\s(?:for|as\sa|in\sresponse|because|at|while|during|after|in\sone|in\sabout)\b|(?:my\s)?(?:entry|response|contribution|answer|fill)\s(?:for|to)\b|
    (?:ein\s)?geschenk\sfür|für\s(?-i:[A-Z])\w+,\s(?:weil|die|der|zum)|pour\s(?-i:[A-Z])\w+,\s(?:qui|parce)|para\s(?-i:[A-Z])\w+,\s(?:que|por)|для\s(?-i:[А-ЯЁ])\w+,\s(?:котор|потому))""",
    match="This is for Mia, who held my hand.",
    miss="This is for the best, he said.",
)

ABOUT = pattern(
    "talk.remark-about",
    r"""(?:(?:this|it)(?:'s|\sis|\swas)\s(?:\w+\s){0,3}(?:my\s(?:first|second|third|take|attempt|entry|\d)|(?:an?|the|my|part\s\w+\sof)\s(?:[\w-]+\s){0,4}(?:fic|fanfic|ficlet|drabble|one-?shot|remix|sequel|prequel|translation|songfic|crossover|au|slash|companion)\b|(?:the\s(?:first|second|third|fourth|fifth|last|next)|part|book)\s.{0,30}\b(?:series|trilogy|verse|universe|saga|arc)\b)|
    (?:an?\s|my\s)?(?:remix|sequel|prequel|companion(?:\s(?:piece|fic))?|translation|tag|coda|missing\sscene|fill|outtake|follow-?up)\s(?:of|to|for|from)\s["'“«]?(?-i:[A-ZА-ЯЁ])|
    inspired\sby\b|based\s(?:on|loosely|off)\b|spoilers?\s(?:for|up|through|to)\b|set\s(?:in|after|before|between|during|right|shortly|sometime|post|pre|\w+\s(?:days|weeks|months|years)\s(?:after|before))\b|takes?\splace\b|post-(?-i:[A-Z])|pre-(?-i:[A-Z])|au\b[,.:\s].{3,}|
    missing\sscene|episode\s(?:tag|coda)|(?:all\s|the\s)?(?:lyrics|song|title|quotes?|poem|cut[\s-]?text|epigraph)\b.{0,40}\b(?:is|are|was|were|by|from|belongs?|comes?|courtesy|taken)\b.{3,}|\d[\d,.]*\swords\b.{0,60}|(?:exactly|about|around|approximately)\s\d+\swords\b|
    rated\s(?:r|pg|pg-13|nc-17|m|t|k\+?|g|e|for)\b|(?:the\s)?rating\s(?:is|may|might|will|has)\b|contains?\s(?:\w+\s){0,3}(?:slash|spoilers|violence|language|smut|sex|death|swearing|mentions)|(?:not\s|un)-?\s?beta|no\sbeta|(?:thanks|thank\syou|love|hugs|kudos|credit)\s(?:\w+\s){0,3}to\s(?:my\s|the\s)?(?:\w+\s){0,3}(?:beta|(?-i:[A-Z])\w+\s(?:for|who))|
    spielt\s(?:nach|vor|während|in)\b|inspiriert\svon\b|basierend\sauf\b|se\sdéroule\b|inspiré[e]?\s(?:de|par)\b|basad[oa]\sen\b|inspirad[oa]\s(?:en|por)\b|написано\s(?:на|для|по)\b|по\sзаявке\b|перевод\sфика\b|действие\sпроисходит\b|приквел\s|сиквел\s)""",
    match="Inspired by a song of the Quiet Hours.",
    miss="The song ended.",
)

RULES = pattern(
    "talk.remark-rules",
    r"""(?:(?:please\s)?(?:do\snot|don'?t)\s(?:re-?post|copy|translate|archive|plagiari[sz]e|flame|steal\b[^.]*\bstory|use\s(?:my|this)\b|read\s(?:this\s)?if\b)(?!\s(?:me|him|her|them|that|us)\b)|don'?t\slike.{0,10}don'?t\s(?:read|flame|bother)|no\s(?:flames|slash|copyright|reposts?)\b|if\syou\s(?:don'?t\slike|dislike|are\s(?:under|offended|not\sof)|hate|have\s(?:any\s)?(?:questions|requests|ideas)|want\s(?:me\sto\scontinue|more))\b|
    you\s(?:don'?t\s)?(?:need|should|have|might\swant)\s(?:not\s)?to\s(?:have\s)?read\b|read\s(?:the|part|that|my)\b.{2,40}\bfirst\b|can\sbe\sread\s(?:as|alone|without)|also\s(?:posted|available|on|up)\b|cross-?posted\b|originally\s(?:posted|written|published)\b|comments?\s(?:=|and|are|make|is)\s|reviews?\s(?:=|and|are|make|is)\s|flames\s(?:will|are)\b|bitte\snicht\s(?:kopieren|weiter)|ne\spas\scopier|prohibid[oa]\s|не\sкопировать|размещение\s)""",
    match="Please do not repost this.",
    miss="Don't copy me, she said.",
)

KEY = pattern(
    "talk.remark-key",
    r"""["'“‘«*~_\[({</-]{0,3}.{1,24}?["'”’»*~_\])}>/-]{0,3}\s?(?:=|-|:|\N{EN DASH}|is|are|means)\s?(?:\w+\s)?(?:thoughts?|thinking|talking|speech|speaking|dialogue|telepathy|parseltongue|flash-?backs?|emphasis|dreams?|letters?|texting|texts?|mind-?speak|demon|inner|gedanken|sprechen|pensées|paroles|pensamientos|hablando|мысли|речь)\b.{0,80}""",
    match="'blah' = thoughts, \"blah\" = talking",
    miss="He was lost in thoughts",
)

NEXT = pattern(
    "talk.remark-next",
    r"""(?:(?:un)?til(?:l)?\snext\s(?:time|chapter|week|update|part|one)\b.{0,40}|see\s(?:you|ya|y'all)\s(?:guys\s|all\s)?(?:in\sthe\s)?next\s(?:chapter|time|update|part|week)\b.{0,30}|next\s(?:chapter|part|update|one|time)\s?(?::|is|will|should|coming|up|soon|on)\b.{0,80}|more\s(?:soon|to\scome|later)\b.{0,30}|(?:it'?s|this\sis|this\sone(?:'s|\sis)|kinda|a\s(?:bit|little))\s.{0,16}\bshort\b.{0,90}|i\s(?:won'?t|will|'ll|'m\snot)\s.{0,20}\bupdate\b.{0,80}|
    (?:okay|ok|well|so|and|alright|anyway|anyways)?,?\s?(?:that'?s\s(?:it|all)\b.{0,20}\b(?:now|today|folks|everyone|guys|chapter|time)|i'?m\soff\sto\b).{0,80}|(?:previously|last\stime|last\schapter|recap)\s?(?:on|in|:).{0,60}|(?:should|shall)\si\s(?:continue|go\son|write\smore)\b.{0,60}|(?:so|well)?[,?]?\s?(?:good|love\sit|like\sit|hate\sit)\?.{0,80}|press\s(?:the|that)\s.{0,30}\bbutton\b.{0,40}|you\sknow\s(?:what\sto\sdo|the\sdrill|you\swant\sto)\b.{0,60}|
    (?:so\s)?(?:hope|hoped)\s(?:you|y'all|everyone)\s.{0,30}\b(?:liked?|enjoy(?:ed)?)\b(?!.{0,10}\bsaid\b).{0,80}|tell\sme\s(?:what|if)\s(?:you|u)\b.{0,60}|bis\s(?:zum\snächsten|dann|bald|nächstes)\b.{0,60}|à\s(?:bientôt|la\sprochaine|très\svite)\b.{0,60}|hasta\s(?:el\spróximo|la\spróxima|pronto)\b.{0,60}|до\s(?:следующей|новых|скорого)\b.{0,60})""",
    match="Until next time, Quill",
    miss="Next to him she waited.",
)

REPLIES = pattern(
    "talk.remark-replies",
    r"""[\[(*~_-]{0,3}(?:(?:review|comment|reader)\s(?:replies|responses|answers|corner)|(?:replies|responses|answers)\sto\s(?:the\s|my\s)?(?:reviews?|reviewers|comments?)|shout[\s-]?outs?(?:\sto\s.{2,40})?|(?:special\s)?thanks?\s(?:you\s)?to\s(?:(?:all|everyone|everybody)\s.{0,40}|(?:my|the|these)\s(?:\w+\s){0,2}(?:reviewers|readers|betas?).{0,40})|rar|réponses?\saux\s(?:reviews|commentaires)|reviewantworten|antworten\sauf\s.{2,20}|respuestas\sa\s.{2,20}|ответы\sна\s.{2,20})\s?[:\N{EN DASH}-].{0,400}""",
    match="Review replies:",
    miss="Replies to him were rare.",
)

LISTED = pattern(
    "talk.remark-listed",
    r"[*~-]?\s?[\w.'@-]{2,25}(?:\s[\w.'-]{1,20}){0,2}\s?(?::|\s[-\N{EN DASH}]{1,2}\s|-{2})\s?\S.{2,600}",
    match="anna_b: Thank you!",
    miss="He went on and it was over",
)
"""A line of replies: a name and what is said to it."""

PATTERNS = (FOR, ABOUT, RULES, KEY, NEXT, REPLIES, LISTED)

_SHAPES = {
    "FOR": (
        FOR,
        "this okay so just a an my birthday christmas gift present fic ficlet drabble treat story happy merry for written made done entry response contribution answer fill belated early late ein geschenk für pour para для",
    ),
    "ABOUT": (
        ABOUT,
        "this it it's a an my the all remix sequel prequel companion translation tag coda missing fill outtake follow-up inspired based spoilers spoiler set takes take post pre au episode lyrics song title quote quotes poem exactly about around approximately rated rating contains contain not unbeta'd unbetaed unbeta no thanks thank love hugs kudos credit spielt inspiriert basierend se inspiré inspirée basado basada inspirado inspirada написано по перевод действие приквел сиквел",
    ),
    "RULES": (
        RULES,
        "please do don't dont no if you read can also cross-posted crossposted originally comments comment reviews review flames bitte ne prohibido prohibida не размещение",
    ),
    "NEXT": (
        NEXT,
        "until til till see next more it's this kinda a i i'll okay ok well so and alright anyway anyways that's previously last recap should shall good love like hate press you hope hoped tell bis à hasta до",
    ),
    "REPLIES": (
        REPLIES,
        "review comment reader replies responses answers shout shout-outs shoutouts shout-out special thanks thank rar réponses réponse reviewantworten antworten respuestas ответы",
    ),
}
_BY_WORD: dict[str, list[str]] = {}
for _name, (_, _words) in _SHAPES.items():
    for _word in _words.split():
        _BY_WORD.setdefault(_word, []).append(_name)

LONGEST = 500
"""Characters of a paragraph whose beginning is looked at."""

_FIRST = lazy(r"[*~_(\[{<\s-]*([^\s,:!?.;)\]]+)")


_PLAIN_WORDS = frozenset("the a an this it it's my all no not i so and well good like you love as".split())
"""First words that thousands of paragraphs of story begin with."""

_NEXT_CUES = (
    "next",
    "short",
    "updat",
    "folks",
    "off to",
    "previously",
    "last time",
    "last chapter",
    "recap",
    "continue",
    "go on",
    "write more",
    "button",
    "drill",
    "what to do",
    "want to",
    "hope",
    "tell me",
    "more ",
    "?",
    "for now",
    "bis ",
    "bientôt",
    "prochain",
    "próxim",
    "pronto",
    "следующ",
    "скор",
    "новых",
    "time",
    "all",
)


def is_remark(text: str, points: int = 9) -> bool:
    """Whether a paragraph (with straight apostrophes) begins as such a remark does; `points` are its talk_words.py points."""
    if len(text) > LONGEST:
        return False
    first = _FIRST.match(text)
    if first is None:
        return False
    start = text[first.start(1) :].strip()
    word = first[1].casefold().strip("*~_\"'")
    if word.isdigit() or word.startswith(("post-", "pre-")):
        return ABOUT.expression.match(start) is not None
    plain = word in _PLAIN_WORDS
    names = [
        name
        for name in _BY_WORD.get(word, ())
        if not (
            plain
            and (
                (name in ("ABOUT", "RULES") and not points)
                or (name == "FOR" and " for " not in text[:70] and " to " not in text[:70])
            )
        )
        and not (name == "NEXT" and not any(cue in text[:90].casefold() for cue in _NEXT_CUES))
    ]
    if any(_SHAPES[name][0].expression.match(start) is not None for name in names):
        return True
    return (
        len(text) <= 140
        and ("=" in text or "hought" in text or "мысли" in text)
        and KEY.expression.fullmatch(text) is not None
    )


def opens_replies(text: str) -> bool:
    """Whether a paragraph is the label of replies to readers."""
    return (
        len(text) < 120
        and bool(_BY_WORD.get(text.casefold().lstrip("*~_([- ").split(" ")[0].strip(":")))
        and REPLIES.expression.fullmatch(text) is not None
    )


def is_reply(text: str) -> bool:
    """Whether a paragraph below such a label is one of the replies."""
    return LISTED.expression.fullmatch(text.replace("\n", " ")) is not None
