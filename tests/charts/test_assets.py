"""Files for the browser, under addresses that change with their content."""

import json
import re

from charts.assets import assets


def test_an_address_carries_the_hash_of_its_content():
    assert re.fullmatch(r"/assets/map\.[0-9a-f]{16}\.js", assets()["map.js"].path)
    assert len({asset.path for asset in assets().values()}) == len(assets())


def test_modules_name_each_other_by_those_addresses():
    content = assets()["map.js"].content.decode()

    assert assets()["map_drawing.js"].path in content
    for asset in assets().values():
        if asset.media_type == "text/javascript":
            assert '"./' not in asset.content.decode()


def test_the_base_maps_and_fonts_are_there():
    assert json.loads(assets()["base-34.json"].content)["boundary"] == "34"
    assert assets()["be-vietnam-pro-600.woff2"].content[:4] == b"wOF2"


def test_the_map_needs_nothing_from_elsewhere():
    for asset in assets().values():
        if asset.media_type in ("text/javascript", "text/css"):
            outside = re.findall(r"https?://[^\s\"']+", asset.content.decode())
            assert set(outside) <= {"http://www.w3.org/2000/svg"}


def test_modules_hold_no_word_of_the_screen():
    """Vietnamese letters in a module would be a text that has no English."""
    for name in ("map.js", "map_drawing.js", "map_around.js", "map_figures.js", "labels.js"):
        code = re.sub(r"//.*", "", assets()[name].content.decode())
        assert not re.search(r"[À-ỹĐđ]", code), name
