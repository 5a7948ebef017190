from pathlib import Path

from web import frontend, frontend_words
from web.frontend_words import Words


def bundle(tmp_path: Path) -> dict[str, str]:
    installed = frontend.installed(tmp_path)
    names = [name for name in installed.files if name.endswith(".js")]
    return {Path(name).name: (installed.source / name).read_text("utf-8") for name in names}


def test_every_word_of_the_table_is_in_the_locked_version_of_streamlit(tmp_path):
    """Else an upgrade would bring English back unseen."""
    assert list(frontend_words.missing(bundle(tmp_path))) == []


def test_a_word_that_is_gone_is_noticed(tmp_path):
    files = bundle(tmp_path)
    toolbar = next(name for name in files if name.startswith("Toolbar."))
    files[toolbar] = files[toolbar].replace("`Close fullscreen`", "`Exit fullscreen`")

    assert list(frontend_words.missing(files)) == [("Toolbar", "Close fullscreen")]


def test_every_word_is_put_into_other_words():
    for words in frontend_words.table().values():
        assert all(put and put != english for english, put in words.whole.items())
        assert all(put and put != piece for piece, put in words.pieces.items())


def test_a_name_that_code_compares_is_left_alone():
    source = "a.displayName=`Close`;b(`x`,{children:`Close`});switch(c){case`Close`:d()}"

    replaced = frontend_words.replace(source, Words({"Close": "Đóng"}, {}))

    assert replaced == "a.displayName=`Close`;b(`x`,{children:`Đóng`});switch(c){case`Close`:d()}"


def test_words_cannot_end_the_literal_they_stand_in():
    replaced = frontend_words.replace("a(`Help`)", Words({"Help": "`${x}` \\"}, {}))

    assert replaced == "a(`\\`\\${x}\\` \\\\`)"


def test_a_piece_keeps_the_blanks_of_its_sentence():
    source = "label:`Add: ${M}`"

    replaced = frontend_words.replace(source, Words({}, {"`Add: ${M}`": "`Thêm: ${M}`"}))

    assert replaced == "label:`Thêm: ${M}`"
