"""The labels of header fields, in every spelling and language we know, and the one name each stands for.

Data, with one look-up. To teach the reader a new label, add it to a row.
"""

from __future__ import annotations

from typing import Final

from fic2book.lazy import lazy

_SPELLINGS: Final[dict[str, str]] = {
    "title": "titolo | tytuł | naslov | titel der geschichte | fic name | name of story | title of story | story's title | name of fic | title | story title | fic title | story name | story | название | заголовок | titel | titre | título | titulo",
    "artist": "artist | art | art by | artwork | cover art | cover | иллюстратор | арт | artiste | künstler",
    "author": (
        "author | username | user name | nick | nickname | pseudo | pseudonyme | verfasser | verfasserin | verfasst von | ник | ник автора | псевдоним | autore | autrice | author/s | author's name | ficwriter | pen-name | autor(a) | autores | autora/autor | authors | author(s) | author name | written by | by | writer | penname | pen name | pseudonym | autor | autorin | autor(in) | "
        "autor/in | auteur | auteure | autora | автор | авторы | автор(ы) | creator | creators | creator(s) | co-author | co-authors | соавтор | соавторы"
    ),
    "translator": "translator | translated by | переводчик | перевод | übersetzer | übersetzerin | übersetzung | traducteur | traductrice | traductor | traductora",
    "email": "email | e-mail | mail | contact | e-mail address | email address | author's email | author e-mail | author email | эл. почта | courriel | correo | contacto",
    "website": "website | web site | webpage | web page | web | homepage | home page | site | livejournal | lj | tumblr | blog | seite | сайт",
    "fandom": (
        "fandom | fandoms | fandom(s) | fandome | show | фандом | фэндом | universe | universo | verse | 'verse | category (fandom) | "
        "univers | original work | original | оригинал | media | source material"
    ),
    "crossover": "crossover | crossovers | crossover with | x-over | xover | crossover fandom | кроссовер",
    "relationship": (
        "coppia | coppie | casal | casais | shipper | para | paringi | koppel | pairing | pairings | pairing(s) | main pairing | main pairings | side pairings | pairing/characters | pairings/characters | ship | ships | "
        "ship(s) | shipping | relationship | relationships | relationship(s) | pair | couple | couples | couple(s) | "
        "пейринг | пейринги | пэйринг | паринг | пейринг/персонажи | пейринг и персонажи | pärchen | paar | pairing(e) | paarung | "
        "pareja | parejas | emparejamiento | personnages/couples | romance"
    ),
    "characters": (
        "personaggi | personaggio | personagens | personagem | postacie | bohaterowie | character | characters | character(s) | main character | main characters | main character(s) | cast | персонажи | персонаж | "
        "герои | charaktere | personen | figuren | hauptcharaktere | personnages | personnage | personajes | personaje | featuring | starring | focus"
    ),
    "rating": (
        "classificação | classificazione | ocena | valutazione | rating | rated | ratings | content rating | age rating | рейтинг | altersfreigabe | freigabe | altersempfehlung | alterseinstufung | "
        "clasificación | clasificacion | classification (rating) | note d'âge | calificación"
    ),
    "category": (
        "category | categories | kategorie | kategorien | catégorie | catégories | categoría | categorías | категория | категории | "
        "classification | classifications | codes | story codes | story category | orientation | направленность | slash | slash/het"
    ),
    "genre": "genere | gatunek | gênero | gêneros | genre | genres | genre(s) | жанр | жанры | género | géneros | genero | genre/s",
    "keywords": (
        "keywords | key words | keyword | tags | tag | additional tags | freeform tags | freeforms | метки | теги | ключевые слова | "
        "schlagworte | stichworte | mots-clés | mots clés | mots clefs | mots-clefs | etiquetas | palabras clave | tropes | kinks | kink | kink(s)"
    ),
    "type": "type | story type | format | medium | тип | form | formato | typ | work type",
    "warnings": (
        "avvertimenti | avvertenze | ostrzeżenia | avisos gerais | warning | warnings | warning(s) | content warning | content warnings | content warning(s) | trigger warning | trigger warnings | cw | "
        "tw | content | contains | squicks | squick | content notes | content note | archive warning | archive warnings | предупреждение | предупреждения | "
        "warnung | warnungen | warnhinweis | warnhinweise | avertissement | avertissements | avertissement(s) | advertencia | advertencias | avisos | triggers | attention"
    ),
    "spoilers": "spoiler | spoilers | spoiler(s) | спойлеры | spoilerwarnung",
    "setting": (
        "setting | set | timeline | time line | timeframe | time frame | time period | season | episode | episodes | episode(s) | time | "
        "era | continuity | when | canon | place in canon | takes place | таймлайн | место действия | время действия | zeit | zeitpunkt | "
        "zeitlinie | ort | ambientación | époque | época | période | lieu"
    ),
    "series": (
        "series | series/sequel | series title | part of | collection title | verse/series | серия | цикл | serie | reihe | série | "
        "saga | sequence"
    ),
    "sequel": (
        "sequel | sequel to | prequel | prequel to | sequel/prequel | follows | companion to | companion piece | companion | "
        "fortsetzung von | fortsetzung zu | suite de | secuela de | продолжение | приквел"
    ),
    "status": (
        "status | story status | complete | completed | finished | wip | wip? | complete? | completed? | статус | état | statut | estado | "
        "abgeschlossen | fertig | fertiggestellt | terminé | terminée | completo | terminado | завершен | завершён | завершено | completa | befejezett"
    ),
    "words": (
        "words | word count | wordcount | word-count | # of words | number of words | length | size | wc | размер | слов | "
        "количество слов | wörter | wortzahl | wortanzahl | länge | mots | nombre de mots | longueur | palabras | número de palabras | "
        "extensión | объем | объём | total words | story length | approx words"
    ),
    "summary": (
        "riassunto | trama | introduzione | sinopse | streszczenie | opis | resumo | samenvatting | summary | summery | summary/blurb | blurb | short summary | story summary | chapter summary | description | саммари | "
        "краткое содержание | описание | аннотация | содержание | zusammenfassung | inhalt | inhaltsangabe | kurzbeschreibung | beschreibung | "
        "résumé | resume | sommaire | resumen | sinopsis | synopsis | sumario | argumento | teaser | plot | premise"
    ),
    "disclaimer": (
        "disclaimer | disclaimers | disclaimer(s) | standard disclaimer | disclaim | legal | legal stuff | legalese | legal disclaimer | "
        "дисклеймер | дисклаймер | отказ от прав | отказ | haftungsausschluss | rechtliches | rechte | "
        "avertissement légal | avis légal | aviso legal | descargo | descargo de responsabilidad | renuncia | ownership | copyright | droits"
    ),
    "archive": (
        "archive | archives | archived | archiving | archived at | archive(s) | archive permission | permission to archive | distribution | dist | "
        "archive/distribution | archivierung | archivage | archivo | размещение | разрешение на размещение | where to archive"
    ),
    "feedback": "feedback | fb | feed back | reviews | review | comments | c&c | обратная связь | отзывы | kommentare | retours | comentarios",
    "beta": (
        "beta | betas | beta(s) | beta reader | beta readers | beta reader(s) | beta'd by | betaed by | beta-ed by | beta by | betareader | "
        "betaleser | betaleserin | beta-reader | betas by | beta read by | beta'd | betaed | бета | беты | бета(ы) | бета-ридер | бетинг | гамма | bêta | bêta-lectrice | "
        "bêta-lecteur | beta lectora | beta-reader(s) | britpick | brit-pick | britpicker | brit-picker | cheerleader"
    ),
    "thanks": (
        "thanks | thanks to | thank you | thank you to | special thanks | special thanks to | many thanks | acknowledgements | "
        "acknowledgments | credits | credit | благодарности | благодарность | спасибо | dank | danke | danksagung | dank an | danke an | "
        "remerciements | merci | merci à | gracias | gracias a | agradecimientos | kudos to"
    ),
    "dedication": "dedication | dedications | dedicated to | for | gift for | recipient | a gift for | посвящение | widmung | dédicace | dedicatoria | dedicado a | giftee",
    "prompt": (
        "prompt | prompts | prompt(s) | challenge | challenges | theme | themes | written for | challenge/prompt | prompt/challenge | "
        "prompt used | inspired by | request | prompt by | bingo square | square | song | lyrics | заявка | вызов | challenge by | vorgabe | défi | desafío | reto | kink bingo"
    ),
    "requested": "requested | requested by | requester | request by",
    "date": (
        "date | date written | written | date posted | posted | posted on | published | publish date | first published | "
        "дата | дата публикации | опубликовано | опубликован | datum | veröffentlicht | veröffentlicht am | erstellt | publié | publié le | "
        "publicado | publicada | publicado el | fecha | completed on | date completed | date published | publication date | date of publication"
    ),
    "updated": "updated | last updated | update | date updated | last edited | обновлено | обновлен | обновлён | aktualisiert | mis à jour | mise à jour | actualizado | actualizada | изменен | изменено",
    "notes": (
        "note | notes | author's note | author's notes | authors note | authors notes | authors' note | authors' notes | author note | "
        "author notes | author's note(s) | authors note(s) | a/n | a/ns | a.n. | an | a/n's | a\\n | story note | story notes | chapter note | chapter notes | end note | end notes | notes at the end | final author's note | final a/n | ending note | ending notes | "
        "endnote | endnotes | beginning note | beginning notes | opening note | opening notes | closing notes | final notes | final note | foreword | afterword | translator's note | translator's notes | "
        "translator note | t/n | b/n | beta's note | beta note | eta | writer's note | writer's notes | author’s comments | author's comments | comments from the author | "
        "от автора | примечание | примечания | прим. автора | примечание автора | примечания автора | примечания автора(ов) | прим. | примечание в конце | примечания в конце | примечание в начале | послесловие | предисловие | а/n | от переводчика | примечание переводчика | "
        "anmerkung | anmerkungen | anm. | anmerkung des autors | anmerkung der autorin | anmerkungen des autors | anmerkungen der autorin | "
        "autornotiz | schlussnotiz | anmerkung am ende | anmerkungen am ende | schlusswort | autorennotiz | vorwort | nachwort | a/n: | notiz | hinweis | bemerkung | bemerkungen | "
        "note de l'auteur | note de l'auteure | notes de l'auteur | notes de l'auteure | note d'auteur | note d'auteure | notes d'auteur | n/a | nda | nda | note de la traductrice | ndt | remarque | remarques | note de fin | notes de fin | note finale | notes finales | note de début | petite note | mot de l'auteur | "
        "nota | notas | nota de la autora | nota del autor | notas de la autora | notas del autor | nota de autor | nota de autora | nota autora | nota final | notas finales | nota inicial | n/t | nota de la traductora | "
        "p.s. | ps | p.s | n.b. | nb | important note | quick note | important | side note | side notes | just a note | a note from the author | note from the author | "
        "od autora | od autorki | nota dell'autrice | note dell'autrice | note dell'autore | nota dell'autore | notas da autora | nota da autora | nota do autor | notas do autor | note de l'autrice | n.d.a | n.d.a. | nota del traductor | п.с. | ps2 | anmerkung der übersetzerin | kommentar der autorin | a/n² | author's comment | authors comments | authors comment | writers note | authoress note | authoress' note | author's rambling corner | author rambling | disclaimer and notes | "
        "to the reader | to the readers | to my readers | edit | short a/n | quick a/n | short author's note | quick author's note | vorwort zum kapitel | vorwort zu diesem kapitel | "
        "nachwort zum kapitel | nachwort zu diesem kapitel | word from the author | author's ramblings | author's rambling | author's rant | ramblings"
    ),
    "language": "language | languages | sprache | langue | idioma | язык | lang",
    "chapters": "chapters | chapter | chapter count | number of chapters | parts | part | main chapters | kapitel | chapitres | chapitre | capítulos | capítulo | главы | частей | количество частей | глав | часть | part of series",
    "chapter title": "chapter title | kapiteltitel | titre du chapitre | título del capítulo | название главы",
    "collections": "collections | collection | сборник | сборники | sammlung | colección",
    "url": "url | link | original url | source | story url | story link | ссылка | originally posted at | originally posted on | posted at | posted to | crossposted | cross-posted | crossposted to | cross-posted to | cross posted | cross posted to | x-posted | x-posted to | also posted at | also on | also available on | ao3 | ff.net | ffn",
    "read": "read | reads | hits | views | read count | read: | stats | kudos | bookmarks | favs | favorites | follows | reviews count | просмотров | лайков | story id | id",
    "pov": "pov | point of view | viewpoint | erzählperspektive | perspektive | повествование | pov(s)",
    "claim": "claim | table | prompt set | table/prompt",
    "soundtrack": "soundtrack | musical accompaniment | music | playlist | song list | recommended listening | ost | mood music",
}

_SPELLED: Final[dict[str, str]] = {
    spelling.strip(): name for name, spellings in _SPELLINGS.items() for spelling in spellings.split(" | ")
}
_PLAIN: Final = str.maketrans("éèêëàâäáãåùûüúîïíôöóõçñ", "eeeeaaaaaauuuuiiioooocn")

FIELD_NAMES: Final[dict[str, str]] = {
    **{spelling.translate(_PLAIN): name for spelling, name in _SPELLED.items() if not spelling.isascii()},
    **_SPELLED,
}
"""Label as written, casefolded, with straight apostrophes → canonical name; with its accents and without, as old keyboards had it.
Later rows win where a label stands twice."""

STRONG_FIELDS: Final = frozenset(
    "relationship rating fandom disclaimer summary spoilers archive feedback beta warnings genre words crossover sequel keywords category "
    "chapter title email url".split()
)
"""Names whose label hardly ever begins a line of a story."""

PROSE_FIELDS: Final = frozenset(
    {"summary", "disclaimer", "notes", "thanks", "dedication", "prompt", "feedback", "warnings", "archive"}
)
"""Names whose value is prose and may run over several lines or hold colons."""

EVERYDAY_LABELS: Final = frozenset(
    "by for time place part when set note edit an ps p.s. p.s thanks thank you important attention content story song lyrics music "
    "complete finished read focus original link id request credit written follows update reviews review cover form inhalt dank danke "
    "merci gracias source website mail contact art ort zeit plot premise date starring contains slash length size show type "
    "eta place legal media canon spoiler attention hinweis nota remarque sequence hits views format form typ square table claim "
    "romance couple pair chapter chapters season episode episodes saga mot text site web collection description posted update inspired by for".split()
)
"""Labels that are everyday words too: they need company."""

_FIRST_WORDS: Final = frozenset(spelling.split()[0] for spelling in FIELD_NAMES)


def begins_like_label(text: str) -> bool:
    """Whether the first word of `text` begins some label: a look that spares most lines an expression."""
    head = plain_label(text[:24]).split(None, 1)
    return bool(head) and (head[0] in _FIRST_WORDS or _WORD.split(head[0], 1)[0] in _FIRST_WORDS)


_WORD = lazy(r"[^\w/']")
_AND = lazy(r"\s*(?:/|&|\+|,|\band\b|\bund\b|\bet\b|\by\b|\bи\b)\s*")
_PARENTHESIS = lazy(r"\s*[(\[][^()\[\]]{0,30}[)\]]")


def plain_label(label: str) -> str:
    """`label` as FIELD_NAMES spells it: casefolded, without ornaments, with straight apostrophes and single spaces."""
    plain = " ".join(label.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split())
    if plain[:1].isalnum() and plain[-1:].isalnum():
        return plain
    start, stop = 0, len(plain)
    while start < stop and not (plain[start].isalnum() or plain[start] in "'#"):
        start += 1
    while stop > start and not (plain[stop - 1].isalnum() or plain[stop - 1] in ")?.²"):
        stop -= 1
    return plain[start:stop]


def field_name(label: str) -> str:
    """The canonical name that `label` stands for, "" when it is no label we know. "Fandom/Pairing" counts as its first half."""
    plain = plain_label(label)
    name = FIELD_NAMES.get(plain)
    if name is not None or not plain:
        return name or ""
    short = _PARENTHESIS.sub("", plain).strip()
    if short != plain and short in FIELD_NAMES:
        return FIELD_NAMES[short]
    counted = plain.rstrip("0123456789#").rstrip()
    if counted != plain and FIELD_NAMES.get(counted) in ("notes", "disclaimer"):
        return FIELD_NAMES[counted]
    pieces = _AND.split(plain)
    names = [FIELD_NAMES.get(piece, "") for piece in pieces]
    if len(pieces) > 1 and all(names):
        return names[0]
    return _core_name(plain) if " " in plain else ""


_AROUND = frozenset(
    "main story fic fanfic author's authors author chapter general overall my our the main side other other's other additional total full date original "
    "основные основной главные главный авторские wichtige wichtigste principal principaux principales".split()
)
"""Words before a label that say little more: "Main Pairing", "Author's Website"."""

_AFTER = frozenset("for to by of is are at on written posted info information here für zu de du pour para".split())
"""Words behind a label: "Spoilers for", "Date Written"."""


def _core_name(plain: str) -> str:
    """The name of a label with a word around it, or that names two things of which we know the first; "" for an everyday one."""
    words = plain.split()
    if len(words) > 4:
        return ""
    while len(words) > 1 and words[-1] in _AFTER:
        words.pop()
    while len(words) > 1 and words[0] in _AROUND:
        words.pop(0)
    core = " ".join(words)
    if core == plain:
        first, _, second = core.partition(" ")
        joined = second.partition(" ")
        core = first if joined[0] in _JOINING and joined[2] else core
    name = FIELD_NAMES.get(core) or FIELD_NAMES.get(core.removesuffix("s"), "")
    everyday = core in EVERYDAY_LABELS and not plain.startswith("author")
    return "" if everyday or core == plain else name


_JOINING = frozenset("and & und et y и e".split())
