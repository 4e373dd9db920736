"""Words that writers of fan fiction use when they speak of their work, with how much each says.

Data, in the languages we read. A word of 3 points hardly occurs in a story; one of 1 does, but not often beside others of its kind.
"""

from __future__ import annotations

from functools import cache
from typing import Final

_POINTS: Final[dict[int, str]] = {
    3: (
        "fic fics fanfic fanfics fanfiction ficlet ficlets drabble drabbles oneshot oneshots one-shot one-shots songfic plotbunny reviewers beta'd betaed beta-ed betas unbeta'd unbetaed "
        "fandom fandoms ao3 ffn ff.net livejournal lj tumblr wattpad ooc mpreg pwp concrit headcanon yuletide chappie chapters' hiatus disclaimer disclaimers r&r rps rpf xover wip headcanons reviewer "
        "fanfiction.net dreamwidth shipper shippers slash femslash yaoi yuri spoilers spoiler kudos "
        "fanfiktion oneshots betaleser betaleserin kommis kommi reviewer lieben ff-net "
        "фик фика фике фики фиком фанфик фанфика фанфики фанфиков бета беты бетой бечено небечено отзывы отзывов отзывам драббл фандом фандома продолжение пейринг слэш проды прода "
        "fiks fanfika fik fica"
    ),
    2: (
        "au oc ocs canon fluff smut lemon beta betaing remix prompt prompts feedback reviews review reviewed reviewing update updates updated updating sequel prequel crossover pairing pairings pov au's repost reposted "
        "rating rated nc-17 pg-13 warnings bunny bunnies muse chapter chapters prologue epilogue readers typos angst finale translation cliffhanger cliffie trilogy interlude "
        "copyright infringement otp tbc trigger warning discord enjoying copyright spielt warnung avertissement advertencia vergnügen commentaires commentaire coms kommentar reader впечатления мнение чтения прочтения комментарий работа работы "
        "kapitel reviews kommentare rückmeldung leser lesen fortsetzung figuren staffel "
        "chapitre chapitres reviews lecture lecteurs lectrices fautes suite retard coucou publier lemon saison "
        "capítulo capítulos reviews historia fics lectura lectores comentarios actualizar tardanza disfruten continuación temporada "
        "глава главы главу главе отзыв комментарии автор автора читателям читатели канон канона рейтинг перевод переводчика сезон сезона "
        "capitolo capitoli recensioni recensione storia capítulo fanfic rozdział rozdziały komentarze"
    ),
    1: (
        "season episode seasons episodes story stories series challenge written wrote write writing posted posting post enjoy enjoyed everyone guys y'all lyrics song mistakes errors english native thanks thank thanx thx next soon title quote inspired based timeline "
        "characters character own owned permission archive comments comment liked criticism flames dedicated birthday gift present attempt idea plot scene words sorry wait delay patience hope exams dedicate version finished "
        "continue prompt community fill show movie book books anime manga ending events piece part parts read reading translate thoughts spelling grammar notes note credit credits written-for mine sue profit "
        "geschichte hoffe gefällt gefallen euch danke spaß idee charaktere nächstes nächsten warten teil folge "
        "histoire merci espère plaise plaira personnages désolée désolé bonne petite suivant mois "
        "gracias espero guste personajes siento esperar próximo besos saludos dejen "
        "спасибо надеюсь понравится история история герои персонажи простите следующая сюжет идея рада рад жду "
        "grazie spero piaccia personaggi prossimo obrigada espero gostem personagens próximo dziękuję"
    ),
}


@cache
def points() -> dict[str, int]:
    """Word → points; a word that stands twice has the higher ones."""
    return {word: value for value in sorted(_POINTS) for word in _POINTS[value].split()}
