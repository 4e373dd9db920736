"""Disclaimers, labelled or not, legal or joking, wherever they stand above or below a story or chapter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from fic2book.cleaner.detectors.field_labels import read_labels
from fic2book.cleaner.detectors.fields import tight
from fic2book.cleaner.detectors.labels import field_name
from fic2book.cleaner.detectors.talk import weigh_talk
from fic2book.cleaner.document import Document, because
from fic2book.cleaner.patterns import OPENING_QUOTES, Pattern, pattern
from fic2book.lazy import lazy
from fic2book.model import Evidence, Field, Finding

LONGEST = 1500
"""Characters. A longer paragraph is looked at by its first ones: nobody disclaims later than that."""

_THING = r"(?:characters?|shows?|series|rights?|anything|nothing|things?|them|him|her|it|of\sthis|of\sthese|of\sthat|of\sit|of\sthem|franchise|universe|world|plot|story|songs?|lyrics|people|boys|books?|movies?|films?|fandom|this|these|those|any\sof|copyright|stuff|(?-i:[A-Z][\w'’&.-]+))"

CLAIMS: tuple[Pattern, ...] = (
    pattern(
        "disclaimer.own-work",
        rf"""\b(?:i|we|me|the\sauthor)\s?(?:(?:really|still|sadly|unfortunately|obviously|clearly|most\sdefinitely|totally)\s)?(?:do\s?n['’o]?t|do\snot|does\snot|doesn['’]?t|did\snot|never|dun|don['’]t|neither)\s(?:\w+\s)?(?:own(?:ed)?|possess|claim(?:\sto\sown)?|hold)\s(?:the\s|any\s|these\s|this\s|all\s|a\s|any\sof\s|of\s|rights\sto\s|anything\s|to\s)*{_THING}|
        \bown(?:s)?\s(?:none|nothing|no\srights|the\srights|all\s(?:the\s)?rights)\b|\b(?:i|we)\sown\s(?:nothing|none|no\sone|nobody|zilch|nada|zip|only)|\bnot\smy\s(?:characters?|show|world)\b|\b(?:they|these|characters?|boys|everything|everyone|(?-i:[A-Z][a-z]+)|none\sof)\b[^.!?]{{0,40}}\b(?:is|are|ain)(?:\snot|n['’]t)\s(?:mine|ours)\b|\bnone\sof\s(?:this|these|it|them|the\scharacters)\b[^.!?]{{0,40}}\b(?:mine|belongs?|ours)|
        \b(?:не\sпринадлеж\w+|не\sмо[ие]\b|не\sпретенду\w+)|\bgehör(?:t|en)\s(?:leider\s)?(?:alles\s|alle\s)?(?:nicht\s(?:mir|uns)|mir\s(?:nicht|leider\snicht|rein\sgar\snichts)|(?-i:[A-Z]))|\bmir\sgehört\s|\b(?:ne\s)?m['’]appart\w+\s(?:pas|en\srien)|\brien\sne\sm['’]appartient|\bappart\w+\s(?:à\s|aux?\s)(?:(?-i:[A-Z])|leur)|\b(?:no|nada)\s(?:me|de\sesto\sme)\spertenec\w+|\bpertenec\w+\s(?:a|al)\s(?-i:[A-Z])|\bno\sson\smí[oa]s""",
        match="I do not own Harbour Street, its people, or any of its ghosts.",
        miss="I don't own a car.",
    ),
    pattern(
        "disclaimer.own",
        r"\b(?:i|we)\s(?:do\s?n['’o]?t|do\snot|never|don['’]t)\s(?:\w+\s)?own\b",
        match="I don’t own DC",
        miss="He owns it.",
    ),
    pattern(
        "disclaimer.not-mine",
        r"(?:^|[.!?:]\s|\b(?:still|sadly|just|so)\s)(?:so\s)?(?:not\smine|not\sours|nicht\smeine?s?|pas\sà\smoi|no\ses\smío)\b",
        match="Not mine. Still not mine.",
        miss="The child was not mine.",
    ),
    pattern(
        "disclaimer.belong",
        r"""\b(?:characters?|rights?|universe|world|franchise|series|show|everything|everyone|lyrics|all|they|song|boys|the\splot|recogni[sz]\w+)\b[^.!?]{0,80}\b(?:belongs?\s(?:solely\s|entirely\s)?to|(?:is|are)\s(?:the\s)?(?:property|copyright|creation|intellectual\sproperty|owned|©|trademark)\w*\s?(?:of|by)?)\b|\b(?:property|copyright)\s(?:of|by)\s(?-i:[A-Z])|\bown(?:s|ed\sby)\s(?:the\srights|all\s(?:the\s)?(?:rights|characters))|\b(?:jkr|jk\srowling|j\.k\.\srowling|dc\scomics|warner|marvel|disney|paramount|bbc|fox|cw|wb|mgm)\b[^.!?]{0,30}\b(?:own|owns|property|do|does)\b|^(?-i:[A-Z])[\w\s'’:&-]{1,40}\sbelongs?\sto\s(?:the\s)?(?-i:[A-Z])\w+(?:,?\s(?:and\s)?(?-i:[A-Z])\w+){0,5}(?:\W*$|[,.;:]\s(?:and\s|so\s)?(?:i|i['’]m|we|not|no)\b)|\bтолько\s(?:сюжет|мо[йея])\b|\bпринадлеж\w+\s""",
        match="All characters belong to DC Comics.",
        miss="The long road belongs to no one.",
    ),
    pattern(
        "disclaimer.owner",
        r"""^[*(\[]?(?-i:[A-ZА-ЯЁ][\w.]*)(?:\s(?-i:[A-ZА-ЯЁ][\w.]*)){0,3}\sowns?\s(?:them|it\sall|everything|all|these|the\s(?:characters?|rights|world|boys|show|universe)|(?-i:[A-Z]))|\b(?:if|wish|like)\s(?:i|we|only\si)\sown(?:ed)?\s(?!a\b|an\b|my\b|one\b|the\s(?:house|place|land))|\bi\s(?:only\s|just\s|do\s)?own\s(?:the\s(?:plot|idea|story|ocs?)|my\soc|up\sto\snothing)|
        \bthey(?:['’]re|\sare)\s(?:all\s)?(?:his|hers|(?-i:[A-Z])\w+['’]s|theirs)\b|\bbelongs?\sto\s(?:themselves|their\s(?:\w+\s){0,2}(?:owners?|creators?|authors?))|\bown(?:s|ed)?\sthemselves\b|\b(?:all\s)?hail\s(?-i:[A-Z])|\b(?:never|didn['’]t|did\snot)\s(?:really\s|actually\s)?happen(?:ed)?\b.{0,80}\b(?:lies|fiction|made\s(?:it\s)?up|fake)\b|\b(?:i\smade\s(?:it|this|everything)\s(?:all\s)?up|all\slies|it['’]?s\sall\slies)\b|
        \b(?:recogni[sz]e|familiar|look\sfamiliar)\b[^.!?]{0,40}\b(?:not|isn['’]t|ain['’]t)\s(?:mine|my)\b|\bused\swithout\s(?:permission|consent)\b|
        \bson\spropiedad\sde\b|\bprestad[oa]s?\b|\bno\ses?\s(?:mío|nada\smío)\b|\bnão\s(?:me\spertenc\w+|são\smeus|é\smeu|ganho\snada)\b|\bpertenc\w+\sa\s(?-i:[A-Z])|\bnon\s(?:mi|ci)\sappart\w+|\bnon\ssono\smiei\b|\bappart[ei]\w+\sa\w*\s(?-i:[A-Z])|\bscopo\sdi\slucro\b|\bnie\snależ\w+\sdo\smnie\b|\bnależ\w+\sdo\s(?-i:[A-Z])|\bnie\sczerpię\b|
        \brien\sn['’]est\sà\smoi\b|\btout\s(?:est|appartient)\sà\s(?-i:[A-Z])|\bne\sfais\sque\s(?:les\s)?emprunter\b|\ballen?s?\sgehört\s(?-i:[A-Z])|\bleihe?\s(?:sie\s|mir\s|die\s)|\bausgeliehen\b|\bвсе\sправа\sу\b|\bприбыли\sне\b|\bне\sмо[её]\b|\bпринадлеж\w+\s(?-i:[А-ЯЁ])""",
        match="Rowling owns everything.",
        miss="Jane owns a shop.",
    ),
    pattern(
        "disclaimer.profit",
        r"""\bno\s(?:\w+\s){0,2}(?:profit|money|cash|income|gain)\s?(?:is\b|was\b|has\b|will\b|being\b|are\b|to\sbe|made\b|making\b|earned|gained|from\b|off\b|intended|here\b|for\sme)|(?:^|[.,;!]\s)(?:and\s)?no\s(?:money|profit)s?(?=[.,;!]|$)|\b(?:not\s|n['’]t\s|do\snot\s)(?:\w+\s)?(?:mak(?:e|ing)|get(?:ting)?|earn(?:ing)?)\s(?:any\s|a\s|no\s)?(?:\w+\s){0,2}(?:profit|money|cash|cent|dime|penny|income)\b|\bmaking\sno\s(?:money|profit)\b|\bwithout\s(?:\w+\s)?(?:profit|gain)\b|\bnot\s(?:for|intended\sfor)\s(?:\w+\s)?(?:profit|gain|sale)|\bnon-?(?:profit|commercial)\b|\bmaking\s(?:any\s|no\s)?(?:profit|money)\s(?:from|off|out)\b|\bprofit\s(?:is|was|being)\s(?:being\s)?made\b|\b(?:kein(?:en)?\s(?:geld|profit|gewinn)|aucun\s(?:profit|argent)|sin\s(?:fines|ánimo)\sde\slucro|ningún\sbeneficio|no\sgano\snada|выгод\w+\s(?:не\s)?извлека\w+|коммерческ\w+|не\sизвлека\w+)\b""",
        match="No money is being made from this.",
        miss="He counted the money.",
    ),
    pattern(
        "disclaimer.law",
        r"\b(?:copyright\s)?infringement\b|\b(?:please\s|pls\s|so\s)?(?:don['’]?t|do\snot)\ssue\b|\bno\ssuing\b|\bsue\sme\b|\bno\sinfringement\b|\bno\s(?:disrespect|harm|offen[cs]e|libel)\s(?:is\s)?(?:intended|meant)\b|\ball\s(?:other\s)?rights\s(?:reserved|remain|go|belong)\b|\b(?:urheberrecht|droits\sd['’]auteur|derechos\sde\sautor|авторск\w+\sправ\w+|все\sправа)\b",
        match="Please don't sue.",
        miss="Her name was Sue.",
    ),
    pattern(
        "disclaimer.entertainment",
        r"\b(?:for|purely|just)\s(?:\w+\s){0,3}(?:entertainment|fun|amusement|pleasure)\b(?:\s(?:purposes?|only|value))?[^.!?]{0,20}(?:only|purposes?|profit|no\smoney)?|\bwritten\s(?:purely\s|just\s|solely\s)?for\s(?:fun|entertainment|love|enjoyment)\b|\b(?:purely|entirely|completely|a\swork\sof)\sfiction(?:al)?\b|\bfan(?:s|fiction)?\s(?:for|by)\sfans\b",
        match="For entertainment purposes only.",
        miss="He played the entertainer.",
    ),
    pattern(
        "disclaimer.borrowed",
        r"""\b(?:just|only|merely|i['’]?m|am|simply)\s(?:just\s|only\s|merely\s)?(?:borrow(?:ing|ed)|playing\s(?:with|in)|tak(?:e|ing)\sthem\s(?:out\s)?for|toying|using\sthem)\b|\b(?:i['’]?ll|will|promise\sto|i)\s(?:\w+\s)?(?:put|give|return|send)\sthem\sback\b|\bplaying\sin\s(?:the|their|his|her|someone|somebody)\w*\s(?:\w+\s){0,3}sand\s?box|\bleihe\s(?:sie\s)?mir\b|\bje\s(?:ne\sfais\sque\s)?(?:les\s)?emprunte\b|\btomados?\sprestad""",
        match="I'm just borrowing them for a while, I'll give them back unharmed.",
        miss="He was just leaving.",
    ),
    pattern(
        "disclaimer.wish",
        r"\b(?:i\s)?wish\s(?:i|they|he|she|it|that)\b[^.!?]{0,30}\b(?:own(?:ed)?|did|were\smine|was\smine|mine)\b|\bif\s(?:i|they)\s(?:\w+\s)?(?:owned|were\smine)\b|\balas,?\s[^.!?]{0,20}(?:not\smine|own)",
        match="I only wish I owned them.",
        miss="I wish you were here.",
    ),
    pattern(
        "disclaimer.standard",
        r"\b(?:standard|usual|all\sthe\susual|normal|same|previous)\s(?:legal\s)?disclaimers?\b|\bdisclaimers?\s(?:appl(?:y|ies)|in|see|still)\b|\bsee\s(?:\w+\s){0,3}(?:for\sdisclaimers?)\b",
        match="Standard disclaimers apply.",
        miss="The standard was raised.",
    ),
    pattern(
        "disclaimer.resemblance",
        r"\b(?:any\s)?(?:resemblance|similarity|similarities|likeness)\b[^.!?]{0,60}\b(?:persons?|people|living|dead|coincidental|events)\b|\b(?:real\s(?:people|persons)|real-life)\b[^.!?]{0,40}\b(?:fiction|untrue|lies|not\strue|never\shappened)\b",
        match="Any resemblance to real people is coincidental.",
        miss="He bore a resemblance to his father.",
    ),
)
"""What disclaimers say."""

PATTERNS = CLAIMS

MAY_TALK = -1.0
"""How much a paragraph must weigh as talk to be taken for the disclaimer that a label above it announces."""

CUES: Final[dict[str, frozenset[str]]] = {
    name: frozenset(words.split())
    for name, words in {
        "disclaimer.own-work": "own owns owned possess claim claims hold holds mine ours belong belongs characters show принадлежат принадлежит моё мое мои претендую gehört gehören appartient appartiennent appartenir rien pertenece pertenecen míos mías",
        "disclaimer.own": "own",
        "disclaimer.not-mine": "mine ours meine meins moi mío",
        "disclaimer.belong": "belong belongs property copyright copyrighted copyrights creation creations trademark trademarked owned owns own rights recognise recognised recognize recognized только принадлежат принадлежит jkr rowling dc warner marvel disney paramount bbc fox cw wb mgm",
        "disclaimer.owner": "own owns owned happened happen lies fiction belong belongs hers theirs themselves hail recognise recognize familiar permission consent propiedad prestado prestados prestada prestadas mío pertence pertencem meus ganho appartengono appartiene appartenere miei lucro należą należy czerpię leihe leihen ausgeliehen emprunter gehört moi appartient все моё мое прибыли принадлежат принадлежит",
        "disclaimer.profit": "profit profits money cash income gain sale commercial cent dime penny geld gewinn argent lucro beneficio gano выгод выгоды выгоду коммерческ коммерческой извлекаю non",
        "disclaimer.law": "infringement sue suing disrespect harm offence offense libel rights reserved urheberrecht auteur autor авторские авторских права прав",
        "disclaimer.entertainment": "entertainment fun amusement pleasure love enjoyment fiction fictional fans fan fanfiction",
        "disclaimer.borrowed": "borrow borrowing borrowed playing toying promise unharmed sandbox sand leihe emprunte prestados prestadas tomados",
        "disclaimer.wish": "wish owned mine own alas",
        "disclaimer.standard": "disclaimer disclaimers",
        "disclaimer.resemblance": "resemblance similarity similarities likeness real",
    }.items()
}
"""Claim → words without one of which nobody makes it: what most paragraphs are dismissed by."""

_ALL_CUES: Final = frozenset().union(*CUES.values()) - frozenset(
    "my his their they used made love back real non claim hold using back".split()
)
"""Words without one of which nobody disclaims anything."""

_WORD = lazy(r"\w+")


def find_disclaimers(document: Document) -> Iterable[Finding]:
    """Findings of role "disclaimer"."""
    fields = document.covered("field", least=1.0)
    for index, text in enumerate(document.texts):
        labelled = _labelled(document, index, text)
        if labelled is not None:
            if tight(document, index):
                continue
            yield labelled
        elif index in document.edges and index not in fields:
            reasons = tuple(read_claims(document, index, text))
            if reasons:
                yield document.propose("disclaimer", index, index, reasons)


def _labelled(document: Document, index: int, text: str) -> Finding | None:
    head = text[:40].casefold()
    named = "disclaim" in head or "дискле" in head or "дискла" in head
    if not named and (":" not in head or field_name(head.partition(":")[0].strip("*_~([{- ")) != "disclaimer"):
        return None
    items = list(read_labels(text)) if ":" in head else []
    if len(items) == 1 and items[0].name == "disclaimer":
        field = Field("disclaimer", " ".join(items[0].value.split()), document.blocks[index].span, items[0].label)
        last = index + 1 if not items[0].value and _claims_follow(document, index + 1) else index
        return document.propose(
            "disclaimer", index, last, ["disclaimer.label"], fields=[field] if last == index else []
        )
    first = document.bare(index).split(" ", 1)[0].casefold().strip(".-:!*~") if not items else ""
    if (
        first in ("disclaimer", "disclaimers", "дисклеймер", "дисклаймер")
        and len(text) < 2000
        and text[0] not in OPENING_QUOTES
    ):
        last = index + 1 if document.words[index] <= 3 and _claims_follow(document, index + 1) else index
        if document.words[index] > 3 or last > index:
            return document.propose("disclaimer", index, last, ["disclaimer.label"])
    return None


def _claims_follow(document: Document, index: int) -> bool:
    """Whether the paragraph below a label alone on its line may be the disclaimer: it claims something, or talks rather than tells."""
    if index >= len(document.texts) or not document.texts[index]:
        return False
    text = document.texts[index]
    return (
        bool(list(read_claims(document, index, text)))
        or weigh_talk(text, document.blocks[index].span).weight > MAY_TALK
    )


def read_claims(document: Document, index: int, text: str) -> Iterator[Evidence]:
    """What a paragraph says of rights and profit; nothing when it says none."""
    part = text[:LONGEST]
    words = set(_WORD.findall(part.casefold()))
    if _ALL_CUES.isdisjoint(words):
        return
    span = document.blocks[index].span
    found: list[Evidence] = []
    covered = 0
    for claim in CLAIMS:
        if CUES[claim.name].isdisjoint(words):
            continue
        match = claim.expression.search(part)
        if match is None:
            continue
        if claim.name == "disclaimer.own" and found:
            continue
        found.append(because(claim.name, span, f"“{' '.join(match.group().split())[:48]}”"))
        covered += match.end() - match.start()
    if not found:
        return
    yield because("disclaimer.prior", span)
    yield from found
    if text[0] in OPENING_QUOTES:
        yield because("disclaimer.speech", span)
    if len(text) > 350 and covered * 6 < len(part):
        yield because("disclaimer.long", span)
    if len(text) > 700 and covered * 10 < len(part):
        yield because("disclaimer.long", span, "and much else")
