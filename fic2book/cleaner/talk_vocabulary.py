"""Words that writers to their readers, or narrators, use far more often; fitted and written by benchmarks/talk/fit.py.

An underscore joins a pair of words; a number sign stands for all numbers.
"""

from typing import Final

VOCABULARY: Final[dict[float, str]] = {
    0.5: """
        # #_the a_bit asked author's because because_she bit blame button cat coffee cover de enough fixed for_this half half_of
        hard have_a he's hundred if just last leer line made need not_mine notes of_you old or penwright real really say_it she's
        the_books the_letter the_morning they're this this_on this_one this_was too up version well_that who will_be words work ya
        yes ça
    """,
    0.4: """
        a_few a_line as_a at_me be beta don't_own ella end few fin from_a go guessed harbour hat hope_that horse i've i_couldn't
        instead instead_of it's_been je_sais knows language lot love_it map merrow mir more_of n'est need_to never_happened on_my
        other que she_asked side site snow so spot still su sé thanks_to that_was the_bit the_man the_map them then_i thoughts
        thousand through too_much train used weeks where written_by yes_the you_liked you_thought все
    """,
    0.3: """
        a_horse a_little a_real all_the and_not and_out and_said and_she anonymous answer anything après are_the art asked_for
        autora away back_and back_from based because_i because_of bed been_on behalten behind below big blame_the couldn't dass_es
        dc deal dejo deux different do_you done ein en_el epilogue etwas exchange fault fic fixed_the for_the four_in gracias_a
        had_the happened her_about here here's hope i'm_back i'm_only i_like i_may i_only i_said in in_here in_this is is_a is_by
        is_real is_what it'd italics its_people j.k kommt last_night learn les lesen like_it listen_to listened_to little lo lost
        love may_have me_if moi morning moved my_grandmother needed never nice no no_i non not_in not_sorry nota of_my off on one
        original ought ought_to over patience petit prompt quick qué reviews rowling said_it said_when set show still_wrong sure
        tanto that_he that_made the_dog the_ending the_title the_war their these_two they think to_bed to_learn to_let to_write
        una up_the was_my week when_i wouldn't wrote_this you've you've_been you_it you_said you_thank à_moi ну что
    """,
    0.2: """
        #_and :) a_cat a_great a_lot a_reason about_a after after_that alone and_because and_he and_it's and_one and_see and_to
        anybody are are_in are_mine are_not as author b back band been_in before belong belong_to beta'd better bite bits boats
        bueno but by_my can case challenge changed church clear coming comments con couple cut das_war's die_idee doesn't dog
        don't done_it down_the drawn either es_de es_so everyone everyone_who exactly except eye file find_out finished fix follow
        for four funeral gehört get go_back got grandmother guest hands happened_in hate have_gone he_looked hospital hours i'm
        i've_gone i_could i_did i_needed i_promise i_put i_regret ich_hab ich_verdiene idee idee_kam ignores ignores_the ihr in_#
        in_case in_italics in_one infringement intended internet is_made is_my it's it's_all it_but it_shows it_up it_wasn't
        just_so kam kept kind know_i la_suite last_time like_that listened lot_of lyrics made_it me_i means middle might mind_the
        mine missed missing months more mostly my_brother my_dad más n'est_à never_thought nichts night_and no_she not_read
        not_sure note note_on nothing_about of_one okay one_very one_you ones only_the own_it own_the pareció pas_à people
        permission person_who peu pilot por pour probably promise que_me real_one rien right_then rights_to said_i said_what sais
        same_name saying see_the sense shut single sitting so_don't so_is some sort sort_of stand started_this stay_safe stolen
        stories straight stuff suite take_it tea tell_me than the_big the_dead the_end the_horse the_one the_original the_other
        the_person the_pilot the_site the_top there's_a these thinking this_and thought_i thought_i'd time time_i to_go to_have
        to_know told_her told_you tomatoes top tried_to tumblr two two_hundred two_years um un_peu up_to va verdiene vote waiting
        was_an was_asleep was_his we_go wedding what's what_do whether wife wine wird with wondered wonderful worth yes_i yet
        you_asked you_don't you_i you_know you_might younger à écrit будет буду вам глава как
    """,
    0.1: """
        a_new a_note a_sort a_while accident all_to alors an an_old and_i'm and_that's answered any_of aren't at_the au aus aux
        avec based_on be_continued belongs belongs_to between bicycle blue books bottom break brother by c'est came_out can't
        can_you caught ce_chapitre cent chapitre character_death characters come_back comics constructive could_have court damit
        davon day dos eating el_próximo esto et_à euch_gefallen even every_day every_one everybody_who father fell_off flames
        folks for_all for_my for_once four_hundred from fun gave gefallen goat hand_and has_been hasta_aquí he_has here_is here_we
        honestly i_started i_tried if_you're in_my into is_an is_mine isn't_it it's_not it_helps it_in it_there it_went it_would
        itself king kurz lasst lena's letter lighthouse like_this listen married me_the meant_to men mi moment moved_the my_head
        my_old nach_dem name name_on nearly next nineteen nobody's not_enough not_own nunca of_this on_this one_of over_and owns
        parts passed pero_el person personajes poor property property_of put_a put_up regret safe said_anything same_as scene
        second_half seemed_to short_i si signed sin sitting_on slow so_hard so_you stair standard storm terrible thank that_day
        the_bottom the_internet the_king the_lighthouse the_little the_ones the_people the_property the_rights the_train the_wall
        the_wedding the_winter there_will they_got they_say they_were think_of third three title tried used_to usual voilà
        voilà_c'est wanted warm was_in was_made was_that watched wer what_he what_is where_i would_be yeah you_got you_want
        your_name её мой спасибо
    """,
    -0.1: """
        a_car a_clock a_happy a_story a_year across afternoon all_for alles aloud als also and_it and_nobody and_now and_on
        and_then and_there and_two any aquí as_my at_eight at_my at_nine at_that avait bank be_the been_a began_with believe
        belonged belonged_to broke came_to careful carry chapter_and city closed colour_of comment computer crew date decided_to
        did_it dijo_el do doctor don't_sue door_and down_in early empty enjoy_the everything fair fell_in fire from_me fue für
        get_on get_this getting ghosts grey habe había had_it had_not happy_birthday has_got hatch have_been have_read her_and
        here_goes hi his how_many how_to i i'd_been i'd_have i_can't i_left i_mean i_never i_told i_usually i_was ich important
        in_an in_his is_on isn't_a it it_still it_the je je_n'ai killed killed_him knees know_that know_when ladder lay let_the
        looked looking love_to merci_pour mich mind my_computer my_dear never_been next_time next_week no_profit nose not_be
        not_been nun of_all ok one_for one_is one_who or_so over_the own_a owned parrot people_who piano plot plus poem porte
        puerta que_la river rule sagte said_and sans say se_le sea_and see_that set_the she_had she_wrote ship since_the so_if
        someone soon stayed stopped string stuck sue that's_all that_it that_nobody that_week that_you the_biscuits the_colour
        the_doctor the_kitchen the_plot the_road the_series the_walls then_she there there_has there_was this_is through_the
        time_that to_any to_come to_everybody todo told_it tolliver twice_and typed until very viel vielen walls was_no
        was_nothing was_one was_what we're weil went_on what when_she where_the which_is white who_is whom window with_his won't
        wonder would wrong you'd_be you_did you_get you_go you_see you_so you_wanted you_would zu она
    """,
    -0.2: """
        a a_man a_song a_warning ab aber about_the al all_my all_right already am_sorry am_writing an_egg and and_here and_i
        and_i've and_so and_you are_going are_my are_only as_far auf back_to be_back began_and beginning breakfast bridge brought
        burn bus but_a but_there can_see chair chapter_of clock cold come_in cousin danke de_la dem den depuis died dit dry du
        días easy eaten elle end_of ended er estaba et evening expect family far_as favourite finale find_a first for_one for_what
        forget from_the full ghost go_on gone good got_a had_gone hadn't_been have he_had he_read he_thought he_was hear_me heard
        her here's_the here_and hope_this how_it hugs hung i_can i_didn't i_haven't i_hope i_tell i_would in_a inside is_the
        is_this is_true ist it's_the it_again it_back it_like it_took it_twice j'espère j'espère_que know_if know_me kudos
        l'histoire la lake las leave_it light like_a like_you loud mais mal mayor me_out message money much much_for my
        my_favourite nadie name_is nine nine_and no_i'm none not notice noticed of_his office once_upon order p.s pass pen
        perfectly piece please_do plot_# porque pour_le proud_of put_the radio reading_this red right roof room rope run running
        say_that se sea seat see_you send she'd she_could she_read she_thought shoes singing sir sit_down sleep so_far so_he
        so_that soft some_of sorry stairs stay story_for supposed supposed_to take taken talk_to teacher thank_you that that's
        that_i've that_we the_bank the_boat the_book the_bridge the_bus the_chapter the_children the_first the_gate the_kettle
        the_key the_light the_paper the_parrot the_phone the_radio the_roof the_sea the_story the_stove the_third the_vicar
        the_water them_were these_are they_had this_house this_i thought_and to_be to_put to_say to_tell to_think to_you today
        tomorrow true très turned un under_the une upon upon_a usually verse vicar warning was_not was_short water weren't what_a
        what_happened what_you when_the whoever why wieder will_you with_me worse would_not y y_no years_and you_enjoy you_may
        you_never you_that était а было всё дверь но по раз сказал
    """,
    -0.3: """
        all_of and_that and_waited are_you ate auch auf_dem back_in bath bien biscuits board bring came cette chapter child colour
        come copy could_not der did_not didn't en es ever everybody face far finds fit floor fois for_me gate geld had_a has
        hope_you how i'd_like i'll i'm_a i've_got i've_never i_promised i_thought i_wanted il im in_red in_ten it's_only it_had
        jamais know_it's la_historia lettre made_up man manuscript may mistakes mit mon mother must my_first my_story niemand
        nobody nobody_will not_a not_written nothing_to number of_me omg on_the out page paper pencil phone price promised rain
        read_the says seven sing six so_that's song sorry_i stone take_the talk that_night the_bath the_floor the_manuscript
        the_price the_ship the_thing the_weather then there_wasn't they'd thing_about thinks those those_who to_leave to_talk
        to_this twice u vez wait waited waited_for we_were were what_did what_to will written_in yours à_la и я
    """,
    -0.4: """
        a_word again alguien and_no and_the anyway boat book boy call called calling children coat could danke_für days dead dijo
        do_not eight einmal en_la et_il girl got_the hadn't has_a haven't hey him how_i i'm_sorry i_have i_shall i_should i_want
        is_not it_isn't j'ai jahren key knew let_me minutes no_one of_that of_them once patient please_let put_on quelqu'un
        read_it remember shall sie sign small sound step stop tell_them tell_you ten thanks_for that_i that_one the the_new
        the_only there's_no told us wait_for war_es weather went what_follows without writing_this за
    """,
    -0.5: """
        always am and_a because_the been began but_the dear diary die down editor follows further had had_been have_to he he'd
        hear home house i'd i_am idea is_to it_is it_was land late lawyer le leave let met my_name my_own nicht of_the our out_the
        please reading said said_the seit she silence somebody story tell the_lawyer there_is this_book thought war was was_the we
        welcome_to xx you_for your
    """,
}
"""Weight → words; those above 0 are writers'."""
