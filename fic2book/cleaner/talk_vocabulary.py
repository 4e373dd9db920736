"""Words that writers to their readers, or narrators, use far more often; fitted and written by benchmarks/talk/fit.py.

An underscore joins a pair of words; a number sign stands for all numbers.
"""

from typing import Final

VOCABULARY: Final[dict[float, str]] = {
    0.5: """
        # #_the a_bit asked author's because because_she bit blame button coffee cover de fixed for_this half_of hard hat have_a
        he's hundred if just last leer line made mir need not_mine notes of_you old or penwright real really say_it she's snow
        the_books the_letter the_morning they're this this_on this_one this_was too up version well_that who will_be words work ya
        yes ça
    """,
    0.4: """
        a_few a_horse a_line and_said as_a at_me be beta cat don't_own ella few fin from_a go guessed half harbour hope_that horse
        i'm_only i've instead instead_of it's_been knows kommt language lesen lot love_it map merrow more_of moved n'est need_to
        never_happened nice on_my other over que rowling said_it she_asked side site so spot still su sé thanks_to that_was
        the_bit the_man the_map them then_i thoughts thousand through too_much train used week weeks where written_by yes_the
        you've you_liked you_thought все
    """,
    0.3: """
        a_little a_real all_the and_not and_out and_she anonymous answer anything après are_the art asked_for autora away back_and
        back_from based because_i because_of bed been_on behalten behind below big blame_the changed couldn't couple dass_es dc
        deal dejo deux different do_you done ein en_el end epilogue etwas exchange fault fic fixed_the for_the four_in gehört
        gracias_a happened her_about here here's hope i'm_back i_couldn't i_like i_may i_only i_promise i_said in in_case in_here
        in_this is is_a is_by is_real is_what it'd it_up its_people j.k je_sais kind last_night learn les like_it listen_to
        listened listened_to lo lost love made_it may_have me_if missing moi morning my_grandmother needed never no no_i non
        not_in not_sorry nota of_my on one original ought ought_to patience people petit pilot prompt quick qué reviews said_when
        set show still_wrong sure tanto that_he the_dog the_ending the_pilot the_title the_war their these_two they think to_bed
        to_learn to_let to_write una up_the was_my what's when_i wrote_this yes_i you've_been you_it you_thank à_moi буду ну что
    """,
    0.2: """
        #_and :) a_cat a_lot a_reason about_a after after_that alone alors and_because and_he and_it's and_one and_see and_to
        any_of anybody are are_in are_mine are_not arm author b back band been_in belong belong_to beta'd better bite bits boats
        bueno but by_my can case caught ce_chapitre challenge church clear coming comments con cut damit das_war's die_idee
        doesn't dog don't done_it down_the drawn either enough es_de es_so even everyone everyone_who exactly except eye file
        find_out finished fix follow for funeral get go_back got guest had_the hands happened_in have_gone he_looked hospital
        hours i'm i've_gone i_could i_did i_needed i_put i_regret ich_hab ich_verdiene idee idee_kam ignores ignores_the ihr in_#
        in_italics in_one infringement intended internet is_an is_made is_mine is_my isn't_it it's it's_all it_but it_shows
        it_wasn't italics just_so kam kept know_i la_suite last_time lena's like_that little lot_of lyrics me_i means might
        mind_the mine missed months mostly moved_the my_brother my_dad my_old más n'est_à name_on never_thought nichts night_and
        no_she not_read not_sure note note_on nothing_about of_one off okay one_very one_you ones only_the own_it pareció pas_à
        permission person_who peu poor por pour probably promise que_me read_this real_one rien right_then rights_to said_i
        said_what sais same_name saying see_the sense shut si single sitting slow so_don't so_is sort sort_of stand started_this
        stay_safe stolen stories storm straight stuff suite take_it tea tell_me than that_made the_big the_dead the_horse the_one
        the_original the_other the_people the_person the_site the_top the_wedding there's_a these thinking this_and thought_i time
        time_i to_go to_have to_know told_her told_you tomatoes top tried_to tumblr two two_hundred two_years um un_peu up_to va
        verdiene vote waiting wanted warm was_asleep watched we_go wedding wer what_do whether wife wine wird with wondered
        wonderful worth wouldn't yet you_asked you_don't you_i you_know you_might you_said younger à écrit будет вам глава как
    """,
    0.1: """
        a_great a_new a_sort a_while accident all_to an an_old and_i'm and_that's answered aren't as au aus aux based_on
        been_sitting before belongs belongs_to between bicycle blue books bottom break brother c'est came_out can't can_you cent
        character_death characters come_back comics constructive could_have court davon day dos eating el_próximo esto et_à
        every_day every_one everybody_who father feel feel_free fell_off flames folks for_all for_once four_hundred free_to from
        fun gefallen give goat grandmother hand_and has_been hasta_aquí hate he_has here_we honestly i_started i_tried if_you're
        in_my into isn't it's_not it_helps it_there it_went it_would itself king kurz lasst letter listen meant_to men mi middle
        moment more my_head nach_dem name nearly nineteen nobody's not_enough nunca on_this one's one_of over_and own_the owns
        parts passed pero_el person personajes property property_of put_a put_up regret safe said_anything same_as says_that scene
        second_half seemed_to short_i should_be signed sin sitting_on so_hard so_you some stair stood_in stuck_in terrible thank
        that's_the that_day the_bottom the_end the_internet the_king the_lighthouse the_little the_ones the_property the_rights
        the_show the_train the_wall the_winter there_will they_got they_say they_were think_of third thought_i'd title tried
        used_to voilà voilà_c'est was_an was_his was_in was_made was_that what_he what_is where_i with_the would_be yeah years you
        you_got you_want your_name буду_рада её мой не простите следующая спасибо это
    """,
    -0.1: """
        a_car a_clock a_good a_happy a_pencil a_story a_year across adeyemi afternoon all_for along_the aloud also and_it
        and_nobody and_on and_so and_then and_there and_two any aquí are_going as_my as_the at at_eight at_my at_nine at_that
        auf_den avait be_back be_the been_a belonged belonged_to came_to can_say candle careful carry chapter_and city closed
        colour_of comment computer crew date decided_to did_it dijo_el doctor don't_sue down_in eaten empty ended enjoy_the fair
        fell_in found from_me fue get_this getting ghosts habe había had_it had_not happy_birthday has_not hatch have_been
        have_read her_and here_goes hi hold how_many how_to i i'd_been i'd_have i_left i_never i_told i_usually i_was ich
        important in_a in_his is_on isn't_a it_the je je_n'ai killed killed_him knees know_that know_when ladder last_chapter lay
        let_the long_way looked looking love_to loved mean merci_pour miles mind my_computer my_dear never_been next_time
        next_week noch nose not_be not_been nun nächste of_all ok one_for one_is one_who out_of over_the own_a own_name owned pass
        past people_who piano plus poem porte puerta que_la rest rest_of river rule sagte said_and sans se_le sea_and see_that
        set_the she_had she_wrote ship should so_that someone spoke stayed stopped string stuck sue table table_and that_i've
        that_it that_week that_you the_biscuits the_colour the_doctor the_kitchen the_plot the_road the_series the_soup the_third
        the_walls then_she there there_has there_was three_days through_the time_that to_any to_come to_everybody to_think
        tolliver twice_and typed until very viel vielen walls want_to was_no was_nothing was_one was_what went_on what when_she
        where_the which_is white whom window with_his won't wonder wrong you'd_be you'll you_did you_get you_go you_see you_so
        you_wanted you_would zu она
    """,
    -0.2: """
        a a_man a_song a_warning ab aber about_the al all_my all_right already als am_sorry am_writing an_egg and and_here and_i
        and_i've and_you are_my are_only as_far asks auf back_to began_and began_with beginning believe breakfast bridge broke
        brought burn bus but_a but_there can_see chair chapter_of clock cold come come_in cousin de_la dear_diary dem den depuis
        died dit dry du días easy elle end_of er estaba et evening everything expect family far_as favourite finale find_a fire
        first fois for_one for_what forget from_the full ghost go_on gone good got_a grey had_gone hadn't_been have he_had he_read
        he_thought he_was hear_me heard her here's_the here_and his hope_this how_it hugs hung i_can i_didn't i_hope i_mean i_tell
        i_would im inside is_the is_this is_true it it's_the it_again it_back it_like it_took it_twice j'espère j'espère_que
        know_if know_me kudos l'histoire la lake las leave_it light like_a like_you loud made_up mais mal mayor me_out message
        mich money much much_for my my_favourite nadie name_is nine nine_and no_i'm no_profit none not notice noticed of_his of_me
        office on_the once_upon or_so out p.s pen perfectly piece please_do plot plot_# porque pour_le proud_of put_the radio
        reading_this red right roof room rope run running say_that says se sea seat see_you send she'd she_could she_read
        she_thought shoes singing sir sit_down sleep slept so_far so_he so_if soft some_of sorry stairs stay story_for supposed
        supposed_to take taken talk_to teacher thank_you that's that_nobody the_bank the_boat the_book the_bridge the_bus
        the_chapter the_children the_first the_gate the_kettle the_key the_light the_paper the_parrot the_phone the_radio the_roof
        the_sea the_story the_stove the_vicar the_water them_were these_are they_had this_house this_i this_is thought_about
        thought_and to_be to_put to_say to_tell to_you today todo tomorrow true très turned twice un under_the upon upon_a usually
        verse vicar warning was_not water way_down weren't what_a what_you when_the who_is whoever why wieder will_you worse y
        y_no years_and you_enjoy you_may you_never était а было дверь по раз
    """,
    -0.3: """
        all_of and_that and_waited ate auch auf_dem back_in bath bien biscuits board bring came cette chapter child colour copy
        could_not danke did_not didn't en es ever face far finds fit floor for_me für gate geld had_a hadn't has how i'd_like
        i'm_a i'm_sorry i've_got i've_never i_haven't i_promised i_thought i_wanted il in_red ist it's_only it_had jamais
        know_it's la_historia lettre man manuscript may mistakes mit mon mother must my_first my_story niemand nobody_will not_a
        not_written number omg on_with order page paper phone price promised rain read_the seven sing six so_that's song sorry_i
        stone take_the talk that that_night that_we the_bath the_floor the_manuscript the_pencil the_price the_ship the_thing
        the_weather then there_wasn't they'd thing_about thinks this_up those those_who to_leave to_talk to_this u une vez wait
        waited waited_for was_short we_were were what_did what_happened what_to will with_me would_not written_in you_that yours
        à_la всё и но я
    """,
    -0.4: """
        a_word alguien and_no and_the anyway are_you boat book boy call called calling coat could days dead der die dijo do_not
        eight einmal en_la et_il everybody girl got_the has_a hey him hope_you how_i i'll i_have i_shall i_want in_ten is_not
        it_isn't j'ai key knew let let_me minutes no_one nobody nothing_to of_that of_them once out_the patient pencil please_let
        put_on read_it remember shall she sie sign small sound step tell_them tell_you ten thanks_for that_i that_one the the_new
        the_only there's_no told us wait_for welcome_to went what_follows without writing_this за сказал
    """,
    -0.5: """
        again always am and_a because_the been began but_the children danke_für dear diary down editor follows further had
        had_been have_to haven't he he'd hear home house i'd i_am i_should idea is_to it_is it_was jahren land late lawyer le
        leave met my_name my_own nicht of_the our please quelqu'un reading said said_the seit silence somebody stop story tell
        the_lawyer there_is this_book thought war war_es was was_the we weather xx you_for your
    """,
}
"""Weight → words; those above 0 are writers'."""
