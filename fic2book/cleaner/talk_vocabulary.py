"""Words that writers to their readers, or narrators, use far more often; fitted and written by benchmarks/talk/fit.py.

An underscore joins a pair of words; a number sign stands for all numbers.
"""

from typing import Final

VOCABULARY: Final[dict[float, str]] = {
    0.5: """
        # #_the a_bit asked author's because because_she bit blame cat coffee de fixed for_this go half_of hard hat have_a he's
        horse if just leer line lot made need not_mine notes of_you or real really say_it she's thanks_to the_books the_morning
        they're this this_one this_was too up version well_that who words work ya yes ça
    """,
    0.4: """
        a_horse a_line as_a be beta different don't_own ein ella for_the from_a guessed half happened harbour hundred i've i_may
        in in_this instead instead_of is_what knows language last last_night lo lost map merrow mir my_grandmother n'est need_to
        needed never_happened nichts not_in old on_my rowling she_asked side snow so spot su sé tell_me that_was the_bit
        the_letter the_map them then_i thoughts thousand through train week weeks where written_by you've you_liked you_thought
        все
    """,
    0.3: """
        a_few a_little after after_the all_the and_said and_she answer après are are_the art asked_for at_me author autora away
        back_and because_of bed been_on before behind below big blame_the boats button by by_my changed couldn't dass_es dc deal
        dejo deux do_you dog don't either en_el end enough fault few fin fixed_the four_in gracias_a here here's hope_that
        hospital i'm_only i_couldn't i_like i_only in_# in_case in_here internet is_a is_real it'd it's_been it_up its_people j.k
        kind kommt learn les lesen like_it listen_to little love may_have meant moi more_of morning moved no no_i non not_sorry
        nota nothing_about of_my off on one other ought ought_to people por prompt que qué reviews said_it said_when sais show
        still still_wrong stuff sure tanto the_dog the_ending the_man the_war their this_on to_bed to_know to_learn to_let up_the
        used was_my what's what_do when_i will_be wouldn't wrote_this yes_i you've_been you_said you_thank à_moi écrit ну что
    """,
    0.2: """
        :) a_cat a_lot a_real a_while about_a and_because and_had and_he and_i'm and_it's and_not and_see and_to anything are_mine
        are_not as at_the avec b back band based based_on been_in belong belong_to belongs belongs_to better bits books bueno but
        can case challenge clear come_back con couple cut die_idee done done_it down_the drawn es_de es_so etwas everyone_who
        except exchange eye fic find_out finished follow for_all four funeral gehört get got grandmother had_the hand_and
        have_gone here_is hope hours i'm_back i've_gone i_did i_promise i_put i_tried idee idee_kam if_you ignores ignores_the ihr
        in_italics in_my in_one infringement is_made is_my it's it's_all it_but it_shows it_wasn't italics just_so kam kein kept
        la_suite longer made_it me_i me_if middle mind_the mine missed missing moment months more mostly my_brother my_dad más
        n'est_à name nearly never nice night_and not_read not_sure note of_one okay one_very one_you ones only_the original over
        own_the pas pas_à patience permission person person_who petit pilot pour probably promise que_me read_this rien right_then
        rights_to said_i said_what same_name saying school set shut single sitting slow so_don't so_is some sort sort_of stand
        started_this stories straight suite take_it tea than thank that_made the_big the_horse the_original the_other the_person
        the_pilot the_title the_top these_two they think this_and thought_i to_have to_write too_much top tried tried_to try two
        two_hundred two_years um un_peu una up_to va vote waiting was_an was_his was_on was_that we_go wer whether which wife with
        with_the wondered worth would_be yeah yet you_asked you_don't you_i you_know à будет вам её как
    """,
    0.1: """
        #_and a_day a_new a_sort after_that all_to alone alors an and_an and_one and_that's answered any_of are_in aren't at_all
        aus aux back_from be_continued because_i been_sitting beta'd between bicycle bit_of bottom break brother c'est came_out
        can_you ce_chapitre cent character characters church comes coming comments constructive could_have damit das_war's davon
        do_it does dos drill el_próximo ending esto et_à euch euch_gefallen even every_day every_single everyone exactly father
        feel feel_free fell_off fiction folks for_my for_once four_hundred free_to fun gave gefallen good_deal hasta_aquí he_has
        he_looked here_we honestly i'm_just i_could i_started i_won't if_you're into is is_by is_for is_mine it's_not it_as it_in
        it_on it_there it_went itself keep keine king know_a lasst like_to listen lot_of lyrics many_thanks married me_the means
        meant_to men mi might moved_the my_hand my_head nach_dem next next_one nobody's nunca of_this on_this one's owns pero_el
        personajes poor property property_of put_a scene second_half short_i should_be si signed sister sitting_on so_hard so_i
        stuck terrible that's_the that_day the_best the_bottom the_hospital the_internet the_king the_lighthouse the_long the_ones
        the_people the_property the_rights the_show the_train the_two the_wall the_winter them_in there's_a they're_all they_got
        they_say they_were think_of thinking third title to_a to_go to_the told_you used_to voilà voilà_c'est warm was_in was_made
        watched wedding what_he while wie would_you years_ago you_all you_want your_name глава извлекаю мой не_извлекаю не_судите
        простите простите_за следующая
    """,
    -0.1: """
        a_car a_clock a_good aber across all_for alles aloud also an_hour and_i and_on and_so and_then and_two aquí are_going at_a
        at_eight at_my at_that auf_den avait bank be_the bought broke called_it can_see careful carry chapter_and closed colour_of
        comment crew danke decided_to did_it dijo_el disclaimer don't_sue early eaten empty ended enjoy enjoy_the face fair
        fell_in fire first for_coming found get_on ghosts give going_to got_a grey had_it had_not happens happy happy_birthday
        has_got hatch have_read he_thought heard her_and here_goes hi his hold hope_this how_many i'd_have i've_never i_mean
        i_shall i_told ich im important in_a in_his is_on is_true isn't_a it it_all it_still je_n'ai killed killed_him knees
        last_chapter let_the like_a like_you looked man me_out merci_pour miles month most my_computer my_dear name_is next_time
        next_week no_profit not_be not_been nun of_all ok once_upon one_who own_a owned page people_who places plot_# plus poem
        pour_le puerta que_la rule said_and sans se_le see_you set_the she_had she_thought she_wrote shoes sit_down slept so_if
        some_of someone stayed stopped sue table thank_you that's_all that_nobody that_she that_you the_biscuits the_colour
        the_first the_kitchen the_road the_third the_way the_whole then_she there's there_are there_has through_the to_do
        to_everybody tolliver true typed un until upon_a verse was_no was_one was_what we're weil went_on when_she white who_is
        whoever whole whom will_you window with_his wonder years_and you'd_be you_get you_will вот дверь
    """,
    -0.2: """
        a a_man a_song a_warning ab about_it al all_my already als am_sorry an_egg and and_here and_i've and_nobody and_waited
        and_you are_my are_only as_far back_to be_back began_and beginning being belonged_to biscuits breakfast bridge brought
        burn but_a but_there came_to chair clock cold come_in computer cousin days de_la den depuis didn't died dit do down_in dry
        días easy elle else end_of er et evening ever expect family far_as favourite find_a finds fit fois for_a for_one for_what
        forget from_me from_the fue full ghost go_on gone habe had_gone hadn't_been have have_been he_had he_read hear_me her
        here's_the hope_you how hugs hung i i'd_been i_can i_didn't i_don't i_haven't i_hope i_never i_promised i_was i_would
        in_the inside is_the is_this ist it's_only it's_the it_again it_back it_like it_the it_took it_twice j'espère j'espère_que
        jamais know_if know_me l'histoire la la_historia lake las leave_it light looking loud mais mal may mayor message mich
        money mother much much_for my my_favourite nadie no_i'm none not not_a not_written notice noticed number of_his office
        one_for open or_so out over_the p.s pass pen pencil perfectly piece please_do plot porque proud_of put_the radio rain
        reading_this red roof room rope run running says sea sea_and seat send shall she'd she_could she_read ship singing sir
        small so_far so_he so_that soft sorry stairs story_for string supposed supposed_to take taken talk that that's that_i've
        that_night that_one that_we the_bank the_boat the_book the_bridge the_chapter the_children the_floor the_gate the_kettle
        the_key the_light the_paper the_phone the_plot the_radio the_roof the_sea the_ship the_story the_stove the_vicar the_water
        the_weather then there these_are they_had thing this_house this_is thought_and time_that to_any to_be to_put to_say
        to_tell to_you today todo tomorrow turned under_the une upon usually vicar want warning was_not was_short we_were were
        weren't what_a what_did what_to when_the why wieder with_me worse would_not writing y y_no you_did you_enjoy you_may
        you_never you_so you_that était а было и но раз сказал
    """,
    -0.3: """
        a_word about_the again alguien all_of all_right and_that anyway are_you ate auf auf_dem back_in bath bien boat boy bring
        bus called cette chapter child colour come could_not danke_für der did_not dijo do_not en es everybody far floor for_me
        für gate got_the hadn't has here_and him how_i how_it i'd_like i'll i'm_a i'm_sorry i've_got i_have i_should i_thought
        i_wanted il in_red in_ten is_not it_had it_is ja know_it's lettre manuscript met mistakes mit mon must my_first my_story
        ne no_one nobody nothing_to omg once order paper phone promised quelqu'un read_the right seven she sing six so_that's song
        sorry_i stay stone take_the tell_you ten that_i the_bath the_bus the_manuscript the_thing them_were there_wasn't they'd
        thing_about thinks this_i those those_who to_leave twice u vez wait_for waited waited_for want_to water what_happened will
        yours à_la всё за по я
    """,
    -0.4: """
        and_no and_the been began book call calling came children coat could dead die eight einmal en_la et_il girl has_a have_to
        haven't hey i_want it_isn't j'ai key knew lawyer leave let_me minutes my_name nicht of_that of_the of_them on_the out_the
        patient please_let put_on read_it remember sie sign silence somebody sound step tell_them thanks_for the the_lawyer
        the_only there's_no there_is us wait weather welcome_to went what_follows without written_in
    """,
    -0.5: """
        always am and_a because_the but_the dear diary down editor follows further had had_a had_been he he'd hear home house i'd
        i_am idea is_to it_was jahren land late le let my_own our please reading said said_the seit stop story tell the_new
        thought told war was was_the we writing_this xx you_for your
    """,
}
"""Weight → words; those above 0 are writers'."""
