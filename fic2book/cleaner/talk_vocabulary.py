"""Words that writers to their readers, or narrators, use far more often; fitted and written by benchmarks/talk/fit.py.

An underscore joins a pair of words; a number sign stands for all numbers.
"""

from typing import Final

VOCABULARY: Final[dict[float, str]] = {
    0.5: """
        # #_the a_bit a_few a_los ages alle allowed alors and_yes anybody après as_a asked asked_for at_me author's autora be
        because bei beta bit blame button by_my c'est cat coming con_la couple darf dates de dejo drama eigentlich entre er_ist
        es_de est esto está euch eure falls fault few fic finish fixed for for_this gehört guessed hab habe_ich hands hat hay he's
        horse i'm_only i've i_could i_couldn't i_said if ihr in_# is_an is_what ist it's it's_been it_up jetzt just kept know_the
        knowledge kommt last leider let's lied line lines mail me_that meiner mi mir moi months more need need_to nice not_mine
        notes nueva of_you off on_my on_purpose one_of or original os oui para pero point por porque pretend prompt purpose que_no
        qué real really reviews said_that say_it scène se_me several she's si site snow soll sollte sont spot stories sus team
        tell_us temps text than the_bit the_books the_bottom the_letter the_show thema these_two they're they_were thing_with this
        this_was thoughts thousand to_have too too_much trabajo_y twenty use verdad version von_euch where whether while_i who
        word words worth ya yes you_liked you_said you_thought ça автор автора бейте будет да для лет не_бейте нет ну перевод про
        просто с теперь то
    """,
    0.4: """
        a_couple a_line a_reader a_real after and_out and_she anon aren't as auf_der based because_of because_she bottom
        brother_and but but_he came_out ce_chapitre chat clear coming_up con_una couple_of cover da dare das_war dass_es don't_get
        don't_own einfach esta esta_historia et_à even fait fin finally first_half fixed_the for_the from_a fun für_die get
        geworden gibt giving grandmother habt had_to half half_of halfway hat_das hate have_a head here's hermano hope_that
        how_old i_blame i_kept i_put ich ich_hab ich_mich ich_wollte if_you're il_est immer instead into invented is it's_a
        it_shows ja je_ne keeper keine know_i l'idée la_autora language left_it letzten lives love_it made makes may_have memory
        merrow mil mine mit_dem mot moved mucho n'est named nein never_happened noch_nicht not_sorry nota nurse one_has other otro
        penwright people permission petit pointed_out points points_to pour pour_la que que_me quién really_did really_was
        reviewer sad said_it said_what scene schreiben screen selbst sense serie she_asked shoulder_and shows silly slow so_i'm
        something_like spaceship speech strong sur_le sé sé_que tanto that_he that_was the_# the_place the_whole the_word thing
        this_on time_and to_and to_bed trabajo trying tumblr two_of up used von was_sorry weiter wer when_i which while who_asked
        whole whole_of whole_time wirklich with_the word_about would_have written_by wrote_this ya_sé yes_the you're_right you_can
        you_didn't you_thank вам все думала меня первый со у_меня
    """,
    0.3: """
        #_to a_cat a_quien a_thousand about about_a actual all_wrong always_wondered and_said and_thought anonymous anterior
        anyone aquí around art así_que at_all aus_dem author away back_and back_from based_on bed believe_it between big bit_about
        bit_of bit_with bitte blame_the blue_button bueno but_then c'était can capítulo cliff coffee college come_back comes_from
        comme confused contains cortito cut dafür damit days_and de_las deal dedicated dedicated_to del_foro details dieser
        different divorce do_you does does_anyone donc done down_there drawn dürft earlier either el_reto elle_est en_# en_une
        enfin es_un escena est_de everyone's everyone_was falta felt felt_that fifteen figured figured_that fill final fix follow
        for_all for_my forgotten foro four_in four_years from ganze gave_him geht geht's gibt's gibt_es girls go grew guesses
        habrá hard has_always hat_aber have_had having he's_the he_never he_wasn't her_about hier his_father history hospital i'm
        i'm_still i've_gone i've_moved i've_put i_had i_may i_moved i_needed i_went i_wish if_they in in_one in_this instead_of
        is_by is_my it'd it's_an it_came it_in je_sais kann kind kind_of know_who l'auteure largo leer let_it letter like_it
        listen_to little lo longer longer_than lot lot_of love là machen mais_il make_my managed map me_if me_on means meant_to
        meine mention middle might mine_never missing more_of morning_and muss musste must_be my_apologies my_cat my_dad my_friend
        my_grandmother namen names natürlich never_got nie no no_quería no_she nobody's nobody_ever not_sure of_her old one_they
        pas people_and per petit_os picture pirates pizza place pointed pour_les pretty prochaine prompt_was put_a put_her putting
        que_ça quedó qui response_to reto sag saw section see_the semana sent_the set_in setting seventeen she_should shift shop
        show shut sin since_the sister sister_and so so_here's so_it's sonst sort sort_of soy street stuff su such suite sure
        system sí take_it tante term than_i'd than_they thanks_to that's that_i'd that_i'm that_the that_this the_box the_dog
        the_ending the_man the_map the_morning the_next the_original the_person the_recipe the_title the_top the_town their them
        then_i these they they_never think this_at this_came this_point this_turned thousand_words thread three_of tiene till
        timeline to_# to_learn to_my to_use to_write top tous train tree tried_to trop typing uncle used_to ustedes viel vor vos
        wanted wanting wants was_lying was_made wash watching web week well_that who_has who_held who_said why will_be wine wird
        worked works wouldn't write wrote_it yes_that yet you_asked you_it zusammen à_moi буду в всем всех если знаю идея как_вам
        мне не ночь отзывы писала привет так так_что что что_не
    """,
    0.2: """
        #_so #_words ;) a_baby a_box a_bus a_day a_doctor a_hundred a_joke a_lot a_plan a_proper a_reason a_review a_sister
        a_spaceship a_train about_how about_my about_whether above academy acting actor after_my against against_the age ahora ahí
        all all_that all_the allez alone an and_as and_fixed and_for and_got and_her and_is and_most and_not and_read and_started
        and_to answer answered anyone_who anything_about apologies apologies_to arc archive are are_all are_mine are_not are_on
        are_the art_for as_they asked_about asked_and at_first at_it at_last attention auf_die aunque aux baby back bald be_all
        be_any be_funny be_more beaucoup because_i because_i've been_asked been_on been_waiting before_the beiden belong belong_to
        belongs belongs_to below besos beta'd better bisous bisschen bite bits boats bold bold_is bon box break brother but_i'm
        but_i've by_accident bye c'est_la can_tell can_you capítulos cards care casi ce_texte challenge change changed chapters
        character_death characters checked come_up comentario con_el counted cried crossover d'une dancing danke_an dans_le
        das_nächste dass dc deadline death decided deleted dem_letzten didn't_tell die_beiden difference disclaimers do_i do_it
        doesn't dog_and don't_hate don't_read don't_think down_the draw during_the désolée edited ein_bisschen einer el_capítulo
        elephant eleven eleven_pages end enorme enough escribí escrito est_à este et_un eta eu eux even_if every_one every_single
        everyone everything_that exactly except_that exchange exist eyes faisait feel_free feels feliz fifth fight file find_out
        fine flashbacks for_five forgotten_about found_my found_this free free_to from_my für_alle fürs gab_es gar gar_nicht
        gave_her gerade gern gestern get_back get_it given goodbye_to gorgeous gracias_a grew_up guest gustó hab_ich hanging
        happened_in harbour hard_drive hasn't hat_euch hate_it have_gone he's_a he_has here_but here_we here_you hers hi_everyone
        hides hides_behind him_a him_one himself historia honestly hours how hundred hurt/comfort husband i'd_love i'm_back
        i'm_going i've_always i've_been i've_changed i've_nothing i_always i_asked i_believe i_cried i_did i_found i_only
        i_promise i_tried ich_das idea_of if_it's if_the if_you if_you'd ignore ignores il_y in_canon in_chapter in_here
        in_italics in_part internet into_a is_from is_made is_real is_wrong isn't it's_because it's_on it_down it_right it_they
        it_to it_wasn't italics its_people j'ai j.k je jeden_tag job joke just_so juste kept_the kill king know_anything
        know_nothing know_that kurz la_lettre la_próxima la_semaine la_serie la_suite lady last_time le_mot learn left_arm lena's
        leo les les_trois leute line_about lire looking_out los_que love_to made_it made_me made_no made_the many_of me me_at me_i
        me_lo me_where merci_à million mind_the mis mods more_or morning mouth moved_the movie must_have my_brother my_day my_head
        my_mind my_old my_other my_usual my_week míos n'est_pas n'est_à ne_suis needs never never_thought never_were nicht_so
        nineteen_and no_i noch_ein nombre non not_in note nothing_else nächsten of of_course of_one of_view off_to oh_and on_an
        on_tumblr one one's one_i one_very opened_the or_less or_two other_one otherwise out_on over_and owe own_it packet pages
        pareció part_one part_two participa_en pas_de pas_le pas_à passe patience pause person pictures place_right planned
        plot_and por_el pov power pregunta pretty_much principio print printed problem prochain prometo promise próxima página q
        que_es que_nadie quería question quick real_one reason recognise reference replies resemblance_to return revealed
        right_then road safe said_when same_name sat_in saw_that say_which saying says_that scared se_passe second_half sehr
        semaine sent_me server set she's_got she_did she_said she_says short short_one should_be should_i si_vous side sind
        sixteen snow_and so_don't so_please son_de sorry_about spelled spent started stay_safe still story_is stuck_in swearing
        sweet taken_the taking también tea telling_you temper texte thank_my that that's_not that_i've that_in that_it's that_made
        that_nobody that_time the_academy the_day the_film the_flood the_holidays the_horse the_king the_lady the_letters
        the_little the_movie the_names the_people the_right the_rules the_site the_table the_three the_two the_week the_words
        they_did thing_i think_he's this_far this_one this_the this_would though thought_i'd thought_that three three_years
        through throw thumb time time_i to to_answer to_anyone to_ask to_do to_finish to_it to_stop todo toi told_her told_him
        tout tried try turned_into twelve two_hundred two_weeks two_years um und_das under_a une_petite unter up_at up_by up_to va
        ver voilà_c'est vom vous vous_êtes warm was_doing was_his was_meant was_supposed was_that was_writing we've we_go we_never
        wedding_and weeks weird went_down what what's when_they where_it's who'd who's who's_been who_told who_wanted
        whoever_finds windows wird_es with with_an wondered wonderful worked_out would_be would_make write_a write_the writes
        writing_the y_ahora year_and yell_at yes_i you'll_see you're_getting you've_been you_all you_don't you_had you_know
        you_might you_need yourself zine à écrit êtes всем_кто глава два двадцать до ещё кажется кому которая кто мной мой
        не_будет писать пишите пожалуйста пока после простите работа снова со_мной спасибо спасибо_что три тут через читать что_в
        что_так эта
    """,
    0.1: """
        :) a_big a_dream a_horse a_little a_page a_woman aber_das about_nine address all_in allowed_to an_actual an_alle an_den
        an_elephant an_old and_hit and_look and_see and_what and_will angst anything are_from around_in as_i así at_least at_this
        at_your attempt_at aujourd'hui aussi avoir band barn battle because_he been_the before_we behalten behind bis bitte_nicht
        bother box_and breath brought_the built_a but_if by_one can_find case caught ce_qui ceux ceux_qui chapitres chapter_six
        coast coffee_shop comes comments constructive continue cookies correct corrected counter cup_of das_war's de_verdad
        deleted_it deserves después_de deux dialogue didn't_say disclaimers_apply do_a do_that doing don't don't_need drabble
        draft dritten el_día el_próximo en epilogue es_geht es_la es_mi ever everybody_on everyone_who eye faire fais fand feel
        fell_off fics findet_ihr finished first_one five_hundred flood folks followed forgot from_an from_his full_of game gave
        gedauert_hat get_a get_the getting go_and going_on goodbye got_one gracias had_her had_no had_the happy_new happy_with
        hard_to has_no has_to hasta_aquí hear_what here his_face hope how_much how_the how_they i'd_been i'm_just i'm_rather
        i'm_sure i've_done i've_given i've_kept i've_written i_felt i_finally i_grew i_know i_see i_started i_swear i_think i_was
        i_wouldn't i_wrote ich_verdiene ideas idiots if_i've ignore_the ignores_the il il_me in_case in_his in_school infringement
        intended irgendwann is_mine is_that ist_mein it's_about it_as it_before it_began it_hate it_i it_out it_there jemand kid
        kids knife kritik la_mano la_première la_tête laisse last_month last_part le_premier leave_me leave_the lecture leemos
        left_the les_personnages let_you letters lief liest like like_the link link's list listened_to long_it lost lost_my lying
        lyrics lyrics_are ma_première major make make_it mano many_thanks may_be me_about me_do me_from me_why mended mentioned
        mess messages mich miles minor mir_gehört muy my_beta my_hard my_thanks myself ne_fais never_say next nine_years no_es
        nos_leemos not_enough not_own not_read note_on nothing nothing_about of_# of_tea on_me on_them one_more one_sitting
        one_where one_you ones only_take originally otra ought ought_to over_my own own_nothing owns pages_and parte pas_trop pasó
        peace pensé personnages picture_of place_where please_forgive point_of poll poor por_leer posting pour_aujourd'hui
        première probably property property_of próximo put_them que_ce que_les quieren rain_and ran_the rather rating read_all
        read_them recommend ride rights_to road_and road_with rude runs said_i satz schon see_how sense_of sent she_doesn't
        she_wanted should've shouted si_no sie_die signed since_it single sitting so_no so_this so_you something_up sounds spoiler
        spring stair standard started_this still_wrong stolen story_was street_and suis suppose taken than_the thank-you
        that's_the that_he'd that_his that_somebody the_actor the_address the_battle the_counter the_dragon the_drill the_end
        the_hospital the_internet the_list the_long the_lot the_poll the_property the_real the_second the_side the_sofa the_swan
        the_time the_timeline the_wait the_war the_zine them_back them_on them_out then_you there'll there'll_be there_will
        they_gave they_took thing_that thinking thirty this_and this_fic this_has this_in this_site this_time this_week those_of
        three_people title to_all to_give to_go to_him to_his to_kill to_let to_sit to_the to_their to_those to_your toaster
        tomatoes tous_les train_and translation two un_peu und_ich until_i up_in up_so update vendredi verdiene very very_small
        viernes view voilà vote waiting_for war's warnings was_like was_my was_six was_to was_two watched watching_the wedding
        weekend went_to were_written what_do where_she where_this which_i who_got whole_thing wie_immer wish wish_i with_no won
        work wrote_about y_que you'd_like you've you've_all you_i your_eyes your_hands zu вот дальше действие_происходит на
        не_было по поэтому раз раньше сегодня семь там это этой этот
    """,
    -0.1: """
        a_chair a_date a_month a_person a_room a_sailor a_time a_town a_writer abend aber_es able able_to about_your across allen
        along_the am_i an_hour and_blew and_finally and_never and_no and_she'd and_then and_went and_when any as_it as_my as_well
        asked_the at_dawn at_eight at_noon at_school ate_the auf_den aus_der avec_un back_in back_to been_dead been_in bigger blew
        book_in bought bucket burn_it burned but_i but_it but_there but_they calle came_back carta cell chapitre cheese chin
        closed_the cold_and comentarios computer could_hear dad dance dark das dass_man de_este de_mon dead_for depuis desde desk
        después did_he did_it doch don't_be don't_like don't_look door_and dragon dress drive dust each_time eat eggs el_pueblo
        ended ends enjoy_the enough_of er_war ersten estaba eut even_the everyone_else fanfiction father's feed fell_in fiel
        finger fingers first_attempt fit foot for_an for_some for_someone found_out found_the fourteen fourth front_of further_ado
        fünf gehörte gets glass good got_it got_two green guess gut had_begun had_ever had_just had_known had_not half_past hall
        happen has_done hast hasta hatch have_an have_been have_never have_not have_put have_read he_came he_could he_is he_says
        hear_from heard_it heart her_for her_name here's_the here_goes herself his_name hissed hole hoping hoping_for hotel i'd
        i'm_in i've_read i've_seen i_cannot i_do i_go i_held i_killed i_knew i_laughed i_left i_loved i_must i_owned i_take
        i_thought i_won't ich_auf ich_war if_she in_green in_your inform_you inside_the is_too is_where it it's_got it's_only
        it_be it_by it_happened it_with it_wrong it_yet its j'espère j'espère_que je_me je_n'ai jeden_abend just_the kiss known
        la_calle la_cara la_neige landed leave_it left_and leid lift lights listen livre lo_primero lock look_after look_for
        looked_at looked_up love_you made_a make_them marriage middle_of missed_the mistake mom mon_père most_of mother much_as
        muerto my_best my_mother my_mother's n'ai n'était nach nadie_se name_in neck neige neuf never_had never_heard next_chapter
        nine_and no_idea no_se nobody_would noch nombre_del not_be not_feed not_know notice noticed now_i ob of_him off_the on_ne
        on_that one_by one_who out own_name padre parce please_leave posted primero_que princess pulled qu'il que_le quiet reached
        reading_this remembered reviewed robot roof_of sagte_der savait say_that schreibe se seat sei seine send sentence set_the
        side_of since_i sit_down so_far so_i so_that so_there somebody someone_had soon sorry_for sorry_i'm soup_and speak
        special_thanks spelling stadt staff standing standing_up stood supposed_to tag take_a tale that's_how that_she that_you
        the_back the_beginning the_beta the_desk the_door the_goat the_hall the_ladder the_lake the_lamp the_lighthouse the_moon
        the_newspaper the_others the_piano the_reviews the_room the_safe the_sign the_tide the_year there's_a there's_nothing
        there_are there_it there_were there_when they_always they_said things_that thirteen this_when threw_the ticket time_she
        time_there to_a to_eat to_everybody to_inform to_look to_one to_pass to_put to_say to_sea to_talk to_whoever todavía_no
        tolliver took_the town troisième true tv two_and two_winters und_weil understand une uns upon_a upside_down va_a vampire
        van vio voici volvió_a voy wait_and walls want war_der was_afraid was_always was_dead was_empty was_going was_how
        was_looking was_me was_never was_on was_only was_so was_talking welcome went_off were_a what_had what_it when_she
        which_was who_is whoever will_find winters with_all with_his with_your without_further woke write_it write_to wurde yard
        yesterday yo_no you'll_be you've_got you_to you_who you_won't zur zurück всё ей или ничего сказала спасибо_за стоял тот
        третий я_просто
    """,
    -0.2: """
        #_is a_bad a_car a_ghost a_happy a_hat a_la a_man a_place a_plot a_plu a_song a_wall a_year ab aber about_it about_me
        about_to accept adeyemi afraid afraid_of after_that after_the algo all_down all_my and and_asked and_don't and_from
        and_here and_none and_six and_so and_those and_two and_we ans_et are_going are_my are_very as_far as_if ask_you asleep at
        at_# at_nine at_that auch auf back_of be_at be_back be_longer because_it's been_writing before_anybody began_with begin
        begun being believe believed belonged belonged_to between_the bevor biggest birthday blanket blieb board boot bored bottle
        bring brothers_and buried burn by_the by_then c'est_que café cake called_it came_from can_say car careful cat_in cellar
        cerró class coat_and colour_of corrected_the cousin crew crossed cómo d'être dans dawn de_ce de_los de_un decía dejó denkt
        do does_the don't_even don't_know don't_sue down_in días ear einen el_último empty es_euch es_nicht es_war es_wird eso
        et_une every every_evening every_time expected fall far_as fell finale find_a find_the first_kiss first_of fog fois for_as
        for_eleven for_it for_one for_reading for_six found fragte frère fue funerals für garden gentlemen girl_who going_to got_a
        got_the got_to grey ha habe had_a had_done had_left had_made had_nine had_seen hand happy_ending has_got has_not
        have_changed have_no he'd_never he_did he_just he_read he_turned he_was hermana high hola hope_you how_she hugs hull
        hundred_and i'd_got i'll i'm_on i'm_sorry i'm_told i_learned i_ran i_usually ici idea_where if_you've ihm ihn ihnen in_an
        in_den in_five into_the is_only it'll it's_always it's_the it_but it_comes it_didn't it_ends it_said it_started it_still
        it_took it_twice jeder keiner kettle kinder kirk knew_that know_how know_this la_casa la_muchacha la_primera la_última
        las_manos laughing le_dernier lemon les_yeux liebe life like_an like_you lived llevaba long_and long_time long_way
        los_comentarios lose mad made_her madre many_times mar marry mayor me_how me_said me_to me_what meine_erste menos met_in
        mice midnight miedo milk mill minutes mir_leid mistakes mit_einem mon mornings mother_said muchacha muse music must my
        my_aunt my_father my_muse mère nada ne_sais neither never_been never_in never_seen newspaper next_to nicht noche nombre_de
        none nos not_the nueve_años nun ob_ich of_character of_it of_our office often oh old_man old_woman on_a on_any on_his
        once_upon one_another one_for one_the one_time one_to only open open_the otra_vez own_a owned page paid parcel parrot
        part_of past phone pidió piece place_in places plot plot_# plu policeman polite pony posa post pour_le preguntó pretending
        pretending_to primero pueblo père que_a que_la que_se que_tu queen quite r rail raining ran red remember_the rest rief
        right_and rolled roof rose round row sa sabía said_and said_so sandwiches sang sans say_a says_i schlug school schule
        screamed se_había second see_you sein sequel she_could she_had she_read she_told ship shoe should_probably sich sie_sich
        silencio since_# smelled_of so_i've sogar solo somebody_was something_with sorry stand standing_in stay stayed steps
        story_about story_for story_of stranger string stuck supposed sur_ce sur_les take_off taken_out talked talking tall tan
        television tell_you that's_all that_a that_we that_week that_when that_you've that_your the the_bank the_biscuits
        the_bishop the_boat the_candle the_chapter the_clock the_colour the_corner the_dark the_dream the_elevator the_ferryman
        the_gate the_green the_jam the_kettle the_keys the_margin the_mayor the_mill the_note the_only the_other the_parcel
        the_parrot the_phone the_post the_thing the_treaty the_trees the_walls the_way then then_she there there's_some there_has
        these_are they've they_don't they_made thin thing_in things think_i those thought_and three_chapters three_days
        through_the times to_forget to_report to_school to_work todos todos_los told_it told_that told_the told_to took_me top_of
        tot tout_le toute trouble très turned turned_out tut two_is tür un_hombre una under_the uno up_for updated upon usually
        veces volvió von_mir voy_a voz war_ein warn was_already was_as was_born was_no was_nothing was_what water we're_all weil
        well_and went_on went_out were_all whale what_a what_to when when_it when_the white who_had who_knows wie_ein witch
        with_nothing wonder work_so wort would_not wrong wrote_her wrote_the y_después y_el y_una years_and yeux you you'd_be
        you'd_have you'll you'll_have you_did you_enjoy you_have you_haven't you_in you_see you_should you_wanted you_weren't
        you_would zweite à_la été última último бы была были год две если_бы если_не из который ни один одна письмо раз_и самого
        сказал сорок спросил уже
    """,
    -0.3: """
        #_# a_clock a_cow a_dog a_lemon a_long a_un a_warning a_word about_that about_what afternoon ahead all_i am_sorry
        am_writing and_i and_i'd and_on and_somebody and_tell any_more are_you asks at_midnight at_my ate_it auf_das bank bat bath
        bear_with because_the been begin_with begun_to being_the bien biscuits born brannte breakfast brothers call came_the
        came_to can't_do cancelled candle cannot chapter_and chapter_of chien choses clock cold colour comes_out could_be coup cow
        crying danke dass_ich day de_pie dear_reader dernier didn't dije dijo dijo_el disait dit-il do_about do_this don't_expect
        don't_go don't_say dont downstairs drawer dropped dry día early eleven_years en_las en_que end_of erste es_tut esa están
        ever_since explain family far first_person flowers for_a for_coming for_each for_what forgive foto from_me further gave_me
        gesicht get_on get_this ghost ghosts go_on grown guard had_gone had_never had_thought had_told hadn't_been half_a happy
        happy_birthday haven't he_didn't he_thought hear_me hear_them here_it hero hinter hit holiday hombre_que how_it i'm_so
        i_came i_didn't i_got i_mean i_ought i_saw i_tell i_told i_took i_wanted idea if_this ihre important in_it in_red in_three
        inside is_how is_this is_why it's_me it_back it_like it_means it_the it_turned jam journal keys killed killed_him kindly
        kitchen kudos la ladder ladies lag lake lange las laugh lay le_monde leid_dass let let_the light like_to liked_the looked
        looking lycée machine main maman manuscript may me_out meet mehr merci_pour message monde money much_for much_of murderer
        my_blog my_dear my_life my_second name ne next_time nicht_mehr night_i nine no_había noon not nous nächste né of_all of_me
        of_these of_this of_what okay_so on_with once one_with ooc or_the p.s pack pass pay people_who perfectly pero_yo pie
        please please_let poem porque_no porte potatoes proud_of puis pushed que_el radio rambling remember request right roch
        room rope running salt sass scratching sea_and señor she_thought she_wrote shoes sie_ein singing sir_i sleep slept_in
        small smelled so_that's so_they somebody_had sous sous_le spoke sur_la take tasted teacher ten ten_minutes thank_you
        the_bell the_cake the_children the_doctor the_finale the_floor the_key the_kitchen the_last the_light the_manuscript
        the_paper the_potatoes the_review the_road the_roof the_window them_were there's_something they'd think_about think_it
        thinks this_i this_is thought_about times_that to_be to_hold to_me to_see tomorrow twice_and typed und_er und_sie valley
        verse vielen vu want_you warn_you was_i was_not was_over wasn't_a wasn't_much way_down we_have what_you which_is who_have
        whoever_is wie wie_ich will will_you with_me woman word_in written_in ya_no you_are you_at you_ever you_hate you_so
        you_that you_think él было вас внизу дождь и_он как капитан кто-то мне_было нас она отец под свет этого
    """,
    -0.4: """
        a_child a_love a_sandwich about_the agent al alguien all_for always and_it and_the and_there and_waited and_you ans anyway
        as_he ate bear began_and bekam bishop blog bridge bus can_hear characters_in cheval child coat come come_in con_un
        could_not cuando curtain dans_la darling days describe die died dit-elle dragons eaten einem el elle ending ersten_mal
        et_il et_la expect favourite finds finds_this fire five_of forget gate geld geschrieben hadn't hated have_done
        haven't_written heard her_and hey hi him his hizo how_i how_to hung_up i_promised i_remember i_shall i_should i_would ice
        im in_a is_the isn't_a it's_that it_had jamais jeden judge key know_it's l'histoire la_historia late lean lettre
        looking_at loud loved m'a made_up me_so met moral my_editor my_favourite my_first my_love my_story name_is niemand no_i'm
        not_supposed not_written nothing_to one_is out_of patient personne piano plans posted_the price questions_about read
        read_the reader report sagte say_yes seis sign sing smell so_he so_lange start stone sword take_the talk talk_to telephone
        tell tell_them ten_years thanks_for that_i that_is that_one the_book the_bridge the_editor the_judge the_price the_sea
        the_smell the_soup the_stove the_vicar the_water there_wasn't they_had this_house this_isn't this_up thought_the threw
        to_nine trust_me und_der usted vi vicar voix wait wait_for wanted_a warning was was_short we we_shall what_did whom why_i
        window x you're_the yours zum_ersten était über_die больше в_тот давно дверь за никто_не о тогда шёл
    """,
    -0.5: """
        a_wolf again all_of all_right already als am and_a and_by and_that au auf_dem aunt avait años been_a began beginning bin
        black boat book boy busy but_the called calling came cap chapeau chapter children come_here could danke_für dead dear
        dear_diary den der diary did_not dir dire do_not door down du editor eight einmal en_la encore er era et et_le everybody
        face follows for_me for_people girl gone había had had_been has_a have_to he he'd he_had hear here_and hier_ist home house
        hung i'd_like i'd_never i'm_the i'm_writing i've_got i_am i_guess i_have i_hope i_never i_want ich_schreibe in_ten ink
        is_not is_to it_is it_isn't it_was jahren je_vous knew know_about know_if know_it know_me land lawyer le leave let_me log
        lui man married my_name my_own my_sister même nachricht nachts nadie no_one nobody nobody_will of_his of_that of_the
        of_them omg order our out_the paper pencil perro personne_ne promised put_on put_the quand quelqu'un reading rule run said
        said_the sans_doute save seit ses shall she she'd sie silence sir song sorry_i sound stairs step stop stopped story supe
        te that_night the_bath the_bus the_lawyer the_new the_pencil the_ship the_stairs the_weather there_is there_was
        thing_about this_book this_town those_who thought to_leave to_this today told trust tu twice u und us vez votre waited
        waited_for war war_es was_the we_were weather welcome_to went werden were weren't what_follows what_happened who_can wir
        wolf writing_this würde xx y you_for you_will your а был и когда мы никому никто пишу ты эту
    """,
}
"""Weight → words; those above 0 are writers'."""
