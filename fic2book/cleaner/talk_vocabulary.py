"""Words that writers to their readers, or narrators, use far more often; fitted and written by benchmarks/talk/fit.py.

An underscore joins a pair of words; a number sign stands for all numbers.
"""

from typing import Final

VOCABULARY: Final[dict[float, str]] = {
    0.5: """
        # #_the a_bit asked author's because because_she bit blame button cat coffee cover eure fixed for_this go half_of hard hat
        have_a he's hundred if just last les line made mir more_of need not_mine notes of_you old or penwright real really reviews
        say_it she's snow the_bit the_books the_letter the_morning they're this this_on this_one this_was too too_much up version
        well_that who will_be words work ya yes you_liked you_thought ça
    """,
    0.4: """
        a_few a_horse a_line and_said as_a asked_for at_me aux be below beta couple de dejo deux different don't_own down_there
        few from_a guessed half horse i've in_this instead instead_of it's_been it_up language leer listen_to lost lot love_it map
        merrow moi moved need_to never_happened nice on_my other petit que qué said_it she_asked side site so spot still su sé
        thanks_to that_was the_man the_map them then_i they thoughts thousand through train used week weeks when_i where
        written_by yes_the если ну что
    """,
    0.3: """
        a_day a_little a_real all_the alle alors and_not and_out and_she anonymous answer anything après are_the art autora away
        back_and back_from based because_i because_of bed been_on behalten behind big blame_the blue_button but c'est challenge
        con couldn't dc deal do_you dog ella en_el end enough es_de etwas euch exchange fault fic fin find_out fixed_the for_the
        four_in gehört had_the happened harbour her_about here here's hope hope_that i'm_back i'm_only i_couldn't i_like i_may
        i_only i_said immer in in_here is is_a is_by is_real is_what it'd it's italics its_people j.k ja je_sais keine kind knows
        kommt last_night learn lesen like_it listened_to love made_it may_have me_if mi missing mit_dem morning moved_the
        my_brother my_grandmother n'est needed never nichts no no_i not_in not_sorry of_my original ought ought_to over patience
        people por prompt que_no que_ça quick rowling said_when schon show still_wrong sure text that_he the_dog the_ending
        the_title the_war their these_two think time_i to_bed to_learn to_let to_write up_the up_to va vos was_my what_do wird
        wrote_this you've you've_been you_asked you_it you_thank à_moi вам все после
    """,
    0.2: """
        #_and :) a_cat a_lot a_reason about_a after_that alone and_because and_he and_one and_see and_to any_of anybody are_in
        are_mine are_not arm attention author b back band been_in belong belong_to belongs belongs_to beta'd better bite bits
        boats bottom bueno by_my can case caught changed church clear coming court cut dass_es day doesn't don't done done_it dos
        down_the drawn either entre epilogue es_mi est esto et_à everyone everyone_who exactly eye finished fix follow for for_all
        funeral für_die fürs get go_back got gracias_a grandmother guest hands happened_in hasta_aquí have_gone he_has hospital
        hours i'm i've_gone i_could i_did i_needed i_promise i_put i_regret ich_hab ich_mich ich_verdiene if_it's if_you're
        ignores ignores_the in_# in_case in_der in_italics in_my in_one infringement intended internet is_made is_mine is_my
        isn't_it it's_all it_but it_shows it_wasn't jetzt just_so kept know_i la_suite last_time letter like_that listen listened
        little lo lot_of lyrics là me_i means might mind_the mine months more mostly my_dad my_old n'est_à never_thought ni
        night_and no_she non not_read not_sure nota note nothing_about of_one off on on_this one one_very one_you ones only_the
        own_it para passed permission person_who pilot poor probably promise que_les que_me read_this real_one right_then
        rights_to safe said_i said_that said_what sais same_name sat sat_on saying se_passe see_the sense set shut siempre sin
        single sitting so_is some sont sort sort_of stand started_this stay_safe stolen stories storm straight stuck_in stuff
        suite take_it tanto tea than thank that_made the_big the_bottom the_dead the_horse the_one the_original the_other
        the_people the_person the_pilot the_site the_top the_train the_wedding there's_a these thinking this_and thought_i time
        to_go to_have to_know told_her told_you tomatoes top tried_to tumblr two two_hundred two_years verdiene von vote waiting
        wanted was_asleep was_in watched we_go wedding wenn wer wet what's whether which wife wine with wondered wonderful worth
        wouldn't yes_i yet you_don't you_i you_know you_might you_said younger zurück à écrit буду знаю как на они отзывы спасибо
        что_не это
    """,
    0.1: """
        a_great a_note a_sort a_while accident after ages all_to an_old and_i'm and_it's and_that's and_this answered are aren't
        based_on been_sitting before before_you between bicycle bit_of blue books break brother came_out can't can_you ce_chapitre
        ce_que character_death characters come_back constructive could_have das_war's dass davon después do_it ear eating ein
        el_próximo es_so even every_day every_one except faisait father feel feel_free fell_off file folks for_once four_hundred
        free_to fun gab gefallen genug goat had_to hand_and has_been hat_euch hate he_is he_looked here_we hi_everyone i've_been
        i_started i_tried ich_bin if_you into irgendwann is_an ist_mein it's_a it's_not it_helps it_there it_went it_would itself
        king know_you la_fin laisse lasst lena's lighthouse liked_it longtemps los ma me_a meant_to mein men middle missed moment
        my_beta my_head ne_fais next nineteen nobody's nos not_own note_on nunca odd one_of over_and own own_the owns pareció
        parts pas pas_à pensé pero_el person personajes petite petite_review property property_of put_a put_them put_up quién
        regret same_as says_that scene school second_half sent short_i should_be si sie_die signed sitting_on slow so_don't so_you
        stair sus tell_me telling terrible that's_the that_day the_cat the_internet the_king the_lighthouse the_little the_next
        the_ones the_property the_rights the_show the_wall the_winter there_will they_got they_say they_were think_of third
        thought_i'd title to_everyone to_hear to_the tried um un_comentario une_petite used_to voilà vous_en warm was_an was_his
        was_made was_that what_he what_is where_i with_the would_be years years_ago you_got you_put you_want your_name будет
        буду_рада глава долго её не_судите нет привет с следующая только
    """,
    -0.1: """
        a a_car a_clock a_good a_happy a_la a_pencil a_story about_it adeyemi afternoon all_for aloud am_writing and_then
        and_there and_two any as_my as_the ask_me asking at_eight at_my at_nine at_that auf_den bad be_back belonged belonged_to
        best bin broke but_it but_there cake called_it can_say can_see candle careful carry chapter_and city colour_of computer
        crew crying date de_un decided_to den des desde dijo_el do doctor don't_sue door door_and du early empty enjoy_the er_war
        era es fair fell_in finale found get_this gets getting ghosts grey had_it has_not hatch hatte have_been have_read
        haven't_written hello her_and here_goes here_it hi his how_many how_to i'd_been i_didn't i_left i_never i_read i_told
        i_took i_usually important in_a in_his is_on is_true it it_the je_n'ai je_vous keep kein_geld killed killed_him know_that
        know_what ladder lag lay le_monde like_a looking loved made_this mais mal mean mehr mich mind money mother much never_been
        next_time next_week no_profit nose not_be o of_all office oh one_is one_who out_of over_the own_a owned p.s pass past
        people_who plot poem porte puis quand reader rest river rule said_and se_le sea sea_and sequel set_the she_had she_read
        ship sich so_that some_of spoke stars stopped sue table table_and that's that's_all that_i've that_it that_week
        the_biscuits the_colour the_doctor the_gate the_kitchen the_parrot the_plot the_reviews the_road the_soup the_tide
        the_walls then_she there_has there_was three_days through_the time_that to_any to_come to_say to_think tolliver true
        turned twice_and typed und_ich until verse walls want_to was_no was_nothing was_one was_what we're weil welcome went_on
        where_the why window with_his wonder wrong you'd you'd_be you_did you_get you_see you_think you_wanted you_would à_la él
        était в давно
    """,
    -0.2: """
        a_man a_song a_warning a_year ab aber about_the all_my all_right already am_sorry an_egg and_here and_i and_i've
        and_nobody and_on and_so are_my are_only as_far asks ate auch avait back_to be_the been_a began_and began_with beginning
        believe bien biscuits breakfast bridge bus but_a came_to cette chair clock closed cold come_in comment copy cousin de_la
        depuis did_it didn't died down_in dry días easy eaten el end_of ended estaba ever everything family far_as favourite
        find_a fire first for_one for_what forget from_me from_the full für geburtstag geld ghost go_on gone good got_a habe had_a
        had_gone had_not hadn't_been he_had he_read he_thought he_was hear_me heard her here's_the here_and historia hope_this
        how_it hugs hung i i'd_have i_can i_haven't i_mean i_tell i_was i_would inside is_the is_this it_again it_back it_like
        it_took it_twice j'ai j'espère j'espère_que jamais know_if kudos la lake leave_it leid_dass let_the light like_you
        long_way loud made_up man manuscript mayor me_out merci_pour message mit_einem much_for my_dear my_favourite même name_is
        nine_and no_i'm noch noche none not not_been notice noticed nun of_his of_me ok once_upon one_for or_so out pen piece
        please_do plot_# plus porque pour_le proud_of puerta put_the que_je que_la rain reading_this red right roof room rope run
        running sagte sans say_that se seat see_you send she'd she_could she_thought she_wrote shoes should since singing sir
        sit_down sleep slept so_far so_he so_if soft sorry sorry_i stairs stay stayed story_for string supposed supposed_to take
        taken talk_to teacher thank_you that that_you the_bank the_boat the_book the_bridge the_chapter the_children the_first
        the_kettle the_key the_light the_manuscript the_paper the_phone the_radio the_roof the_sea the_story the_stove the_third
        the_water there these_are they_had this_house this_i thought_about thought_and to_be to_everybody to_put to_tell to_you
        today todo twice und under_the upon upon_a usually viel vielen way_down weren't what what_a what_to what_you when_the
        which_is white who_is whoever will_you worse would_not write written_in y_no years_and you'll you_are you_enjoy you_may
        you_never you_so zwei а был всё дверь его кто-то никто письмо
    """,
    -0.3: """
        al all_of and and_no and_that and_waited and_you auf_dem back_in because_the board bring brought burn came chapter_of
        child colour come could_not danke dear_diary did_not dir dit elle en_la evening expect face far finds floor fois for_me
        fue gate gehörte había has have hope_you how i'd_like i'm_sorry i've_got i've_never i_hope i_promised i_thought i_wanted
        im in_red it's_only it's_the it_had know_me l'histoire let lettre may mistakes must my my_first my_story nicht nine nobody
        nobody_will not_a not_written number nächste omg on_with once order page paper patient perfectly personne_ne phone price
        radio read_the says seven sing six so_that's son song stone take_the talk thanks_for that_i that_night that_we the_bath
        the_bus the_floor the_only the_pencil the_price the_ship the_thing the_vicar the_weather them_were there_wasn't they'd
        thing_about thinks this_is this_up those those_who to_leave to_talk to_this tomorrow très vicar wait waited waited_for
        warning was_not was_short water we_were were what_did what_happened whom wieder will with_me würde y you_that за но я
    """,
    -0.4: """
        a_word anyway are_you auf bath book boy call called calling chapter children coat could days dead der die dijo do_not
        eight everybody fit girl got_the hadn't has_a haven't hey him how_i i'd i'll i'm_a i_have i_shall i_want in_ten is_not key
        knew know_it's la_historia las lawyer leave lui minutes mon niemand no_one nothing_to of_that of_them pencil personne
        please_let promised put_on read_it said shall sign small sound step tell_them tell_you ten that_one the_new then
        there's_no this_book told u une us vez wait_for weather went writing_this yours сказал
    """,
    -0.5: """
        again alguien always am and_a and_the been began boat but_the danke_für dear diary down editor einmal er et et_il follows
        further had had_been have_to he he'd hear home house i_am i_should idea is_to it_is it_isn't it_was jahren land late le
        let_me met my_name my_own nadie of_the our out_the please quelqu'un reading remember said_the seit she sie silence
        somebody stop story tell the the_lawyer there_is thought war war_es was was_the we welcome_to what_follows without xx
        you_for your и
    """,
}
"""Weight → words; those above 0 are writers'."""
