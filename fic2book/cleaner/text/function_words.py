"""Function words of the languages that `find_language` tells apart. Data only."""

from __future__ import annotations

from typing import Final

FUNCTION_WORDS: Final[dict[str, str]] = {
    "en": (
        "the and of to a in that he she it was his her i you had with for on as at but not they is him what this be have from"
        " my would could were are out if when there been said who all so up then an one we me into your about than its"
    ),
    "de": (
        "der die das und ich nicht sie er es ist ein eine einen dem den zu mit sich auf war hatte wie dass so im auch aber von"
        " ihm ihr ihn wir du noch nur wenn mich mir doch aus dann was nach bei schon haben sein seine ihre einem über"
    ),
    "fr": (
        "le la les de des et un une il elle je tu nous vous que qui ne pas dans est sur pour avec au aux se ce son sa ses mais"
        " était avait plus lui en du ils si comme tout mon cette même où leur moi toi fait bien être"
    ),
    "es": (
        "el la los las de que y un una en no se lo por con su para es al del como más pero sus le había era estaba me mi te"
        " qué si sin sobre ya cuando él ella yo muy también todo ese esa nada porque hasta fue"
    ),
    "it": (
        "il lo la gli le di che e un una in non si per con era del della nel alla al come più ma suo sua mi ti ci lui lei io"
        " aveva sono cosa quando anche se da ha è ho questo quella dei delle così perché stato dopo"
    ),
    "pt": (
        "o a os as de que e um uma em não se por com para do da no na dos das ao mais mas seu sua ele ela eu você me foi era"
        " estava como quando também isso muito nos já ou às pelo pela até tinha só minha meu lhe"
    ),
    "nl": (
        "de het een en van ik je dat niet is in te hij ze zijn was op met voor had er aan maar om hem haar als dan ook nog naar"
        " wat bij uit zo wel geen door over mijn jij dit heeft heb weer toen zou kon"
    ),
    "sv": (
        "och att det som en på är av för med den till inte jag hon han var om ett sig så men hade från de vad du mig honom"
        " henne när bara skulle kunde efter eller upp ut där här över sin sitt också dig nu"
    ),
    "da": (
        "og at det som en på er af for med den til ikke jeg hun han var om et sig så men havde fra de hvad du mig ham hende"
        " når kun ville kunne efter eller op ud der her over sin sit også dig nu blev efter vi"
    ),
    "no": (
        "og å at det som en på er av for med den til ikke jeg hun han var om et seg så men hadde fra de hva du meg ham henne"
        " når bare ville kunne etter eller opp ut der her over sin sitt også deg nå ble vi"
    ),
    "fi": (
        "ja on ei se että hän oli mutta kun niin en minä sinä mitä joka ole nyt vain hänen kuin sen minun myös jo olla olen"
        " jos tai sitä hänet häntä olisi vielä siitä sitten mikä minua minut sinun oliko tämä mukaan ettei"
    ),
    "pl": (
        "i w nie się na że z do to jest co jak ale po o tak za był była go jego jej od czy mnie już tylko ja ty przez dla może"
        " sobie kiedy jeszcze ze mu bardzo nic gdy być ma tym"
    ),
    "cs": (
        "a se v na že je to s z do i jak ale si tak by jsem co ho jeho její po od už byl byla bylo než aby když jen ještě pro"
        " jako mě mi ty ne kde který které proč být nebo také"
    ),
    "hu": (
        "a az és hogy nem is egy van volt meg de csak mint már ez azt ha el még sem mert ki vagy majd nagyon mit én te ő le"
        " fel most minden akkor mi pedig neki lett olyan ezt rá aki"
    ),
    "tr": (
        "ve bir bu da de için ne o ben sen mi ile çok gibi daha ama var kadar sonra diye değil şey onun olarak her beni bana"
        " sana en ya ki olan onu hiç bile nasıl zaman mı mu hem"
    ),
    "ru": (
        "и в не на что он она я с как это по но к у его её ее из за то все так же от был была бы мне ты мы было только еще о"
        " да вот если уже когда или ему"
    ),
    "uk": (
        "і в не на що він вона я з як це по але до у його її за то все так же від був була би мені ти ми було тільки ще про та"
        " й щоб якщо вже коли або йому бо"
    ),
}

LETTERS: Final[dict[str, str]] = {
    "de": "äöüß", "fr": "éèêàçùœîôë", "es": "ñáéíóú¿¡", "it": "èàùòì", "pt": "ãõçáéêâó", "nl": "ëï", "sv": "åäö", "da": "æøå",
    "no": "æøå", "fi": "äö", "pl": "ąćęłńóśźż", "cs": "ěščřžýáíéůú", "hu": "őűáéíóöüú", "tr": "ışğçöü", "ru": "ыэъё", "uk": "іїєґ",
}  # fmt: skip
"""Letters English lacks, by language; each one found in a sample speaks for the languages that have it."""
