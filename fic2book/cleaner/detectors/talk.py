"""How much a paragraph talks to the reader about the story instead of telling it.

Each kind of talk counts once; then the share of sentences that hold any decides whether the paragraph is talk or merely touches it.
Speech and narration in the third person count against it. A letter or a diary in the story says "I" and "you" too, but does not speak
of chapters, reviews, betas or canon.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from fic2book.cleaner.detectors.remarks import PATTERNS as REMARKS
from fic2book.cleaner.detectors.remarks import is_remark
from fic2book.cleaner.detectors.talk_words import points
from fic2book.cleaner.document import because
from fic2book.cleaner.lazy import lazy
from fic2book.cleaner.patterns import Pattern, pattern
from fic2book.model import Evidence, Span

LONGEST = 6000
"""Characters of a paragraph that are looked at; notes longer than that are essays, and their beginning tells."""

_WORK = r"(?:story|stories|fic|fics|fanfic|fanfics|fanfiction|one[\s-]?shot|drabble|ficlet|chapter|chappie|chappy|chaps?|prologue|epilogue|sequel|prequel|piece|series|wip|au|oneshot|tale|instal?lment|work)"
_FIC = r"(?:fic|fics|fanfic|fanfics|fanfiction|drabble|ficlet|chappie|chappy|wip|oneshot|one[\s-]shot|songfic|ff|fan\sfiction)"
_WORK_DE = r"(?:geschichte|story|ff|fanfic|fanfiction|kapitel|oneshot|os|fic)"
_WORK_FR = r"(?:histoire|fic|fanfic|fanfiction|chapitre|one[\s-]?shot|os|texte|récit)"
_WORK_ES = r"(?:historia|fic|fanfic|capítulo|one[\s-]?shot|relato|cap)"
_WORK_RU = r"(?:фик\w*|фанфик\w*|глав[аыуе]|рассказ\w*|истори[яиюей]+|работ[аыуе]|драббл\w*|прод[аыу])"

TALK: tuple[Pattern, ...] = (
    pattern(
        "talk.enjoy",
        rf"""\bhope\s(?:that\s)?(?:you(?:\s(?:all|guys|will|do|still|liked?|enjoy))*|y'?all|everyone|people|readers|someone|somebody)\b[^.!?]{{0,25}}\b(?:enjoy(?:ed|s)?|like[ds]?|loved?)\b|(?:^|[.!?]\s+)enjoy\s?(?:!|\.|this|the\s(?:story|chapter|fic|show|ride)|and|\bit\b)|\benjoy\s(?:the\s)?(?:this\s)?(?:new\s)?{_WORK}|\b(?:happy|have\sfun)\sreading\b|\benjoy!+|\bviel\s(?:spaß|vergnügen)\b|\bbonne\slecture\b|\b(?:espero\sque\s(?:les|os|te)\sguste|disfruten|que\slo\sdisfrut)|\bприятного\s(?:чтения|прочтения)|\bнадеюсь,?\s(?:что\s)?(?:вам|понрав)|\bj'espère\sque\s(?:ça|cela|ce|cette|vous)|\bhoffe,?\s(?:es|sie|dass|ihr|euch)\s[^.!?]{{0,20}}(?:gefällt|gefallen|spaß)""",
        match="I hope you enjoy it nevertheless!",
        miss="I hope you die.",
    ),
    pattern(
        "talk.review",
        r"""\br\s?(?:&|and|n|\+)\s?r\b(?!\s?roll)|\b(?:please|pls|plz|do|so|and|don't\sforget\sto|remember\sto)\s(?:please\s)?(?:read\s(?:and|&)\s)?(?:rate\s(?:and|&)\s)?(?:leave\s(?:me\s)?(?:a\s|some\s)?)?(?:review|comment|feedback|kudos)s?\b(?!\s(?:your|the|his|her|our|their|my|on\show|these|those|section))|\b(?:leave|drop|send|give)\s(?:me\s)?(?:a\s|some\s|any\s|your\s)?(?:\w+\s)?(?:review|comment|feedback|kudos|concrit|line)s?\b|\b(?:reviews?|comments?|feedback|kudos|concrit|constructive\scriticism|critici[sz]ms?|flames?|c&c)\s(?:is|are|will\sbe|would\sbe|and\s[\w\s]{2,20}\sare|make|makes|always|welcome|appreciated|loved|=)|\b(?:i'd|i\swould)\s(?:really\s)?(?:love|like)\sto\s(?:know|hear)\s(?:what|how|your|from)|\b(?:get|more|some|for|any|few)\s(?:\w+\s)?reviews\b|\b(?:let|tell)\sme\s(?:know\s)?(?:what|how|if)\s(?:you|y'?all|u)\b[^.!?]{0,30}\b(?:think|thought|like|liked|feel|want)|\bwhat\sdid\s(?:you|y'all)\s(?:all\s|guys\s)?think\?|\bno\sflames\b|\b(?:fav(?:ou?rite)?d?|follow(?:ed)?|subscribe|vote)\s(?:and|&|,)\s(?:review|comment|follow|vote|fav)|\breview(?:s|ers)?\b[^.!?]{0,30}\b(?:please|appreciated|love)|\bconstructive\scritici[sz]m\b|\bfe+ds?\s(?:the|my|a)\s(?:muses?|author|writer|plot)|\btell\sme\swhat\syou\s(?:think|thought)|\bif\s(?:people|anyone|you(?:\sguys)?)\s(?:are|is|want|wants|like)\s[^.!?]{{0,20}}(?:interested|more|sequel|it)\b|
        \bwie\shat\s(?:es\s)?euch\b[^.!?]{0,30}gefallen|\blass(?:t|en)?\s(?:mir\s|uns\s)?(?:doch\s|bitte\s|ruhig\s)*(?:ein(?:e|en)?\s)?(?:paar\s)?(?:review|kommentar|kommi|feedback|rückmeldung)|\bwas\s(?:sagt|meint|haltet)\sihr\b|\bsagt\smir,?\s[^.!?]{0,20}(?:findet|gefallen|denkt)|\b(?:dites|dîtes)[\s-](?:moi|nous)\b|\bvous\sen\s(?:pensez|dites)\b|\bqu'en\s(?:pensez|dites)[\s-]vous|\bpetites?\sreviews?\b|\bvos\s(?:avis|impressions|coms|reviews?|commentaires)\b|\bqué\s(?:les|os|te)\spareció|\bqué\s(?:opinan|piensan|opináis)|\bnos\s(?:leemos|vemos\sen\sel)|\b(?:что\sдумаете|как\sвам\b|ваше\sмнение|ваши\sвпечатления|до\sследующей\sглавы)|
        \b(?:kommentare?|reviews?)\b[^.!?]{0,30}\b(?:freue?n?|willkommen|erwünscht|bitte)|\bfreue?\smich\süber\s[^.!?]{0,20}(?:kommentare?|reviews?|feedback)|\b(?:laissez|donnez)[\s-][^.!?]{0,20}(?:reviews?|commentaires?|avis)|\b(?:reviews?|commentaires?)\b[^.!?]{0,20}(?:bienvenu|s'il\svous)|\b(?:dejen|déjenme|dejad|deja)\s[^.!?]{0,20}(?:reviews?|comentarios?)|\b(?:reviews?|comentarios?)\s[^.!?]{0,20}(?:por\sfavor|bienvenid|agradec)|\b(?:оставляйте|жду|пишите|оставьте)\s[^.!?]{0,20}(?:отзыв|комментари|коммент)|\b(?:отзывы|комментарии)\s[^.!?]{0,20}(?:приветств|рад|жд)""",
        match="Please read and review, let me know what you think.",
        miss="She let him know what was what.",
    ),
    pattern(
        "talk.thanks-reading",
        r"""\b(?:thanks?|thank\s(?:you|u)|thanx|thx|hugs|cookies)\b[^.!?]{0,40}\b(?:for\s(?:all\s)?(?:the\s|your\s|those\s)?(?:\w+\s)?(?:read(?:ing)?|review(?:ing|s)?|comment(?:ing|s)?|feedback|support|following|kudos|sticking|waiting|patience|favou?rit|beta|hits|votes?)|to\s(?:all|every|those|everyone|everybody|anyone|you)\s?(?:of\s)?(?:my\s|the\s|you\s|one\s|those\s)?(?:who\s|that\s)?(?:\w+\s)?(?:review|read|follow|comment|left|favou?rit)|reviewers|readers)|\bdanke\s(?:an\salle|für\s(?:die|eure)\s[^.!?]{0,20}(?:reviews?|kommentare|lesen))|\bmerci\s[^.!?]{0,30}\b(?:reviews?|lecteurs?|lectrices|lire|lu|commentaires)|\bgracias\s[^.!?]{0,30}\b(?:reviews?|leer|comentarios|lectores)|\bспасибо\s[^.!?]{0,30}\b(?:отзыв|чита|комментар|прочтен)""",
        match="Thank you all so much for your reviews!",
        miss="Thank you for the coffee.",
    ),
    pattern(
        "talk.this-story",
        rf"""\b(?:this|that|the|another|next|first|new|an?|here's|my(?:\s(?:first|second|third|new|newest|latest|other|own))?)\s(?:[\w-]+\s){{0,3}}{_FIC}\b|\bthis\s(?:[\w-]+\s){{0,2}}(?:chapter|prologue|epilogue|one-?\s?shot|sequel|prequel)\b|
        \b(?:the|my|a)\s(?:new|next)\s(?:chapter|prologue|epilogue|part|story|one-?\s?shot|sequel|prequel)\b|\bhere(?:'s|\sis|\sit\sis)[,:]?\s(?:the|my|a|another|chapter|part)\b[^.!?]{{0,20}}(?:chapter|part|story|{_FIC})|\bmy\s(?:very\s)?(?:first|second|third|latest|newest|new|other)\s(?:[\w-]+\s){{0,2}}(?:story|stories|attempt)\b|
        \bchapter\s(?:one|two|three|\d+)\sof\smy\b|\b(?:plot|evil)\s?-?bunn(?:y|ies)|\bdas\s(?:nächste\s|erste\s|neue\s)?kapitel\b[^.!?]{{0,30}}(?:gefallen|gefällt|kommt|online)|\b(?:diese?|meine?)\s(?:\w+\s){{0,2}}{_WORK_DE}\b|\b(?:cette|ce|ma|mon|cet)\s(?:\w+\s)?{_WORK_FR}\b|\b(?:est[ea]|mi|el\spróximo)\s(?:\w+\s)?{_WORK_ES}\b|\b(?:эт[аоу]т?|мой|моя|мою|следующ\w+|перв\w+)\s(?:\w+\s)?{_WORK_RU}""",
        match="This is my first fic.",
        miss="This is not how he would die.",
    ),
    pattern(
        "talk.work",
        rf"""\b(?:this|my|that|the\slast|last)\s(?:[\w-]+\s){{0,3}}{_WORK}\b(?!\sof\s)|\bthis\s(?:was|is|came|started|just|all|one|idea|plot|thing)\b[^.!?]{{0,40}}\b(?:idea|plot|written|attempt|response|prompt|mind|head|first\stime)|\b(?:i\s)?(?:got|had)\s(?:this|the|an)\s(?:\w+\s)?idea\b|\ba\slittle\ssomething\b|\bmy\susual\s(?:stuff|style|stories)\b""",
        match="This is my answer to a prompt.",
        miss="This is not how he would die.",
    ),
    pattern(
        "talk.wrote",
        rf"""\b(?:never|first\stime|haven't|not)\s(?:ever\s|really\s)?(?:posted|written|tried\swriting|uploaded|published)\b|\b(?:i|i'(?:m|ve|d)|we)\b[^.!?]{{0,25}}\b(?:wrote|written|writing|write|typed|typing|posting|posted|uploading|uploaded|finish(?:ed|ing)?)\b[^.!?]{{0,40}}\b(?:this|it|{_WORK}|them|these|about|something|smut|fluff|angst)\b|\bmy\s(?:attempt|take|version|try|go|first\stime|muse|muses|beta|entry|contribution|main\sfocus|headcanon|plot)\b|\bwritten\s(?:for|as|in\sresponse|on|at|in\s(?:about\s)?(?:one|an|two|\d))|\bwriter'?s\sblock\b|\bi\s(?:got|had|have)\s(?:this|the|an)\s(?:\w+\s)?(?:idea|urge|inspiration|plot)|\bhabe?\s(?:ich\s)?[^.!?]{{0,30}}geschrieben\b|\bj'ai\s[^.!?]{{0,20}}écrit\b|\bhe\sescrito\b|\b(?:написал|написала|писала?|пишу)\b""",
        match="I wrote this at three in the morning.",
        miss="He wrote the number down.",
    ),
    pattern(
        "talk.beta",
        r"""\b(?:un)?-?beta(?:'?(?:d|ed)|[\s-]read(?:er|ers|ing)?|ing|s)?\b(?!\s(?:waves?|wolf|test|ray|blocker|male|site|team|particle|version|cell))(?![\s-](?:carotene|blockers?))|\b(?:brit[\s-]?pick(?:ed|ing|er)?|cheerlead(?:er|ing)|not\sbetaed|no\sbeta)\b|\bбет[аеуы]\b|\bb[êe]ta[\s-]?(?:lect\w+|leser\w*)""",
        match="Not beta'd, so all mistakes are mine.",
        miss="The alphabet",
    ),
    pattern(
        "talk.update",
        r"""\bupdat(?:e|ed|es|ing)\b|\b(?:tbc|to\sbe\scontinued)\b|\bnext\s(?:chapter|part|chap|update|instal?lment)\b[^.!?]{0,30}|\b(?:post|posting|upload|write|publish)\s(?:the\s)?(?:next|another|more|new|rest|it\ssoon)\b|\bstay\stuned\b|\bmore\s(?:soon|to\scome|chapters)\b|\b(?:on\s)?hiatus\b|\b(?:nächste[sn]?\s(?:kapitel|teil)|prochain\s(?:chapitre)|la\ssuite\s(?:arrive|bientôt|dans)|próximo\scapítulo|actualiz\w+|продолжени[ея]|обновлени\w+|следующ\w+\s(?:глав|част)\w+)""",
        match="I'll try to update next week.",
        miss="Date of birth",
    ),
    pattern(
        "talk.fandom",
        r"""\bcanon(?:ical(?:ly)?|s)?\b(?!\s(?:law|fire|ball))|\bseasons?\s(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|finale)\b|\b(?:the|this|last|next|new|first|second|third|fourth|fifth)\sseason\sof\s[A-Z]|\bs\d{1,2}(?:e\d{1,2})?\b|\bfandoms?\b|
        \b(?:ooc|a\.?u\.?|oc|ocs|otp|crossover|mary[\s-]?sue|slash|fluff|smut|lemon|angst|pwp|songfic|fix[\s-]?it|headcanon)\b|\balternate\suniverse\b|\bout\sof\scharacter\b|\bpost-?\s?(?:canon|series|finale|hogwarts|episode)\b|\b(?:based\son|from|in|after|during)\sthe\s(?:\w+\s)?(?:episode|finale|pilot)\b|\b(?:staffel|saison|temporada|сезон\w*|канон\w*|фандом\w*)\b""",
        match="I am currently on season 7, so this may not be canon.",
        miss="The cannon fired.",
    ),
    pattern(
        "talk.show",
        r"\b(?:this|(?:the|a)\s(?:tv|television))\s(?:show|series|movie|film|book|books|anime|manga|game|comics?)\b|\bthe\s(?:show|series|anime|manga)\b|\bepisodes?\b|\b(?:new|next|last)\sseason\b|\b(?:friendship|relationship|dynamic)\sbetween\b|\b(?:folge|épisode|episodio|сери[ияй])\b",
        match="I love the show.",
        miss="He showed her.",
    ),
    pattern(
        "talk.song",
        r"""\b(?:the\s|all\s)?(?:song|lyrics|songs|title|quote|poem|summary)\s(?:is|are|was|were|comes?|taken|used|credit)\b[^.!?]{0,60}\b(?:by|from)\s|\binspired\sby\b|\blistening\sto\b[^.!?]{0,40}\b(?:wrote|idea|while|when)|\b(?:while|when)\slistening\sto\b""",
        match="The song is called Breathe by somebody.",
        miss="The song was sad.",
    ),
    pattern(
        "talk.site",
        r"""\b(?:ao3|archive\sof\sour\sown|ff\.?net|ffn|fanfiction\.net|fan\s?fiction\s(?:dot\s)?net|tumblr|livejournal|live\sjournal|dreamwidth|wattpad|twitter|discord|patreon|ko-?fi|my\s(?:lj|profile|blog|other\sstories|page|website)|pm\sme|beta\sme|cross-?posted|reposted?|fictionpress|deviantart|fanfiktion\.de|ficbook|фикбук\w*)\b""",
        match="Also on AO3 and Tumblr.",
        miss="The archive of the town",
    ),
    pattern(
        "talk.excuse",
        r"""\b(?:i'?m|i\sam|so|really|very|and|we're)\s(?:so\s|very\s|really\s|truly\s)?sorry\s(?:if|for|that|about|it'?s|this|it)\b[^.!?]{0,60}\b(?:perfect|wait|long|short|late|delay|update|updating|mistake|mistakes|errors?|grammar|spelling|ooc|format|typos?|crappy|bad|chapter|rushed|confus|took|cliffhanger|follow|lame)|(?:^|[.!?]\s+)sorry\s(?:if|for|about|it|this)\b[^.!?]{0,60}\b(?:wait|long|short|late|delay|update|mistakes?|errors?|grammar|spelling|ooc|formatting|crappy|chapter|took|cliffhanger)|\b(?:english|englisch|l'anglais)\s(?:is|isn'?t|ist|n'est)\s(?:not\s)?(?:my|nicht|pas)\b|\bbear\swith\sme\b|\b(?:i\sknow\s)?it'?s\sbeen\s(?:forever|a\swhile|so\slong|ages|a\slong\stime)\b|\b(?:school|work|real\slife|rl|life)\s(?:has\sbeen|is|got|has\sgotten)\s(?:\w+\s)?(?:crazy|hectic|busy|insane|in\sthe\sway)|\bi\ssuck\sat\s(?:summar|writing|titles)|\bfirst\s(?:fic|time\swriting|fanfic|attempt)|\bbe\s(?:nice|gentle|kind)\b""",
        match="I'm sorry if this is a bit rushed.",
        miss="I'm sorry for your loss.",
    ),
    pattern(
        "talk.mistakes",
        r"\b(?:all|any|the)\s(?:remaining\s|other\s|and\sall\s)?(?:mistakes|errors|typos)\b[^.!?]{0,20}\b(?:mine|my\s(?:own|fault))|\balle\sfehler\b|\btoutes?\sles\sfautes\b|\bтапк[иа]\b|\b(?:grammar|spelling)\s(?:mistakes|errors|nazi)",
        match="All remaining mistakes are my own.",
        miss="All his mistakes came back.",
    ),
    pattern(
        "talk.reader",
        r"""\b(?:you\sguys|y'all|(?:dear|my|all\s(?:my|the|you)|fellow|lovely|faithful)\s(?:\w+\s)?(?:readers|reviewers|lovelies|peeps|people|friends|followers)|dear\sreaders?|(?:hi|hey|hello|hallo|hola|salut|bonjour|привет)[\s,]+(?:everyone|everybody|guys|all|there|peeps|people|zusammen|ihr|tout\sle\smonde|à\stous|a\stodos|всем)|ladies\sand\sgentlemen|those\s(?:of\syou\s)?who\s(?:read|review|don't\sknow|haven't|are\sinterested|asked)|if\syou\s(?:like|liked|enjoy|enjoyed|want|have\s(?:any|not|seen)|haven'?t|don'?t\s(?:like|know)|spot|see|find|notice)\b[^.!?]{0,50}\b(?:this|it|read|review|comment|watch|slash|seen|question|suggestion|mistake|error|story|more|sequel|anything|show|episode))\b""",
        match="Hi everyone!",
        miss="Hello, said the man.",
    ),
    pattern(
        "talk.legal",
        r"""\bentertainment\spurposes?\b|\bcopyright\b|\bdisclaimer\b|\b(?:do\snot|don'?t|does\snot|doesn't)\sown\s(?:any|the|these|this|them|it|smallville|anything|nothing)\b|\bno\s(?:money|profit)\b|\binfringement\b|\bbelongs?\sto\s(?:the\s)?(?-i:[A-Z])""",
        match="This is for entertainment purposes only.",
        miss="He did not own a car.",
    ),
    pattern(
        "talk.warning",
        r"""\b(?:warnings?|spoilers?|rated|rating|nc-?17|pg-?13|trigger\swarning|m/m|f/f|m/f|slash|yaoi|yuri|mpreg|het|femslash|non-?con|dub-?con|mild\slanguage|character\sdeath|graphic)\b|\bdon't\s(?:like,?\sdon't\sread|read\s(?:it|this|if))|\bturn\sback\snow\b|\b(?:the\s)?back\sbutton\b|\byou(?:'ve|\shave)\sbeen\swarned\b|\b(?:not\syour\s(?:thing|cup\sof\stea)|if\sthat\s(?:bothers|offends|squicks))|\b(?:warnung|avertissement|advertencia|предупреждени\w+|слэш)\b""",
        match="Warning: this is slash, don't like, don't read.",
        miss="The war was on.",
    ),
    pattern(
        "talk.set",
        r"""\b(?:this|it|story|fic|all|chapter)\s(?:all\s)?(?:takes?\splace|is\sset|happens|occurs|picks\sup)\s(?:before|after|during|in|right|sometime|some\stime|around|about|where|between|immediately|just)\b|^set\s(?:before|after|during|in|sometime|around|between|right|immediately)\b|[.!?]\sset\s(?:before|after|during|sometime|between|right|immediately)\b|\bspielt\s(?:nach|vor|während|in)\b|\bse\s(?:passe|sitúa|ubica)\s(?:après|avant|pendant|después|antes|durante)\b|\bдействие\s(?:происходит|разворачивается)""",
        match="This takes place after Exile, but before Phoenix.",
        miss="He set in motion the wheel.",
    ),
    pattern(
        "talk.sequel",
        r"""\b(?:sequel|prequel|companion\s(?:piece|fic|story)|spin-?off|one-?shot|part\s(?:\d|one|two|three)\s(?:of|in)|trilogy|(?:takes?|set|happens|occurs)\s(?:place\s)?(?:after|before|during|right\safter|around|sometime)\b[^.!?]{0,30}(?:season|episode|book|movie|film|finale|events|series|war|end\sof))\b""",
        match="This is set after the events of the second movie.",
        miss="The sequence was wrong.",
    ),
    pattern(
        "talk.author",
        r"""\b(?:i|i'?m|i'?ve|i'?ll)\s(?:(?:am|have|just|really|know|think|love|loved|hope|wanted|decided|tried|promise|swear|don'?t|do|did|will|apologi[sz]e|can'?t|couldn'?t|currently|finally|also|would|want|always|still|had|going)\b|[a-z]+ed\b)|\bich\s(?:habe|bin|hoffe|weiß|wollte)\b|\bje\s(?:suis|sais|voulais|ne|vais)\b|\bj'ai\b|\b(?:espero|quería|quiero|he\shecho)\b|\b(?:я|мне|мой|моя)\b""",
        match="I am going to continue watching.",
        miss="In the beginning",
    ),
)
"""Kinds of talk to the reader."""

SPEECH = pattern(
    "talk.speech",
    r"[\"\N{LEFT DOUBLE QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}][^\"\N{RIGHT DOUBLE QUOTATION MARK}]{2,300}[,.?!][\"\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{LEFT DOUBLE QUOTATION MARK}]",
    match="“Come in,” he said.",
    miss='the "friendship" of two men',
)

NARRATION = pattern(
    "talk.narration",
    r"\b(?:he|she|they)\s(?:had|was|were|said|asked|looked|turned|walked|felt|knew|thought|took|went|stood|sat|could|would|saw|heard|whispered|nodded|smiled|shook|stared|wondered|didn't|couldn't)\b|\b(?:said|asked|whispered|murmured|replied|muttered)\s(?:he|she|[A-Z]\w+)\b|\b(?:his|her)\s(?:eyes|hand|hands|head|mouth|lips|face|voice|shoulder|arm|arms|back|hair|heart)\b|\b(?:er|sie)\s(?:sagte|war|hatte|sah|ging)\b|\b(?:il|elle)\s(?:était|avait|dit|regarda)\b|\b(?:él|ella)\s(?:era|había|dijo|miró)\b|\b(?:он|она)\s(?:был|была|сказал|сказала|посмотрел|посмотрела)\b",
    match="He looked at her and turned away.",
    miss="The show had a good season.",
)

PATTERNS = (*TALK, SPEECH, NARRATION, *REMARKS)

_FIRST_PERSON_STORY = lazy(
    r"\bI\s(?:said|asked|whispered|nodded|turned|walked|looked|stared|smiled|shook|felt|stood|sat|saw|heard|replied)\b|\bmy\s(?:eyes|hands?|head|mouth|lips|face|voice|arms?|heart|hair)\b"
)
_SENTENCE = lazy(r"[.!?\N{HORIZONTAL ELLIPSIS}]+[\"'”)]*\s+|\n+")


class Talk(NamedTuple):
    """What a paragraph's talk weighs, with its reasons; `kinds` counts the different kinds found."""

    weight: float
    evidence: tuple[Evidence, ...]
    kinds: int
    share: float


CUES = frozenset(
    """enjoy enjoyed enjoys enjoying hope hoping review reviews reviewed reviewing reviewers reviewer r comment comments commented feedback concrit criticism flames kudos thanks thank thanx thx fic fics fanfic fanfics
    fanfiction ficlet drabble oneshot chapter chapters chappie chap prologue epilogue sequel prequel wip au story stories idea plot bunny bunnies wrote written writing write posted posting typed
    muse beta betas betaed beta'd unbeta'd unbetaed betaing update updates updated updating hiatus canon season seasons episode episodes fandom fandoms show series movie anime manga ooc oc otp crossover slash fluff smut
    angst lemon pwp songfic ao3 ff ffn tumblr livejournal lj wattpad discord profile archive sorry mistakes errors typos readers reader everyone guys y'all disclaimer own copyright infringement belongs entertainment
    profit money warning warnings spoiler spoilers rated rating trigger prompt challenge inspired version finished attempt piece part update tuned soon english grammar follow favorite favourite vote tbc continued tumblr
    geschichte kapitel ff kommentare kommentar reviews danke spaß vergnügen hoffe gefällt fortsetzung warnung folge staffel
    histoire chapitre merci lecture bonne commentaires commentaire avertissement saison épisode suite fic
    historia capítulo gracias espero disfruten comentarios advertencia temporada episodio
    фик фика фике фанфик фанфика глава главы главу отзывы отзыв мнение впечатления думаете главы действие spielt review reviews gefallen lasst rückmeldung avis pensez impressions coms opinan pareció leemos takes set комментарии комментарий спасибо чтения прочтения надеюсь бета беты канон канона фандом продолжение работа работы история""".split()
)
"""Words without one of which no paragraph talks to its readers about a story: what most paragraphs are dismissed by."""

CUE_PHRASES = (
    "let me know",
    "more to come",
    "been warned",
    "back button",
    "here's the",
    "my usual",
    "the song is",
    "lyrics are",
    "what you thought",
    "tell me what",
    "little something",
    "got this idea",
    "listening to",
    "been forever",
    "takes place",
    "set after",
)
"""The same for phrases of everyday words."""

TELLING = frozenset(
    {
        "talk.enjoy",
        "talk.review",
        "talk.thanks-reading",
        "talk.this-story",
        "talk.beta",
        "talk.update",
        "talk.fandom",
        "talk.site",
        "talk.mistakes",
        "talk.legal",
        "talk.warning",
        "talk.set",
        "talk.remark",
        "talk.words",
        "talk.words-many",
    }
)
"""Kinds that hardly anybody but a writer says to readers; a narrator may speak of a story, a show or an idea as well."""

_WORD = lazy(r"[\w&]+(?:['.-]\w+)*")


def weigh_talk(text: str, span: Span) -> Talk:
    """How much `text`, which stands at `span`, talks to the reader about the story. The prior is that it does not."""
    text = text[:LONGEST].replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    lower = text.casefold()
    known = points()
    words = {word for word in _WORD.findall(lower) if word in known or word in CUES}
    said = sum(known.get(word, 0) for word in words)
    remark = is_remark(text, said)
    everyday = (
        len(text) > MOST_EVERYDAY and said < max(3, len(text) / 60) and all(known.get(word, 0) < 2 for word in words)
    )
    if (not words or everyday) and not remark and not any(phrase in lower for phrase in CUE_PHRASES):
        return Talk(-4.0, (), 0, 0.0)
    starts = [0, *(match.end() for match in _SENTENCE.finditer(text) if match.end() < len(text))]
    found: dict[str, Evidence] = {}
    talking: set[int] = set()
    for kind in TALK:
        for match in kind.expression.finditer(text):
            found.setdefault(kind.name, because(kind.name, span, f"“{_clip(match.group())}”"))
            if kind.name == "talk.author":
                break
            talking.update((bisect_right(starts, match.start()), bisect_right(starts, match.end() - 1)))
    if remark:
        found["talk.remark"] = because("talk.remark", span, f"“{_clip(text[:60])}”")
        talking.add(1)
    if said >= FEWEST_POINTS:
        name = next(name for least, name in TIERS if said >= least)
        found[name] = because(name, span, ", ".join(sorted(word for word in words if known.get(word, 0) > 1)[:6]))
        talking.update(
            number
            for number, sentence in enumerate(_sentences(lower, starts), 1)
            if sum(known.get(word, 0) for word in {*_WORD.findall(sentence)}) >= FEWEST_POINTS
        )
    share = len(talking) / len(starts)
    evidence = [because("talk.prior", span), *found.values(), because(_share_reason(share), span)]
    speech = len(SPEECH.expression.findall(text))
    telling = len(NARRATION.expression.findall(text)) + len(_FIRST_PERSON_STORY.findall(text))
    if speech and speech >= len(starts) * 0.15:
        evidence.append(because("talk.speech", span))
    if telling >= max(1, len(starts) * 0.3):
        evidence.append(because("talk.narration", span))
    if TELLING.isdisjoint(found):
        evidence.append(because("talk.nothing-telling", span))
    kinds = len(found) - ("talk.author" in found)
    weight = sum(item.weight for item in evidence)
    return Talk(weight, tuple(evidence), kinds, share)


FEWEST_POINTS = 2
"""Points of talk_words.py from which on a paragraph, or a sentence of it, speaks as writers do."""

MOST_EVERYDAY = 60
"""Characters from which on a paragraph whose only cues are everyday words ("read", "book", "hope") is story without a closer look."""

TIERS = ((9, "talk.words-many"), (5, "talk.words"), (FEWEST_POINTS, "talk.words-few"))


def _sentences(text: str, starts: list[int]) -> list[str]:
    return [text[start:stop] for start, stop in zip(starts, [*starts[1:], len(text)], strict=True)]


def _share_reason(share: float) -> str:
    if share >= 0.6:
        return "talk.most"
    return "talk.half" if share >= 0.34 else "talk.few"


def _clip(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 48 else f"{words[:47]}…"
