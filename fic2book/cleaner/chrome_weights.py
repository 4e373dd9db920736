"""What speaks for a line being a site's, and what against it; fitted and written by benchmarks/furniture/fit.py.

`=` stands before a word, `^` before the first, `$` before the last, `+` before two in a row; the others are shapes.
"""

from typing import Final

WORDS: Final[dict[float, str]] = {
    1.9: """
        parted-often
    """,
    1.4: """
        +#_# words-11
    """,
    1.3: """
        sign words-17
    """,
    1.2: """
        =email
    """,
    1.1: """
        =stories =web =your
    """,
    1.0: """
        =by numbers
    """,
    0.9: """
        =# =fic =html =mail =post =posts =site =this =yahoo
    """,
    0.8: """
        =archive =te =темы
    """,
    0.7: """
        $post =autor =blog =browser =com =comments =fanfiction =free =login =textes =tu =zu =г =сайт words-7 words-99
    """,
    0.6: """
        $autor $permalink +next_part =bookmark =comentarios =cookie =current =fanfic =fanfics =forum =groups =kommentar =kudos
        =par =para =permalink =registrieren =review =signaler =topic =вы =к =сайта =чтобы ^current ^do ^get
    """,
    0.5: """
        $email +log_in +yahoo_groups +your_browser =account =adresse =alle =app =attachment =auteurs =click =community =cookies
        =denunciar =este =facebook =fiction =get =gratis =inlägg =kommentare =lire =log =member =online =page =previous =responder
        =rss =skin =tags =thread =top =ver =via =webmaster =website =work =войти ^du ^signaler ^skin
    """,
    0.4: """
        $ago $com $comments $content $contraseña $it $loading $mail $now $part $reply $сайта +all_stories +and_# +click_here
        +has_been +like_this +may_not +of_their +property_of +the_property +this_work +un_commentaire +you_must =ago =anmelden
        =anterior =ao =are =authors =comentar =commentaire =content =dans =diese =dieses =escribe =fastcounter =favoritos =foro
        =frames =histórias =homepage =index =internet =jetzt =message =next =notice =o =précédent =quote =reageren =recibir
        =remember =remove =search =seguir =seite =staff =story =style =suivre =their =thema =theme =till =um =username =users
        =version =vote =willkommen =wordpress =автора =версия =войдите =гость =для =забыли =комментарии =могут =пользователи
        =форум ^responder ^search address capital-within
    """,
    0.3: """
        $blog $commentaire $fermer $foro $geschichte $kapitel $kudos $page $read $site $thread $work +dans_le +el_# +esto_me
        +hosted_by +new_posts +online_# +powered_by +report_chapter +stories_are +the_archive +the_list +this_account
        +un_comentario +wordpress_com +zurück_zur +если_вы +зарегистрированные_пользователи +и_мы +могут_только
        +оставить_комментарий =age =allow =antworten =anzeige =archivo =articles =author =award =beiträge =bitte =buy =cap
        =comentario =comentário =commenter =compartir =contenu =continue =dich =diesem =enviar =esta =expand =fan =fermer =follow
        =gefällt =geschichten =google =guestbook =hide =hosted =http =ici =inscrit =ip =j'aime =javascript =join =jump =komentarz
        =leurs =like =links =list =location =mis =more =nästa =offline =om =ou =oublié =our =parchment =pas =pdf =poster =powered
        =property =publicité =re =reading =reply =sein =sitio =się =skriv =support =sólo =tagged =todos =tweet =versión =votre
        =webmistress =werbung =wird =without =índice =übersicht =все =всего =запись =зарегистрированные =комментарий
        =комментировать =мы =назад =оставить =от =пароль =показать =работа =сказали =содержание =спасибо =текст =текста =фанфиков
        =хостинг =читать ^bookmark ^denunciar ^diese ^gefällt ^hosted ^jump ^letzte ^like ^nach ^se ^see ^skriv ^story ^top
        ^volver ^werbung ^x ^всего ^показать ^читать parted
    """,
    0.2: """
        $am $antworten $arriba $aus $autoren $comentar $cookies $desk $favoritos $go $guestbook $here $index $like $message
        $minuten $offline $pagina $página $remove $rss $schreiben $similaires $soon $story $subscribe $successivo $suivant
        $webmistress $übersicht $автора $главу $наверх $печати +#_fois +#_likes +#_mal +account_is +aimerez_aussi
        +aktualisierung_# +archivleiter_oskar +are_the +back_to +before_you +by_the +comments_are +contact_the +de_lucro +de_passe
        +egroups_example +este_foro +gefällt_mir +get_it +gmt_# +harry_potter +haut_de +in_diesem +in_your +infringement_intended
        +internet_explorer +is_for +join_the +jump_to +kept_on +letzte_aktualisierung +lire_la +logga_in +los_personajes
        +no_infringement +one_shot +oskar_d +remember_that +responder_a +signaler_un +site_is +the_author +the_ring +the_tin
        +the_web +the_webmistress +this_list +this_site +this_story +thorin_k +through_the +to_join +to_the +todos_los
        +vous_aimerez +webmaster_thorin +you_are +you_for +zaloguj_się +zgłoś_nadużycie +zur_startseite +ánimo_de +все_персонажи
        +вы_не +за_# +комментарии_# +персонажи_принадлежат +принадлежат_их +только_зарегистрированные =added =ads =advertisement
        =aimerez =ajouter =aktualisierung =alt =an =anmäl =anonymous =anzeigen =archived =archivleiter =arriba =article =aus
        =autoren =aviso =awards =below =best =bloga =bonjour =brak =cet =cette =challenges =comment =consent =contraseña
        =copyright =correo =creative =desk =do =donate =egroups =enter =entrar =entry =erstellt =essere =explorer =faq =firma
        =flag =fue =fórum =gelesen =gmt =go =gold =harry =hay =hier =historia =historias =imprimir =info =information =journal
        =keine =kommentarer =kostenlos =krieg =laisser =lavender =leave =lecture =les =letzte =leyendo =lien =ligne =likes =lines
        =link =load =logged =lucro =mais =medlem =meld =mensaje =minuten =mitglied =mode =mood =mostrar =más =nadużycie =new =news
        =nous =now =nuevo =oder =openid =options =oskar =others =pertenecen =phpbb =poll =potter =price =primo =private =profil
        =public =público =quill =rate =ratings =register =remain =replies =report =room =segnala =sehen =seiten =select =sera
        =shot =show =sign =similaires =sind =skip =songfic =sont =source =submit =subscribe =successivo =suivant =sujets =teilen
        =tema =temas =thistledown =through =tiene =tin =toute =tower =twitter =txt =un =under =uns =url =use =view =volver =von
        =vorige =vous =works =write =zaloguj =zgłoś =ánimo =вперёд =имеет =их =ней =нельзя =ответ =отзыв =перейти =печати =писать
        =по =поддержка =поделиться =подписаться =пользователей =пост =привет =принадлежат =свернуть =страница =только =фанфик
        =фики ^advertisement ^ajouter ^anonymous ^antworten ^archivleiter ^articles ^bonjour ^cap ^compartir ^continue ^deine
        ^dieses ^es ^fanfic ^firma ^follow ^lire ^logga ^member ^nur ^previous ^rate ^report ^segnala ^share ^show ^skip ^suivre
        ^todos ^ver ^vorige ^vote ^want ^you ^zaloguj ^zum ^войти ^вы ^если ^ещё ^комментарии ^перейти ^поделиться ^привет
        ^спасибо ends-colon prior
    """,
    0.1: """
        $antwort $atom $aussi $avanti $below $capítulo $comentarios $details $ein $expand $feed $fois $inlägg $ist $komentarzy
        $ligne $nedstat $remus $sesión $siguiente $sponsorisé $teilen $twitter $глава $запись $назад +#_days +#_members +#_minuten
        +#_or +#_the +aby_dodać +advertisement_remove +bli_medlem +chapitre_précédent +chapitre_suivant +click_to
        +contenu_sponsorisé +de_page +diese_seite +do_you +dodać_komentarz +du_hast +e_mail +en_este +estadísticas_nedstat +feb_#
        +for_# +free_to +here_for +if_you +il_tuo +is_set +la_suite +le_temps +les_plus +lists_example +members_# +mi_contraseña
        +mot_de +not_be +of_its +passwort_vergessen +por_correo +por_la +posted_in +que_les +rating_# +recuperar_mi +report_abuse
        +signer_le +się_aby +también_te +that_this +the_sofa +their_respective +this_group +to_like +to_log +to_post +tous_les
        +try_again +um_ein +un_capítulo +und_# +under_a +v_# +version_# +vote_in +write_a +you_miss +à_# +бета_включена +не_можете
        +подписаться_на +публичная_бета +спасибо_# +этого_автора =abuse =aby =ad =add =addresses =aggiungi =ahora =atom =aussi
        =auto =bli =board =compartilhar =conditions =conectarse =contenido =correction =créer =datenschutz =deine =dernière
        =details =dodać =en =entries =epub =estadísticas =experience =feb =fenêtre =fics =fois =föregående =gilla =guerre =gäste
        =ha =has =hast =here =histoires =in =inc =infringement =intended =início =issue =kept =komentarzy =l =l'appli =lesezeit
        =leído =library =lighthouse =lluvia =loup =manage =media =melden =menu =min =możesz =naar =nedstat =net =neueste =nouveaux
        =or =ort =partager =passe =perfil =por =privacy =profit =publicar =recent =recuperar =registriert =related =respective
        =retour =rules =schreiben =see =send =set =signer =sofa =speichern =sponsorisé =startseite =store =storie =strona =subject
        =suite =sus =temat =thorin =times =torna =tos =translated =unsubscribe =usuarios =vergessen =voir =voyage =whatsapp
        =writes =wurde =wysłany =zurück =а =автору =в =включена =добавить =ещё =из =можете =на =написать =ответить =персонажи
        =последний =права =предыдущая =публичная =работы =скачать =следующая =через ^article ^conectarse ^copyright ^dernière
        ^entrada ^entry ^este ^free ^kommentarer ^leave ^les ^login ^mis ^notice ^open ^partager ^posted ^related ^rispondi
        ^source ^thema ^torna ^vous ^wysłany ^архив ^добавить ^оставить ^подписаться ^предыдущая ^публичная ^это number
    """,
    -0.1: """
        $before $casa $du $error $father $fin $flashback $name $no $not $number $only $out $p $pov $professor $up +ask_first
        +day_# +dedicated_to +den_# +for_language +in_chapter +in_the +in_two +jour_# +noa_villalba +of_the +or_not +part_#
        +part_two +que_vous +report_this +rien_ne +sous_le +subject_line +the_door +the_end +to_crewe +you_have +you_like
        +продолжение_следует =allá =always =anna =anyone =autorin =b =begun =bien =bread =brit =ca =casa =case =cause =change
        =characters =chien =child =crewe =da =dank =date =dead =dean =dearest =dedicated =deich =después =dites =due =else
        =epilogue =euch =eure =exhibit =father =feedback =fever =fish =forgotten =für =glossary =gracias =grand =grief =half =hund
        =i'd =ii =ivo =kommt =l'on =ladies =late =lemon =london =los =made =map =men =met =moon =nacht =night =noa =note =on =oui
        =pairing =pan =patient =pell =petite =picked =pie =plan =platform =previously =professor =prolog =qui =rating =recipient
        =riesig =s =sagte =season =señor =shut =silence =sous =suivante =sábado =t =take =tarte =tea =that's =then =time =too =und
        =villalba =voices =warnung =wer =when =wie =wil =written =würde =ya =zimmer =à =épilogue =último =über =борщ =было =дня
        =дома =неделю =она =продолжение =следует =у =чай =эпилог ^author ^category ^das ^dedicated ^et ^exhibit ^five ^flashback
        ^gästebuch ^he ^il ^księga ^liebe ^no ^not ^please ^por ^pov ^run ^to ^ton ^warnung ^weiter ^wil ^zur ^à ^продолжение
        ^регистрация ^часть
    """,
    -0.2: """
        $again $b $ende $first $k $language $n $one $password $please $stay +#_de +#_don't +#_june +#_to +ab_# +back_in
        +be_continued +from_the +hoofdstuk_# +i_know +ich_mich +juste_après +la_nuit +left_the +los_reviews +new_message +p_s
        +post_ep +posted_# +story_in +sur_la +the_wonderful +this_was +this_way +welcome_to +y_n =ab =abajo =abril =all
        =altersfreigabe =anywhere =après =author's =authorised =awake =be =besos =blanche =book =but =c =call =capi =cardiff
        =cerrado =chère =clasificación =coming =contest =d'un =de =deck =deuil =dos =drei =défi =earlier =eggs =eines =enjoy =ep
        =epílogo =et =ever =fermé =fine =first =flashback =friday =genre =geschrieben =good =got =hasta =heart =his =how
        =interlude =irgendwo =j'ai =just =juste =kapitel =lo =lol =lost =lui =luna =lundi =mamá =man =march =marrow =matin =mdr
        =milk =mine =monsieur =no =novembre =nummer =parish =petit =pg =prologue =prompt =querida =raining =regen =sam =samedi
        =schwarzleser =seen =sender =series =severus =sherlock =sie =sold =später =stay =steak =storia =summer =tell =they =things
        =thème =tidewater =titel =u =unknown =unread =unter =van =verboten =visto =wanted =war =way =were =will =wonderful =wörter
        =you =zeit =zwei =ça =был =всё =гарри =джон =до =как =компот =конец =написано =письма =три =часть =что ^and ^challenge
        ^clasificación ^contact ^cover ^day ^der ^deux ^die ^fandom ^feedback ^i'm ^ich ^impressum ^interlude ^kein ^la ^lost ^p
        ^pairing ^prompt ^querida ^rated ^read ^titel ^un ^wörter ^бета ^конец lower
    """,
    -0.3: """
        $chat $later $me $sender $поиск +about_# +pg_# +rozdział_# +teil_# +the_# +word_count +written_by +написано_на =about
        =after =angst =ans =au =avant =avez =band =beta =blanco =brot =capitolo =con =das =disclaimer =er =find =finis =found
        =hamburg =hat =have =her =hoofdstuk =i'll =ihr =je =language =later =liebe =low =merci =moi =number =october =palabras
        =pommes =r =sale =second =song =sorry =st =stop =title =titre =trois =título =was =water =word =words =écrit =автор
        =вторая =сообщение =хлеб ^author's ^beta ^capitolo ^dear ^disclaimer ^el ^end ^le ^my ^par ^part ^password ^prologue
        ^spoilers ^title ^título ^und ^von ^word ^автор mostly-numbers
    """,
    -0.4: """
        $example +#_for +#_h +a_story +are_you +attic_example +capitolo_# +chapitre_# +for_the +july_# +kapitel_# +november_#
        +share_and +stardate_# +this_is +to_be +глава_# =at =attic =dear =eine =elle =finished =five =from =he =i've =july =know
        =le =love =ma =mit =name =neue =nobody =november =out =paris =pov =scene =she =sich =stardate =there =trop =what ^archive
        ^chapitre ^date ^e ^ende ^hoofdstuk ^written
    """,
    -0.5: """
        +chapter_# +de_# =a =chapter =day =den =der =deux =don't =el =ende =h =had =it's =m =never =plume =rien =said =spoilers
        =that =three =up =va =week =y =глава =москва =не ^chapter ^fin ^genre ^kapitel ^rating ^rozdział
    """,
    -0.6: """
        +nombre_de =and =chapitre =end =fin =im =mots =n =nombre =я ^i ^nombre ^the ^глава arrow capitals label words-4
    """,
    -0.7: """
        +capítulo_# =chat =i'm =it =la =me =of =one =и ^a ^by bracket
    """,
    -0.8: """
        =die =my =que =two
    """,
    -0.9: """
        =ich =so ^capítulo sentence
    """,
    -1.0: """
        =i =the
    """,
    -1.5: """
        comma
    """,
    -1.6: """
        upper
    """,
    -2.0: """
        quote stop
    """,
}
"""Weight → names."""
