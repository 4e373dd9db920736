"""How a letter begins that a person of the story gets; a note to the readers begins otherwise."""

from __future__ import annotations

from fic2book.cleaner.patterns import pattern

SALUTATION = pattern(
    "note.salutation",
    r"(?:my\s)?(?:dear(?:est)?|liebe[rs]?|sehr\sgeehrte[rs]?|chère?s?|querid[oa]s?|estimad[oa]s?|дорог(?:ой|ая|ие)|милый|милая|уважаем\w+)\s(?!readers?\b|reviewers?\b|all\b|every(?:one|body)\b|f(?:riends|ans|ollowers|olks|list)\b|people\b|guests?\b|leser)\S.{0,40}[,:!]",
    match="Dear Mr. Tolliver,",
    miss="Dear readers,",
    cues="dear lieb geehrt chèr querid estimad дорог мил уважаем",
)

TO_READERS = pattern(
    "note.to-readers",
    r"(?:my\s)?(?:dear(?:est)?|liebe[rs]?|chère?s?|querid[oa]s?|estimad[oa]s?|дорог(?:ой|ая|ие)|уважаем\w+)\s(?:readers?|reader\(s\)|reviewers?|all|every(?:one|body)|friends|folks|leser\S*(?:\sund\sleser\S*)?|lecteurs?(?:\set\slectrices)?|lectrices|lector\w*|читател\w+|друзья)\s?[,:!.]?",
    match="Dear Reader(s),",
    miss="Dear Mr. Tolliver,",
    cues="dear lieb chèr querid estimad дорог уважаем",
)

PATTERNS = (SALUTATION, TO_READERS)
