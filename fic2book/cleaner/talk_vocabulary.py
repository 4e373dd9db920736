"""Words that writers to their readers, or narrators, use far more often; fitted and written by benchmarks/talk/fit.py.

An underscore joins a pair of words; a number sign stands for all numbers.
"""

from typing import Final

VOCABULARY: Final[dict[float, str]] = {
    0.5: """
        # #_the a_bit a_few a_line and_yes asked asked_for author's because beta bit blame bottom button coffee con cover
        don't_own either eure fault few fixed for_this from_a hands hard hat have_a he's i'm_only i've i_couldn't if instead
        is_what it's it's_been just knowledge last leer les let's line love mir months more_of need need_to nice not_mine notes
        of_you off on_my on_purpose or other penwright petit point que real really reviews said_that say_it several she's site
        stories text than thanks_to that_was the_bit the_bottom the_letter the_top these_two they they_were this this_on this_one
        thoughts to_have too too_much top up used version where which who word words ya yes you_liked you_said you_thought ça ну
    """,
    0.4: """
        a_couple about alors and_not and_said and_she après archive aren't as_a at_me aux be because_she below but come_back
        couple_of de dejo deux dice done earlier fic for for_all for_the four_in gehört grandmother guessed half_of hate he_never
        here's hope_that i_moved if_it's if_you're immer in_# into is is_an it_shows it_up it_wasn't je_sais kept kommt language
        lesen lied like_it lines lives love_it made mail make_my map me_that means mention merrow moi more n'est never_happened
        permission por prompt prompt_was purpose qué really_was sense show shows sister snow so su sé term that_he the_books
        the_morning the_person the_title the_town the_word them they're this_was thousand to_bed to_read twenty use vos wasn't
        weeks well_that when_i who_asked work written_by wrote_this you_didn't you_thank все если после что
    """,
    0.3: """
        a_horse a_real about_a above alle allowed always_wondered an and_most anonymous answered anybody apologies art at_the
        author autora b back back_and based because_i because_of bed been_on behalten big bite blue_button box but_i've by_my
        c'est can cat challenge chat couple different do_it down_there ella en_el enough es_de etwas euch even even_if everyone's
        fill fin finished fix fixed_the follow for_my for_that four_years from fun get go grew guesses he_wasn't her_about hope
        horse hospital i'm i've_gone i've_moved i've_nothing i_could i_like i_may i_needed i_promise i_put i_said i_tried in
        in_case in_here in_one in_this instead_of internet is_a is_by is_real it'd it's_an it_down it_in j.k ja jetzt keine kind
        king know_i know_the know_who knows learn left_it let_it letter like listen_to longer longer_than lot made_it made_me
        me_if mi mine mine_never missing mit_dem morning morning_and moved must_be my_brother my_dad my_grandmother needed
        never_thought nichts no not_sorry not_sure of_her one_very original otherwise own_it patience people pointed probably
        que_les que_no que_ça rowling sad safe saw schon screen see_the she_asked she_said side so_here's so_i'm something_like
        sort spelled spot still strong such take_it tell_me than_they that_i'd the_# the_box the_dog the_ending the_king the_map
        the_next the_place the_recipe the_show the_war then_i these this_came thousand_words time timeline to_it to_know to_learn
        to_use to_your train tree trying two two_of up_at up_by va wanted web wer what's whether who_has who_held who_said
        who_told who_wanted wird with worth wouldn't writes wrote_it yes_i yes_that yes_the you_asked you_it you_need à à_moi вам
        знаю на они отзывы
    """,
    0.2: """
        :) a_box a_cat a_day a_little a_reason a_review a_thousand address against against_the ages ahead all_that all_the
        an_elephant and_fixed and_out and_see and_thought and_to and_what anon answer anyone apologies_to are_mine are_not are_the
        arm as_they asked_about asked_and at_all at_last attention away back_from band based_on belong belong_to belongs
        belongs_to beta'd bits blame_the boats box_and breath brief brother bueno but_i'm but_then by by_one care case catch
        changed characters clear coast comes_from coming_up comments comments_are constructive criticism cut das_war's dass_es dc
        deal death deserves después dialogue difference do_that do_you does_anyone doing don't_have dos down_for drawn edited
        eleven end entre epilogue es_mi es_so est esto et_à every_one every_single everyone exactly except_that exchange eyes
        falls felt fifth file finally find_out fine finish five for_her for_something free funeral für_die fürs gefallen getting
        goodbye goodbye_to gracias_a guest had_no had_to half happened happened_in harbour hard_drive hard_to has_to hasn't
        hasta_aquí hate_it have_gone having head here here_is here_we here_you his_arm hours hundred i'd_love i'm_back i'm_still
        i've_done i've_kept i've_put i_asked i_believe i_found i_only i_started i_was i_went i_wouldn't i_wrote ich_bin ich_hab
        ich_mich ich_verdiene idea_of if_the if_you'd ignores ignores_the in_der in_italics inn intended is_from is_made is_my
        isn't it's_all it_as it_but it_for it_to italics its_people just_so know_nothing la_suite lady last_night last_time
        last_week laughed lena's lighthouse link listened listened_to little lo longtemps lost lot_of lyrics_are là ma made_no
        made_the magic major makes may_have me_a me_about me_on me_where me_with meant_to mein messages might million mods month
        more_or mostly moved_the movie my_beta my_day my_head my_usual my_week n'est_à names ne_fais needs ni no_i no_she
        nobody_ever non nos not_in not_to nota note nothing_about now_and of of_# of_one of_view old on_an on_to one one's one_and
        one_of or_less or_two originally other_one over over_and over_the owns packet pages para pareció parking part part_two
        parts pas pas_à people_and person picked picture picture_of pictures place point_of poll print promise put_them putting
        que_me quick real_one recognise recommend replies right_then said_it said_when sais same_name sat sat_in sat_on scene
        school se_passe second_half sent sent_the set she_did she_wanted short short_one should should've should_be shut si
        siempre sin since_the single sitting sixteen slow so_don't so_it's so_you someone sont sorry_about sounds started_this
        starts story_was stuff suite sure sus swear system tanto tea telling_you that's_what that_it's that_made that_my
        that_nobody that_this that_time the_address the_day the_end the_flood the_funeral the_horse the_hospital the_inn
        the_letters the_list the_little the_names the_original the_rules the_site the_twins the_week their them_in there_will
        they_did thing_i think think_of thirty this_and this_far though thread through till title to to_# to_ask to_hear to_my
        to_the to_those to_write told_her tumblr twins two_years um under_a up_the up_to used_to verdiene view voilà von vote
        walked_into wants warm warnings was_his was_made was_my watching we've wedding wedding_and week wenn went_to what_do
        when_they where_it's while_i whole_of why will_be with_my with_the wondered wonderful works would_have year year_and yet
        you'll_see you_about you_all you_don't you_had you_i you_know yourself zurück écrit будет буду глава как с спасибо что_не
        это
    """,
    0.1: """
        #_so #_to a_bus a_door a_lot a_note a_small a_train a_wedding according according_to acting actor actual after age all
        alles allowed_to almost alone and_because and_got and_he and_i'm and_one anything anywhere_else arc are as as_ever at_it
        at_your attempt_at barn be_a be_all be_continued been_sitting been_so before before_you behind between bis bit_of built_a
        came_out can't can_you cards carrying caught ce_chapitre ce_que cent changed_the chapters coming constructive_criticism
        continued cup damit danke_an dass did_the disclaimers disclaimers_apply does dog_and dogs don't_care done_it down_at
        down_the edit ein el_próximo elephant else_and eta everybody_on everyone_who everything_that except_the excuse eye faisait
        feel_free find_me first_time five_hundred flames flood folks four_hundred free_to gab genug going_on got got_into had_any
        had_the happy_new hat_euch have_seen have_you he_has here_but hers hi_everyone him_in his_face i'm_just i'm_trying
        i've_borrowed i've_left i_had i_regret i_sat i_swear i_wish if_i've in_chapter in_my in_part infringement into_a
        irgendwann is_mine is_that isn't_it ist_mein it's_a it_hate it_out it_right it_there it_went je_ne kill kind_of kissing
        know know_where know_you knows_what la_fin la_semaine laisse lasst le_retard letters like_that like_the liked list
        little_thing looking_out los lyrics m'a ma_première many_thanks may_be me_i me_tell mended merci_à middle mind_the moment
        my_old nach_dem named nearly never never_were night_and nine_years nobody_can not_own not_read note_on nunca nur of_course
        of_may on one_sitting one_you ones opened_the owe own own_the pages_and part_one peace pensé pero_el person_who petite
        petite_review peu photograph plain play property property_of put_a que_vous quién rain_and readers reference rights_to
        room_and runs said_i said_what say season see semaine she's_got should_i sie_die signed so_is so_my sort_of stair standard
        stay_safe stick stolen storm story_is street street_and stuck_in thank that_i've that_the the_age the_author's the_battle
        the_big the_dragon the_fifth the_internet the_line the_lot the_moment the_other the_people the_pilot the_poll the_property
        the_real the_second the_sofa the_table the_text the_words them_on there'll there'll_be there's_a there_had this_site
        this_time thought_i'd thought_that three_years time_i to_anyone to_his to_kill to_let told_him told_me tomatoes translated
        tried turns typos un_comentario un_peu uncle une_petite up_when up_with very_small vous_en waiting_for walked warned was_a
        was_asleep was_out was_that we_go what what_he whatever where_i where_the which_i while who'd who_did who_don't whole
        will_have windows wine woke_up wondering would_like writing you'd you'd_like you've_been you_can you_got you_might you_put
        zine буду_рада всем_кто долго её меня не_судите нет привет простите простите_за следующая спасибо_всем так только
    """,
    -0.1: """
        a a_chair a_date a_girl a_la a_letter a_long a_month about_to all_rights along_the an_hour and and_blew and_finally
        and_from and_if and_she'd and_then and_we and_went and_when and_with apologise are_only as_if as_well ask asked_the asleep
        at_eight at_nine at_school auf_den aunt bas be_the been_in between_the bin blew body boots but_i but_there by_then cake
        carry cheese closed closed_the come_to computer count crossed date de_un decided_to den des did_he did_it dinner do_the
        don't_like don't_mind don't_sue door_and down_to dragon dream drei ear ended ending er_war era erste even_the fall film
        for_reading for_six for_some for_someone found_the four four_of fourteen front front_of gave_me gets go_to got_out grey
        had_begun had_lost had_put had_seen hall hand happy_birthday hatch have_read haven't_written he'd_been he'd_never he_came
        he_did heart here_goes herself hit hole hoping_for how_she hundred_and hurt i'd_got i'll i'm_on i'm_sorry i'm_told
        i've_got i_cannot i_didn't i_killed i_left i_made i_make i_must i_owned i_read i_take idea_where in_an in_five in_his
        inside_the is_only is_still is_where it it_all it_by it_ends it_happened it_turned it_yet je_n'ai je_vous kein_geld knees
        know_what lag leave_it left_and like_a like_you lived_in looked_at made_a made_this mais married me_said mehr mich mill
        mother_said music my_computer name_in ne_sais neighbours neither newspaper next_chapter next_week nine_and no_profit noon
        not_a not_be not_been not_feed of_character of_us office often old_man old_woman on_a once_upon otra own_a page plan
        please_do plot porte pretending pretending_to proud puis quand qui quite r remember_the roof roof_of round row said_so
        says sea second sequel seven she_told she_was sich since_# sit so_long so_there socks somebody_was someone_had soon
        soup_and special_thanks standing_in steps stood story_for stranger take_a teeth ten_years that_they that_you've that_your
        the_beta the_biscuits the_bishop the_boys the_ferryman the_fish the_ghost the_hall the_ladder the_mill the_newspaper
        the_night the_plot the_post the_reviews the_room the_soup the_story the_tide the_trees then_he then_she there_has
        there_isn't they_said thing_in thirteen this_by this_isn't thought_of threw through_the time_she to_come to_eat to_find
        to_get to_sea to_tell to_think told_that told_to tolliver took_me tout_le two_winters und_ich updated upon_a want_to
        was_all was_already was_dead was_down was_it was_only we're weil what_the when_it who_had who_is whoever will will_know
        winters with_his won't work_so you you_did you_have you_haven't you_like you_say you_the you_who you_would à_la él était
        раз
    """,
    -0.2: """
        #_# a_bad a_car a_clock a_name a_pencil a_song a_time a_wall ab about_that about_what adeyemi afraid afternoon all_down
        all_for all_i am_i am_writing and_here and_i'd and_none and_so and_somebody and_those and_two another are_very as_far
        ask_me ask_you at_dawn at_my at_that avait back_in bank be_at be_back be_longer bear_with been_writing began_and begin
        begun begun_to bien biscuits blanket board brought but_it by_the called_it came_from can_see careful cat_in cette chair
        chapter_and colour_of corrected_the could_be crew crying dark day dear_reader dentist depuis didn't dijo_el disclaimer
        don't_even down_in downstairs drive drunk du días early easy eaten eggs el else empty estaba ever_since expect far_as
        fell_in finale first floor fog for_a for_as for_eleven for_it for_one for_what found from_me full further_ado garden
        geburtstag geld get_on get_this ghosts go_on going_to got_the got_to got_up guess habe had_a had_done had_gone had_left
        had_made had_thought hadn't_been has has_got hated have he_read he_thought hear_it hear_me hear_them her here's_the
        here_it hi high historia holiday hope_you how_to i'd i'll_be i've_read i've_seen i_always i_came i_can i_got i_knew i_mean
        i_remember i_saw i_tell i_took i_used i_usually in_it inside is_the is_too is_true isn't_a it's_always it's_got it_didn't
        it_means it_said it_still it_twice j'espère j'espère_que jam keep kettle keys killed_him kinder kindly kitchen knew_that
        kudos la ladder le_monde leid_dass let let_the liked_the long_and long_time long_way looking mad mal many_times marry may
        me_out merci_pour mice middle_of milk mind more_than much_for murderer muse my my_dear my_father my_muse my_phone même
        name never_in next_time noch noche none novel nun o of_all of_his of_what oh ok one_another one_for one_is open open_the
        out out_for owned paid parrot part_of people_who phone piece places please_let plot_# policeman porque post pour_le
        proud_of puerta pushed que_je que_la queen quiet raining reading_this red rest_of right rolled run running sagte said_and
        salt say_that say_yes se_le seat send set_the she_could she_had she_read she_wrote since_i singing sit_down slept smelled
        so_far so_he so_i so_that so_that's so_they soft sold somebody_had spoke standing start stayed story_of story_so string
        sue table_and takes tall ten thank_you that_a that_i that_we that_week that_you the_bank the_candle the_chapter the_clock
        the_colour the_dark the_doctor the_gate the_goat the_green the_hat the_jam the_job the_kettle the_keys the_kitchen
        the_last the_light the_mayor the_note the_paper the_parrot the_phone the_piano the_radio the_rest the_road the_roof
        the_sea the_series the_sign the_smell the_trouble the_walls the_way there there's_no there_are there_it these_are they've
        thing think_about think_i thought_and three_chapters three_days time_that to_everybody to_hold to_me to_one to_pass to_you
        todo told_it told_the top_of town turned twice_and two_more typed und upon usually verse very_good vielen walls want
        want_you warn was_as was_no was_nothing was_still was_what way_down we're_all well_and went_off went_on went_out when_she
        which_is white with_it with_nothing without_further wonder word_for would_not written_in wrong wrote_the y_no you'd_be
        you'll_have you_are you_at you_could you_enjoy you_never you_see you_should you_think you_weren't you_will zwei а был всё
        давно дверь его кто-то никто письмо
    """,
    -0.3: """
        a_child a_dog a_ghost a_sandwich a_warning aber about_the al all_my already am_sorry and_by and_i and_on and_there and_you
        are_my are_you as_he asks at ate auch auf_dem been_a began_with begin_with believe belonged belonged_to blog born
        breakfast bring brothers burn call came_the can't_do can_say candle cannot chapter_of characters_in colour come could_not
        cousin danke dawn de_la died dir dit don't_say dry eleven_years elle face family far fast favourite fell find_a finds
        finds_this fire fois for_each fue für gehörte ghost got_a green guard había had_not happy have_done haven't her_and him
        hope_this how_i how_it hugs i'd_have i'm_a i_never i_should i_told i_wanted i_would ice if_there's im important in_red
        in_three is_this it's_that it's_the it_back it_had it_like it_the it_took j'ai jamais killed know_about know_it l'histoire
        late lay lettre light like_to log looking_at loud loved manuscript mayor message midnight mistakes mit_einem money mother
        much much_of my_blog my_second name_is night no_i'm no_one not_written nothing_to noticed nächste of_it one_time one_to
        out_of p.s pass patient pen perfectly piano please poem polite put_the radio rambling report rest room rope rule sans se
        sea_and she_thought ship shoes sing sir_i sleep smell sorry_i stay story story_about sword take_off take_the talk_to
        teacher telephone ten_minutes that's_all that_is the the_bell the_boat the_children the_editor the_key the_manuscript
        the_only the_pencil the_potatoes the_stove the_third the_vicar the_water the_window them_were there_wasn't they'd they_had
        things think_it thinks this_house this_i this_is those those_who thought_about thought_the to_put to_report to_talk true
        très under_the up_for vicar viel warn_you warning was_born was_not water we were what_a when when_the wieder will_you
        window without woman worse würde y years_and you'd_have you'll you_hate you_so you_wanted за но я
    """,
    -0.4: """
        a_man a_wolf a_word about_it all_right and_the and_waited anyway auf bad bath bear because_the beginning bishop book
        bridge bus called came_to can_hear chapter child clock coat cold come_in dear_diary did_not die door en_la explain fit
        for_people forget further gate girl gone has_a he_had heard here_and his i'd_like i've_never i_hope i_promised i_shall
        in_a it_isn't key la_historia lake las leave made_up man_who me_so mon must my_favourite my_first my_story nicht niemand
        nobody not of_me omg on_with our out_the paper pay personne personne_ne potatoes price read_the reader shall she sign
        somebody stone take talk tell_them tell_you thanks_for that_night the_bath the_book the_bus the_floor the_price the_stairs
        the_thing then this_up to_be to_leave told tomorrow trouble twice u valley vez wait_for waited waited_for wanted_a
        was_short welcome_to weren't what_did what_happened what_to whom why_i wolf x you're_the yours сказал
    """,
    -0.5: """
        again alguien all_of always am and_a and_it and_no and_that been began black boat boy but_the calling came children could
        danke_für darling days dead dear der diary dijo do_not down editor eight einmal end_of er et et_il everybody follows
        for_me had had_been hadn't have_to he he'd hear hey home house hung i'm_the i_am i_have i_thought i_want idea in_ten ink
        is_not is_to it_is it_was jahren knew know_if know_it's know_me land lawyer le let_me lui man met minutes my_name my_own
        nadie nine nobody_will of_that of_the of_them once order pencil promised put_on quelqu'un reading remember said said_the
        save seit she'd sie silence sir song sound stairs step stop stopped tell that_one the_bridge the_lawyer the_new the_ship
        the_weather there_is there_was thing_about this_book thought to_nine to_this today une us wait war war_es was was_the
        we_were weather went what_follows writing_this xx you_for you_that your и
    """,
}
"""Weight → words; those above 0 are writers'."""
