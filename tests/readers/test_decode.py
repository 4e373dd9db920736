from __future__ import annotations

import codecs

import pytest

from fic2book.build import prepare
from fic2book.errors import SourceError
from fic2book.model import Settings, SourceFile
from fic2book.readers import read
from fic2book.readers.decode import decode

RUSSIAN = "Дождь начался в полночь и не прекращался до самого утра. Она ждала у окна."


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b"%PDF-1.7 ...", "a PDF"),
        (b"\x89PNG\r\n\x1a\n....", "PNG picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "save it as .docx"),
        (b"Rar!\x1a\x07", "unpack it"),
        (bytes(range(256)) * 20, "binary data"),
        (b"\x00\x01\x02\x03" * 99, "binary data"),
    ],
)
def test_what_is_no_text_is_refused_with_what_it_is_and_what_to_do(data, words):
    with pytest.raises(SourceError, match=words):
        decode(data, "x.txt")


@pytest.mark.parametrize(
    "data",
    [
        b" ",
        b"\n\n\n",
        "\ufeff".encode(),
        "\N{NO-BREAK SPACE}\n\u3000".encode(),
        b"<p>&nbsp;</p>",
        b"<html><body></body></html>",
    ],
)
def test_a_file_of_white_space_holds_no_text(data):
    with pytest.raises(SourceError, match="holds no text"):
        read("x.html", data)


def test_bytes_that_are_not_what_the_user_says_are_refused_with_their_place():
    with pytest.raises(SourceError, match="byte 4"):
        decode(b"good\xff", "x.txt", "utf-8")


@pytest.mark.parametrize("encoding", ["klingon", "hex", "rot13"])
def test_an_encoding_nobody_knows_is_refused(encoding):
    with pytest.raises(SourceError, match="no encoding is called"):
        decode(b"text", "x.txt", encoding)


def test_utf_16_that_is_cut_short_is_refused():
    with pytest.raises(SourceError, match="cut short"):
        decode(codecs.BOM_UTF16_LE + "ab".encode("utf-16-le") + b"\x00", "x.txt")


@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]
)
@pytest.mark.parametrize("text", ["Plain words, and a “quote”.", RUSSIAN, "naïve café"])
def test_unicode_is_read_with_and_without_its_mark(codec, text):
    decoded = decode(text.encode(codec), "x.txt")
    assert decoded.text == text
    assert not decoded.notices


@pytest.mark.parametrize("codec", ["cp1251", "koi8-r", "cp866", "mac-cyrillic"])
def test_cyrillic_code_pages_are_told_apart_by_their_commonest_letters(codec):
    decoded = decode((RUSSIAN * 5).encode(codec), "x.txt")
    assert decoded.text == RUSSIAN * 5
    assert decoded.notices[0].code == "encoding-guessed"


def test_western_text_is_read_as_windows_1252_and_the_user_is_told():
    decoded = decode("“It’s a café…” — she".encode("cp1252"), "x.txt")
    assert decoded.text == "“It’s a café…” — she"
    assert decoded.encoding == "cp1252"
    assert [notice.code for notice in decoded.notices] == ["encoding-guessed"]


def test_a_foreign_byte_in_utf_8_is_mended_and_told_with_its_place():
    decoded = decode("“Curly” and café, ".encode() + b"it\x92s late", "x.txt")
    assert decoded.text == "“Curly” and café, it’s late"
    notice = decoded.notices[0]
    assert notice.code == "undecodable"
    assert decoded.text[notice.span.start] == "’"
    assert "it’s" in notice.where


def test_many_foreign_bytes_are_counted_rather_than_listed():
    decoded = decode("“é” ".encode() * 40 + b"it\x92s " * 30, "x.txt")
    assert decoded.text.count("it’s") == 30
    assert len(decoded.notices) == 21


def test_characters_lost_earlier_are_kept_and_told():
    decoded = decode("wait\N{REPLACEMENT CHARACTER} no".encode(), "x.txt")
    assert decoded.text == "wait\N{REPLACEMENT CHARACTER} no"
    assert decoded.notices[0].code == "replacement-character"


def test_a_declared_charset_is_believed_where_the_bytes_allow_it():
    page = f'<meta charset="iso-8859-2"><p>{"źdźbło trawy"}</p>'
    assert decode(page.encode("iso-8859-2"), "x.html").text == page
    assert decode(page.encode("utf-8"), "x.html").text == page


def test_an_ellipsis_byte_of_windows_1252_is_no_line_end():
    manuscript = read("x.txt", "wait\x85 what".encode())
    assert [block.text for block in manuscript.blocks] == ["wait… what"]


def test_text_that_was_encoded_twice_is_decoded_twice():
    text = "“Déjà vu” — c’est l’été à Noël\nplain line\nIt’s a naïve café\n"
    decoded = decode(text.encode().decode("cp1252", "surrogateescape").encode("utf-8", "surrogateescape"), "x.txt")
    twice = decode(text.replace("”", "’").encode().decode("cp1252").encode(), "x.txt")
    assert twice.text == text.replace("”", "’")
    assert [notice.code for notice in twice.notices] == ["encoded-twice"]
    assert decoded.text.count("\n") == 3


@pytest.mark.parametrize(
    "text", ["Ãƒ is a letter, Â« is not, and naïve «Élan» Ã©", "Água, ÃO, Âmbar, São Tomé", "CAFÉ Â “À” â€ é"]
)
def test_a_line_with_letters_of_its_own_is_never_decoded_twice(text):
    assert decode((text + "\n").encode() * 3, "x.txt").text == (text + "\n") * 3


# ---------------------------------------------------------------- every other encoding

TEXTS = {
    "ja": "港の灯台守は毎朝、船の数を数えました。\n全部で十一隻、これは正しい。\n「遅い」と彼女は言った。答える者はいなかった。\n",
    "zh": "她每天早上都数一数港口里的船。\n一共十一只，这是对的，第十二只就不对了。\n“晚了，”她说。没有人回答她。\n",
    "zh-Hant": "她每天早上都數一數港口裡的船。\n一共十一隻，這是對的，第十二隻就不對了。\n「晚了，」她說。沒有人回答她。\n",
    "ko": "그녀는 아침마다 항구의 배를 세었다.\n모두 열한 척이었고 그것은 맞았다.\n“늦었어.” 그녀가 말했다. 아무도 대답하지 않았다.\n",
    "ru": "Каждое утро она пересчитывала лодки в гавани.\nИх было одиннадцать, и это было верно.\n«Поздно», — сказала она. Никто не ответил.\n",
    "uk": "Щоранку вона рахувала човни в гавані.\nЇх було одинадцять, і це було правильно.\n«Пізно», — сказала вона. Ніхто не відповів їй.\n",
    "pl": "Każdego ranka liczyła łodzie w porcie.\nByło ich jedenaście, i to się zgadzało.\nPóźno, powiedziała. Żaden człowiek jej nie odpowiedział.\n",
    "cs": "Každé ráno počítala čluny v přístavu.\nBylo jich jedenáct, což bylo správně.\nPozdě, řekla. Žádný člověk jí neodpověděl, nikdo tu nežil.\n",
    "el": "Κάθε πρωί μετρούσε τις βάρκες στο λιμάνι.\nΉταν έντεκα, κι αυτό ήταν σωστό.\n«Αργά», είπε. Κανείς δεν απάντησε.\n",
    "tr": "Her sabah limandaki tekneleri sayardı.\nOn bir tane vardı ve bu doğruydu.\nGeç, dedi. Kimse cevap vermedi, ışık söndü, çocuk ağladı.\n",
    "he": "בכל בוקר היא ספרה את הסירות בנמל.\nהיו אחת עשרה, וזה היה נכון.\nאיש לא ענה לה.\n",
    "ar": "كانت تعد القوارب في الميناء كل صباح.\nكانت أحد عشر قاربا وهذا صحيح.\nلم يجب أحد.\n",
    "th": "ทุกเช้าเธอนับเรือในท่าเรือ\nมีสิบเอ็ดลำ ซึ่งถูกต้อง\nไม่มีใครตอบเธอ\n",
    "fr": "Chaque matin elle comptait les bateaux du port.\nIl y en avait onze, ce qui était exact, à l’été comme à Noël.\nTrop tard, répéta-t-elle.\n",
    "en": "Every morning she counted the boats. It’s late, she said. “No,” he said, “it isn’t.” He didn’t move — nobody did.\n",
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "codec"),
    [
        ("ja", "shift_jis"), ("ja", "euc_jp"), ("ja", "utf-16-le"), ("ja", "utf-16-be"), ("ja", "utf-32-le"), ("zh", "gbk"),
        ("zh", "gb18030"), ("zh", "utf-16-le"), ("zh-Hant", "big5"), ("zh-Hant", "utf-16-be"), ("ko", "euc_kr"), ("ko", "utf-16-le"),
        ("ru", "cp1251"), ("ru", "koi8-r"), ("ru", "cp866"), ("ru", "iso8859-5"), ("ru", "utf-16-be"), ("uk", "koi8-u"), ("uk", "cp1251"),
        ("pl", "cp1250"), ("pl", "iso8859-2"), ("cs", "cp1250"), ("cs", "iso8859-2"), ("el", "cp1253"), ("el", "iso8859-7"),
        ("tr", "cp1254"), ("tr", "iso8859-9"), ("he", "cp1255"), ("he", "iso8859-8"), ("ar", "cp1256"), ("ar", "iso8859-6"),
        ("th", "cp874"), ("th", "utf-16-le"), ("fr", "cp1252"), ("fr", "mac-roman"), ("fr", "cp850"), ("en", "cp1252"), ("en", "mac-roman"),
    ],
)  # fmt: skip
def test_a_text_that_does_not_say_its_encoding_is_read_by_what_it_spells(language, codec):
    data = TEXTS[language].encode(codec, "ignore")
    decoded = decode(data, "x.txt")
    assert decoded.text == data.decode(codec)
    if not codec.startswith("utf"):
        assert [notice.code for notice in decoded.notices] == ["encoding-guessed"]
        assert decoded.notices[0].severity == "review"
        assert "--encoding" in decoded.notices[0].message


def test_mail_from_japan_is_read_through_its_escape_sequences():
    assert decode(TEXTS["ja"].encode("iso2022_jp"), "x.txt").text == TEXTS["ja"]


@pytest.mark.parametrize(
    "text",
    [
        "“It’s a café,” she said. “Isn’t it?” — and he didn’t know.", "‘No,’ she said. ‘I don’t…’ He’d gone.", "“No.” “Yes.” “No!”",
        "He’d been to São Paulo – and back.", "«Oui», dit-il.", "Señor Muñoz—he’s 40—said “¡Hola!”", "€5 — that’s all.", "…", "Zoë",
    ],
)  # fmt: skip
def test_a_few_accents_and_quotation_marks_are_windows_1252_however_short_the_text(text):
    assert decode(text.encode("cp1252"), "x.txt").text == text


def test_a_damaged_character_of_a_two_byte_encoding_is_told_with_its_place():
    decoded = decode((TEXTS["zh"] * 3).encode("gb18030") + b"\xff" + TEXTS["zh"].encode("gb18030"), "x.txt")
    assert decoded.text == TEXTS["zh"] * 3 + "ÿ" + TEXTS["zh"]
    assert [notice.code for notice in decoded.notices] == ["encoding-guessed", "undecodable"]
    assert decoded.text[decoded.notices[1].span.start] == "ÿ"


def test_a_page_that_declares_latin_letters_and_holds_cyrillic_ones_is_not_believed():
    page = f'<meta charset="iso-8859-1"><p>{TEXTS["ru"] * 3}</p>'
    assert decode(page.encode("cp1251"), "x.html").text == page


@pytest.mark.parametrize("stray", [b"\0", b"\0\0\0"])
def test_a_stray_zero_byte_makes_no_utf_16_of_a_text(stray):
    data = b"Plain words of a story, one line after another.\n" * 40 + stray + b"And so on"
    assert decode(data, "x.txt").text.startswith("Plain words")


def test_the_user_names_the_encoding_on_the_command_line_and_in_the_sidecar():
    data = TEXTS["ru"].encode("koi8-r", "ignore")
    for item, settings in (
        (SourceFile("x.txt", data), Settings(encoding="cp866")),
        (SourceFile("x.txt", data, 'encoding = "cp866"\n', "x.fic.toml"), Settings(encoding="koi8-r")),
    ):
        assert prepare(item, settings).manuscript.source.encoding == "cp866"


def test_a_page_whose_only_odd_bytes_are_in_its_markup_is_read():
    assert decode(b"<p title='\x93'>" * 3, "x.html").text == "<p title='“'>" * 3
