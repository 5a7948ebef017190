import tomllib

from charts import theme
from charts.assets import assets
from tests.running import ROOT

CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))


def test_plain_streamlit_run_talks_to_this_machine_only():
    assert CONFIG["server"]["address"] == "127.0.0.1"
    assert CONFIG["server"]["headless"] is True
    assert CONFIG["browser"]["gatherUsageStats"] is False
    assert CONFIG["client"]["showErrorDetails"] == "none"


def test_the_fonts_are_ours_at_their_addresses():
    faces = {face["weight"]: face["url"] for face in CONFIG["theme"]["fontFaces"]}

    assert faces == {
        weight: assets()[f"be-vietnam-pro-{weight}.woff2"].path for weight in (400, 600, 700)
    }
    assert CONFIG["theme"]["font"] == theme.FONT


def test_pages_have_the_ground_and_the_ink_of_the_charts():
    for name, chart in (("light", theme.LIGHT), ("dark", theme.DARK)):
        page = CONFIG["theme"][name]

        assert page["backgroundColor"] == chart.background
        assert page["textColor"] == chart.ink
