"""What writers speak of when they speak to their readers: words by idea, in five languages, and which ideas said in one breath say what.

An idea alone proves little: stories thank, hope and write letters too. It is the ideas that meet in one sentence ("thanks" with
"comments", "I" with "wrote" and "this") that tell a writer from a narrator. The weights of both are in weights.py; they were fitted on
the lines of benchmarks/talk.
"""

from __future__ import annotations

from typing import Final

IDEAS: Final[dict[str, str]] = {
    "fanwork": "het jossed kripked y/n post-ep post-eps sickfic five_things three_times_that headcanoned hc ask_fill de-anon de-anoning kinkmeme self-insert reader-insert y/n character_study canon-typical missing_scene podficced plot_holes this_verse my_muse my_muses the_muse fic fics fanfic fanfics fanfiction fan-fiction ficlet ficlets oneshot oneshots one-shot one-shots one_shot drabble drabbles chappie chappy chappies wip wips songfic crackfic casefile vignette podfic fanvid fanart "
    "multichapter multi-chapter multichaptered fan_fiction plot_bunny plot_bunnies plotbunny plotbunnies fandom fandoms ooc ocs oc's otp pairing pairings shipper headcanon headcanons slashy femslash mpreg pwp songfic fix-it post-canon pre-canon canon-divergent "
    "post-series pre-series mary-sue shippers ficathon yuletide flashfic canon-compliant alternate_universe alternative_universe out_of_character big_bang dub-con non-con noncon dubcon oneshots fanfiktion fanfik paring фик* фанфик* драббл* фандом* пейринг* слэш* канон* проды прода проду бечен* небечен* оос",
    "fandom": "filler teaser spoilered flist shipped tropes trope squee recs rec canon canonical oc au au's ships ship shipping crossover slash gen yaoi yuri fluff fluffy angst angsty smut smutty lemon lemons crack hurt/comfort cliffhanger cliffhangers cliffie cliffy bunny bunnies kink meme bingo comm prompt prompts zine verse spoiler spoilers spoilery movie-verse bookverse animeverse "
    "kanon charaktertod ангст* фест* джен гет ау макси",
    "chapter": "дописал* chapter chapters chap chaps ch prologue epilogue sequel sequels prequel prequels instalment installment instalments installments interlude multipart ending cliffhanger kapitel prolog epilog fortsetzung chapitre chapitres épilogue capítulo capitulo capítulos capitulos cap пролог* эпилог* глав* сиквел* продолжени*",
    "story": "story stories part parts piece tale arc verse version draft trilogy series remix collection companion standalone stand-alone work geschichte geschichten teil histoire histoires récit texte suite historia historias relato истори* рассказ* работ* част* текст*",
    "self": "i i'm i've i'll i'd im ive my me mine myself ich mir mich mein meine meiner meinen meinem meins je j'ai j'espère me m'a moi mon ma mes j'étais j'avais yo mis mí soy я меня мне мой моя моё мою мои моей моих мной",
    "you": "ihr euch eure euer euren vous vos votre ustedes os you your you're you've you'll you'd u ur yours ya you-all dir dich dein deine du tu te toi ton ta tes ti tus ты тебя тебе твой",
    "readers": "for_reading for_your_patience for_the_reviews for_all_the for_all_your danke_dass_ihr merci_de_m'avoir merci_à_toi merci_à_vous gracias_a_quienes спасибо_что_дочитал* ihr_lieben tout_le_monde à_tous à_toutes a_todos a_todas всем_привет you_people some_people you_lot my_dears my_loves you_folks anybody_still those_of_you for_those_who for_anyone_who readers reviewers y'all ya'll lovelies peeps lurkers followers subscribers commenters you_guys you_all you_people all_of_you any_of_you some_of_you leser leserin leserinnen ihr_lieben lecteurs lectrices lectores lectoras chicas читател* ребят*",
    "everyone": "reader reviewer guys everyone everybody folks darlings dears fans anon guest guests loves friends lecteur lector ustedes вам вас вы ",
    "write": "co-written wrote write writes writing written rewrote rewrite rewriting rewritten typed typing scribbled co-wrote "
    "schrieb geschrieben schreiben schreibe schreibblockade aufschreiben écrit écrire écris écrite écrivant escrito escribir escribí escribo escrita escribiendo escribirlo написал* написан* пишу писал* писать",
    "finish": "finish finished finishing started start began begin beginning continue continued continuing complete completed edit edited editing fertig finir fini commencé terminar terminé terminado empezar continuar закончил* начал*",
    "update": "skipped teaser sneak_peek double_update re-upload reupload chapter_up halfway_mark cliffie update updates updated updating posted posting reposted repost reposting upload uploaded uploading hiatus discontinue discontinued discontinuing crossposted cross-posted crossposting cross-posting to_be_continued tbc "
    "hochgeladen hochlade hochladen poster posté posterai publié publier actualizar actualizo actualizaré actualización subir subo publicar publicado выкладыва* выложу выложен* выложил* обновлени*",
    "post": "post posts publish published abandoned archive archived archives translate translated translation distribution online",
    "review": "review reviews reviewed reviewing feedback kudos concrit flames flamers flamed flame favs faves favourites favorites r&r con-crit read_and_review comments_and rückmeldung rückmeldungen kommis reviewt reviewcito отзыв* тапк* тапоч* комментариев",
    "comment": "theories theory  hit_count guesses guess suggestions suggestion questions poll opinions remarks corrections comment comments commented commenting criticism critique crit likes vote votes voted voting praise constructive opinion opinions follows favourite favorite kommentar kommentare kommentaren kritik lob sternchen commentaire commentaires avis coms com comentario comentarios comentar votar voten críticas opinión opiniones коммент* критик* лайк* мнени*",
    "thanks": "thank thanks thankyou thank-you thx thanx ty grateful gratitude hugs cookies cookie brownies biscuit kisses kudos credit credits acknowledgements acknowledgments danke dank dankeschön merci remercie remerciements gracias agradezco agradecimientos спасибо благодар*",
    "sorry": "nobody_minds no_offence no_offense sorry apologies apologise apologize forgive excuse bear_with entschuldigt verzeiht tut_mir_leid désolée désolé pardon perdón perdon siento disculpen lamento простите извините извиняюсь прошу_прощения",
    "hope": "hope hoping hopefully hoffe hoffentlich j'espère espère espero надеюсь",
    "enjoy": "enjoy enjoyed enjoying enjoys happy_reading good_reading gefällt gefallen viel_spaß vergnügen plaira plaît plu plaise bonne_lecture guste gustó gustado disfruten disfrutado понрав* приятного_чтения приятного_прочтения",
    "like": "like liked like-it love loved hate hated think thought guess thoughts gefiel fandet findet aimé aimez pensez pensé parece pareció opinan opinas нравит* думаете скажете удовольств*",
    "ask": "blame_it blame_me blame_him blame_her blame_the blame_my can_blame bear_with please pls plz let_me_know tell_me drop leave send email e-mail message pm click hit press point_out be_kind be_nice be_gentle go_easy don't_hesitate feel_free don't_forget welcome appreciated bitte lasst lass schreibt hinterlasst seid freue freu s'il_vous_plaît laissez laissez-moi dites dites-moi dites-le-moi n'hésitez hésitez soyez donnez por_favor dejen déjenme deja dejad díganme háganmelo sean пожалуйста пишите оставляйте оставьте жду буду_рад* не_забывайте не_судите",
    "beta": "betas beta'd betaed beta-read beta-reader beta_reader my_beta betaread unbeta'd unbetaed un-beta'd un-betaed unbeta-ed non-betaed betaing beta-ed beta'ed britpicked brit-picked britpick brit-pick brit-picking no_beta not_beta to_beta for_beta cheerleader cheerleading proofread proofreading "
    "betaleser betaleserin betagelesen bêta bêta-lectrice betalectrice beteado betear beteada бета беты бете бету бетой вычитан* гамм*",
    "check": "drüberlesen betalesen korrekturlesen gegenlesen relecture вычитк* beta proofread proofreader corrections editor",
    "show": "season seasons episode episodes finale pilot manga anime comics tv canonverse eps ep staffel folge bände tome tomes saison épisode temporada episodio сезон* сери*",
    "book": "setting show series movie film movies book books comic game gameverse buch serie livre libro serie книг* эпизод*",
    "song": "song lyrics songs title poem quote quotes quotation summary summaries playlist soundtrack titel liedtext chanson titre paroles canción título песн* названи* стих*",
    "site": "nsfw sfw my_bio my_username word_count wordcount qotd aotd anonymous_comments comment_below comments_below link_in the_link the_link's ao3 ffnet ff.net ffn fanfiction.net tumblr livejournal lj dreamwidth wattpad twitter facebook discord patreon instagram deviantart my_profile my_blog my_journal my_website my_site my_page mailing_list newsgroup delurking de-lurking fanfiktion.de ficbook mon_profil mein_profil mi_perfil фикбук* профил*",
    "place": "trolls links username bio profile blog website site forum list journal community inbox page account crashed internet laptop hard_drive computer",
    "legal": "rechte_liegen les_droits los_derechos copyright copyrighted copyrights infringement profit profits sue suing lawsuit disclaimer disclaimers disclaimed trademark trademarks recognise recognisable recognize recognizable rightful entertainment_purposes without_permission no_money_is no_money_was no_money_made no_harm no_disrespect all_rights respective "
    "urheber urheberin ausgeliehen eigentum profit droits propriété emprunte lucro derechos prestados propiedad выгод* прав* прибыл* претенду*",
    "own": "paid pays pay poor broke cent lawyers lawyer network own owns owned owner owners belong belongs belonged property mine rights money borrow borrowing borrowed toys sandbox unharmed creators creator creation cent penny dime permission pretend not_mine "
    "gehört gehören gehörten geld geborgt verdiene rechte appartient appartiennent appartenir argent pertenece pertenecen dinero míos míos prestadas принадлеж* создател* денег",
    "warn": "spoilers_saison spoilers_temporada universo_alterno univers_alternatif alternatives_universum rated rating ratings tw cw nc-17 nc17 pg-13 pg13 m/m f/f m/f non-graphic trigger_warning character_death warnings_for warning_for you_have_been_warned been_warned tissues achtung avertissement предупрежден* рейтинг* ab_16 ab_18",
    "risk": "squeamish blood_in swearing warning warnings warn trigger triggers explicit mature graphic swearing mentions violence contains warnung advertencia advertencias осторожно offend offends offended",
    "fault": " rusty messy rambling ramblings ramble rant cringe cringey abrupt out_of_practice cheesy mistake mistakes error errors typo typos grammar spelling commas unedited rushed confusing crappy cheesy sucks suck lame boring formatting ooc fehler kommafehler rechtschreibfehler muttersprache muttersprachlerin fautes faute orthographe ortografía errores ошибк* опечатк*",
    "wait": "short long late wait waiting delay delayed delays patience patient a_while ages forever retard attendre tardar tardanza demora corto задержк* ожидани* коротк*",
    "life": "wifi uni midterm power_outage my_job my_boss my_computer my_laptop real_world roommate laundry studying school college university exams exam finals homework busy real_life writer's_block writers_block vacation midterms semester prüfungen klausuren schule uni urlaub cours examens vacances boulot ordinateur escuela universidad exámenes vacaciones tarea учёб* сесси* экзамен*",
    "next": "next soon weekend nächste nächsten nächstes bald wochenende prochain prochaine bientôt próximo próxima pronto siguiente следующ* скоро выходн*",
    "day": "tomorrow tonight today friday sunday saturday monday wednesday thursday tuesday week weeks daily weekly schedule morgen sonntag freitag vendredi dimanche semaine semana domingo завтра недел*",
    "this": "this here here's these this_one dieses hier voici voilà ceci aquí вот",
    "firsts": "first second third new latest newest another last final debut attempt try erste erstes erster zweite zweites neue neues letzte première premier nouvelle nouveau dernier primer primera nuevo nueva segundo último перв* втор* нов* последн*",
    "gift": "adventskalender wichteln wichtelgeschichte wettbewerbsbeitrag amigo_invisible en_el_reto al_reto тайного_санту nominated award shout-out shout-outs shoutout shout_out birthday gift a_present dedicated dedication exchange challenge request requested prompted secret_santa geburtstag geschenk gewidmet wettbewerb anniversaire cadeau défi dédié cumpleaños regalo reto dedicado конкурс* подарок* заявк* посвяща*",
    "set": "set takes_place timeline ignores ignoring after during before between following spielt nach während se_passe après avant durant se_sitúa después antes durante действие_происходит после",
    "idea": "idea ideas muse muses inspired inspiration plotless research outline liberties idee inspiriert einfall idée inspiré inspirée ocurrió inspirado inspirada trama argumento идея идею вдохнов* муз*",
    "net": "gonna_lie mwahaha sooo soo woohoo woot asdfghjkl omg lolol lol lmao rofl btw omfg xd haha hehe heh yay kinda dunno anyways anywho okey meh welp ugh tho thx pls plz cuz coz tbh imo fyi eta xx xxx xoxo bisous besos mdr ttfn squee hee",
    "face": ":) :( :d ;) :p <3 ^_^ ^^ :3 :-) ;-) :-d =) =d ;d :] xd",
    "okay": "anyhow ah mwahaha sooo soo sooooo gosh whew phew argh wow okay ok anyway yep nope yeah hey right so oh uh alright actually basically honestly seriously also just really",
    "aside": "by_the_way just_so_you so_you_know just_so_we in_case_you in_case_it in_case_anyone if_you_haven't if_you're_new if_you_don't if_you've for_those for_anyone for_anybody for_the_record fun_fact side_note heads_up head's_up spoiler_alert in_my_defence in_my_defense what_can_i i_know_i_know i_swear i_promise i_promised trust_me hang_in stay_safe stay_tuned take_care have_a_great have_fun thanks_again as_always as_usual so_far for_now on_to_the on_with_the that's_a_wrap without_further here_goes here_we_go here_you_go no_idea_where no_clue you're_welcome you_know_where you_know_the_drill you_can_find where_to_find you've_been_warned sue_me bite_me made_up made_most out_there the_usual_suspects regret_nothing los_geht's na_ja je_vous_laisse ya_saben а_вот",
    "feel": "tired excited nervous scared proud happy glad sad worried confused bored interested pleased surprised touched thrilled overjoyed honoured honored flattered embarrassed disappointed relieved supposed crazy insane weird strange stupid freut froh stolz contente content fière heureuse feliz contenta nerviosa рада рад счастлива",
    "read": "read reading reads reread rereading skip lesen lest gelesen lire lecture lu lectura leyendo leído чита* чтени* прочт* прочит*",
    "style": "talking thinking telepathy speaking translations time_jump timeskip time_skip present_tense past_tense second_person first_person third_person formatting dialogue italics italic bold bolded pov povs point_of_view third-person first-person flashback flashbacks asterisks underlined kursiv fett italique gras cursiva negrita курсив* от_лица",
    "people": "characters character ocs plot scene scenes writers universe world relationship romance personen figuren charaktere personnages personnage intrigue personajes personaje герои герой персонаж* геро* сюжет*",
    "greet": "hi hello hey hiya howdy greetings hallo hallöchen moin moinsen servus huhu welcome bonjour salut coucou hola buenas привет* здравствуйте",
    "bye": "ciao cheers until_next till_next see_you that's_all that's_it tschüss bis_bald bis_dann à_bientôt à_très nos_leemos nos_vemos до_следующ* до_встречи",
    "told": "said asked whispered shouted replied answered murmured muttered sighed nodded shrugged grinned laughed smiled frowned stared glanced turned walked stood sat knelt leaned pulled pushed reached touched kissed ran opened closed shut climbed followed waited watched listened woke slept "
    "sagte fragte ging stand sah lachte nickte rief dit demanda regarda répondit sourit dijo preguntó miró respondió sonrió сказал* спросил* пош* посмотрел* ответил* улыбнул* кивнул*",
    "world": "letter letters brief lettre lettres carta cartas dog goat coffee sleep dead death died money-box eyes eye hand hands fingers arm arms shoulder shoulders hair lips mouth breath skin blood heart voice head face feet door doors window windows floor wall walls room kitchen house street road stairs table chair bed lamp light dark darkness night morning evening rain snow wind sea sky sun moon stars river water fire smoke garden field forest trees tree stone city town village church train car boat ship horse dog cat bird birds gun knife sword coat hat shoes bread soup coffee tea wine father mother brother sister wife husband king queen captain doctor soldier soldiers police "
    "augen hand tür fenster nacht haus regen meer vater mutter bruder yeux porte fenêtre nuit maison pluie père mère frère ojos mano puerta ventana noche casa lluvia mar padre madre hermano глаз* рук* двер* окн* ноч* письмо письма дом* дожд* мор* отец мать брат*",
    "others": "he she him his her hers they them their himself herself themselves he'd she'd he's she's they'd er ihn ihm seine seinen il elle lui ils elles leur él ella ellos su sus он она его её ему ей они их ним ней",
    "past": "tore lit slept burst shook sank sang swam rang blew bled bent built bought caught chose clung crept dealt dug drank drove ate fled flew forgave froze hid hung knelt leapt lent met rode rose sent shone shot slid spent spun stole stuck struck stung swore swept swung taught woke wept won wrung bit hurled sought swelled strode slew was were had did went came made took knew saw felt told left found gave kept ran fell sat stood lay lost thought brought held heard became spoke broke drew grew threw wore waren hatte hatten ging kam sah las legte nahm gab lag saß dachte wusste machte était étaient avait avaient fut furent était eran estaba estaban había fue fueron был была было были",
}
"""Idea → its words. A star ends a stem; an underscore joins the words of a phrase."""

SAYS: Final[dict[str, str]] = {
    "fanwork": "fan fiction",
    "fandom": "fandom",
    "chapter": "chapters",
    "story": "a story",
    "self": "“I”",
    "you": "“you”",
    "readers": "readers",
    "everyone": "everyone",
    "write": "writing",
    "finish": "beginning or finishing",
    "update": "posting and updates",
    "post": "posts or archives",
    "review": "reviews",
    "comment": "comments",
    "thanks": "thanks",
    "sorry": "excuses",
    "hope": "hopes",
    "enjoy": "enjoying it",
    "like": "liking or thinking",
    "ask": "asking for something",
    "beta": "a beta reader",
    "check": "a beta",
    "show": "seasons or episodes",
    "book": "a show, film or book",
    "song": "songs, titles or quotations",
    "site": "sites for stories",
    "place": "the internet",
    "legal": "rights and profit",
    "own": "owning",
    "warn": "ratings and warnings",
    "risk": "what may offend",
    "fault": "mistakes",
    "wait": "waiting or length",
    "life": "school and work",
    "next": "what comes next",
    "day": "days of the week",
    "this": "“this”",
    "firsts": "firsts and lasts",
    "gift": "gifts and prompts",
    "set": "when it takes place",
    "idea": "ideas",
    "net": "the slang of the net",
    "face": "smileys",
    "okay": "“okay”, “well”, “so”",
    "aside": "asides to whoever reads",
    "feel": "how the writer feels",
    "read": "reading",
    "style": "italics or points of view",
    "people": "characters, plot or scenes",
    "greet": "greetings",
    "bye": "goodbyes",
    "told": "deeds",
    "world": "things",
    "others": "others",
    "past": "the past",
}
"""Idea → how it is called when a decision is explained."""

OPENERS: Final[dict[str, str]] = {
    "for": "for_^ this_is_for this_one_is_for this_one's_for this_one_goes written_for written_as written_in_response made_for done_for dedicated_to a_gift_for a_present_for gift_for gift_fic a_belated a_late_birthday a_birthday_present a_christmas_present happy_birthday happy_belated merry_christmas happy_holidays my_entry my_response my_contribution an_answer_to my_answer in_response_to in_answer_to fill_for prompt prompt_: "
    "geschrieben_für ein_geschenk geschenk_für für_^ pour_^ écrit_pour para_^ escrito_para написано_на написано_для для_^ по_заявке",
    "about": "this_is_my this_is_a_sequel this_is_the_sequel this_is_an_au this_is_the_first this_is_the_second this_is_the_third this_is_a_remix this_is_set this_takes a_remix a_sequel_to sequel_to a_prequel prequel_to a_companion companion_piece companion_to a_translation translation_of a_tag tag_to a_coda coda_to missing_scene a_missing_scene inspired_by "
    "based_on based_loosely loosely_based set_after set_before set_during set_in_season set_in_the_same set_between set_right set_shortly set_post set_pre set_somewhere set_sometime takes_place taking_place spoilers_for spoilers_through spoilers_up spoiler_for no_spoilers episode_tag title_from title_by title_is title_taken title_comes the_title the_lyrics lyrics_by lyrics_from lyrics_are quote_is quote_from song_is song_by rated_r rated_m rated_t rated_pg rated_for the_rating rating_is contains_spoilers contains_slash not_beta'd not_betaed not_beta no_beta unbeta'd unbetaed un-beta'd un-betaed "
    "my_first a_short a_little a_quick just_a_little just_a_short just_a_quick au_in_which au_where au_after au_from an_au spielt_nach spielt_vor inspiriert_von se_passe inspiré_de basado_en inspirado_en действие_происходит перевод_фика перевод_с",
    "rules": "please_do_not_repost please_don't_repost do_not_repost do_not_archive do_not_copy don't_like no_flames if_you_don't_like if_you_do_not_like you_don't_need_to_have you_should_read you_might_want_to_read can_be_read also_posted also_on also_available cross-posted crossposted cross_posted originally_posted originally_written comments_are comments_and reviews_are reviews_and feedback_is feedback_welcome archive_anywhere turn_back thanks_to thanks_go many_thanks_to special_thanks big_thanks huge_thanks hugs_to kudos_to credit_goes love_to "
    "danke_an merci_à gracias_a спасибо_моей спасибо_бете",
    "next": "until_next till_next next_chapter next_part next_update next_time next_up up_next in_the_next coming_up more_soon more_to_come to_be_continued see_you_next see_ya see_you_in_the_next previously_on previously_: last_time_on last_time_: recap recap_: should_i_continue so_what_did what_did_you_think let_me_know tell_me_what hope_you_enjoyed hope_you_liked hope_y'all that's_all_for that's_it_for okay_that's i'll_try_to_update i'll_update enjoy_the happy_reading on_with on_to_the without_further now_on_with and_now_on "
    "bis_zum_nächsten bis_bald à_bientôt à_la_prochaine hasta_el_próximo nos_leemos до_следующ* в_следующ*",
    "edit": "eta edited edited_to edit update_: eta_: edit_:",
}
"""How remarks about a text begin; ``^`` stands for a name."""

TELLING: Final[dict[str, tuple[str, ...]]] = {
    f"talk.{name.replace('+', '-')}": tuple(name.split("+"))
    for name in """fanwork fandom chapter story self you readers everyone write finish update post review comment thanks sorry hope enjoy like ask beta check show book song site place legal own warn risk fault wait life next day this firsts gift idea net face okay aside feel read style people greet bye
    self+write self+write+this self+write+story self+write+chapter self+update self+post self+finish write+this write+story write+chapter firsts+write self+firsts this+chapter this+story self+chapter self+story you+chapter you+story next+chapter next+story firsts+chapter firsts+story this+firsts
    thanks+check self+check ask+check ask+review ask+comment ask+like ask+you you+review you+comment self+review self+comment thanks+review thanks+comment thanks+readers thanks+everyone thanks+read thanks+people thanks+self thanks+you hope+enjoy hope+like hope+you hope+everyone hope+readers greet+everyone greet+readers
    post+story post+next update+next update+day update+everyone update+you sorry+wait sorry+chapter sorry+story sorry+fault self+fault self+wait self+life life+write wait+chapter this+idea self+idea show+set set+story set+this show+self book+self self+feel this+feel show+this
    own+people own+book own+story own+self own+you legal+self legal+people own+legal gift+write gift+you gift+self gift+this read+this read+story read+chapter you+read everyone+read read+self people+self people+story this+style song+this song+self everyone+story everyone+chapter like+story like+chapter like+this you+like
    this+self this+you""".split()
}
"""What a sentence tells when it holds all of these ideas."""
