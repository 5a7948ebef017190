"""A server that is told another address than loopback shows figures only.

The address is "127.1": every system takes it for 127.0.0.1, so that this test lets nobody in from
outside, but nothing in its spelling proves that, as of a name or of an address of the network.
"""

import shutil
from collections.abc import Iterator

import psutil
import pytest
from playwright.sync_api import Page, expect

from data.errors import NotAllowed
from data.service import deliveries
from data.service.opening import open_store
from data.service.rights import at_browser
from data.settings import Settings
from tests.browser.uploads import changed
from tests.running import Server, opened, start

pytestmark = pytest.mark.browser
ELSEWHERE = "127.1"


@pytest.fixture(scope="module")
def elsewhere(server: Server, tmp_path_factory) -> Iterator[Server]:
    """A server as ``dti serve --host 127.1`` starts it, on a copy of the shared store."""
    home = tmp_path_factory.mktemp("elsewhere")
    shutil.copytree(server.home, home, dirs_exist_ok=True)
    own = start(home, address=ELSEWHERE, DTI_HOST=ELSEWHERE, DTI_PROVINCE="08")
    yield own
    own.stop()


def test_the_test_itself_listens_on_loopback_only(elsewhere: Server):
    process = psutil.Process(elsewhere.process.pid)
    listening = [one for one in process.net_connections("tcp") if one.status == "LISTEN"]

    assert {one.laddr.ip for one in listening} == {"127.0.0.1"}


def test_no_page_shows_a_control_that_writes(page: Page, elsewhere: Server):
    opened(page, f"{elsewhere.url}/update")
    expect(page.get_by_test_id("stAlert")).to_contain_text("chỉ cho xem số liệu")
    assert (
        page.locator("input[type=file], form, input[type=text]:not([role=combobox])").count() == 0
    )
    main = page.get_by_test_id("stMain")
    assert main.get_by_role("button", name="Tải mẫu về (Excel)").count() == 1
    assert main.locator('button[data-testid^="stBaseButton"]').count() == 1

    opened(page, f"{elsewhere.url}/history")
    expect(main.get_by_role("button", name="Tải tệp nguồn")).to_be_visible()
    assert main.get_by_role("button", name="Khôi phục").count() == 0


def test_the_service_refuses_what_its_reader_would_write(elsewhere: Server, tmp_path):
    """The page is not what decides: the service refuses the same person, and nothing changes."""
    config = Settings(home=elsewhere.home, database_url="", published="off", demo=False)
    reader = at_browser(config, address=ELSEWHERE, name="Lan")
    store = open_store(config)
    before = store.current()
    path = changed(tmp_path)
    report = deliveries.check(store, path.read_bytes(), path.name)
    with pytest.raises(NotAllowed):
        deliveries.publish(store, report, person=reader)
    with pytest.raises(NotAllowed):
        deliveries.undo(store, before.id, person=reader, base=before)
    after, kept = store.current(), store.has_file(report.file.sha256)
    store.close()

    assert (after, kept) == (before, False)
