"""Who may publish."""

import pytest

from data.errors import NotAllowed
from data.service.rights import Person, at_browser, at_shell, is_loopback, require_writer
from data.settings import Settings


def person(address: str, **settings: object) -> Person:
    return at_browser(Settings(_env_file=None, **settings), address=address, name="Lan")


def test_whoever_sits_at_the_machine_may_publish():
    assert person("127.0.0.1").may_write
    assert at_shell("Lan").may_write


def test_a_server_that_others_can_reach_is_read_only():
    assert not person("0.0.0.0").may_write
    assert not person("").may_write


def test_the_address_that_streamlit_binds_to_decides_not_the_setting():
    """`streamlit run app.py --server.address 0.0.0.0` left DTI_HOST alone: all could write."""
    assert not person("0.0.0.0", host="127.0.0.1").may_write
    assert person("127.0.0.1", host="0.0.0.0").may_write


def test_behind_a_proxy_loopback_proves_nothing():
    assert not person("127.0.0.1", public_url="https://dti.example.vn").may_write


def test_the_setting_read_only_holds_on_loopback_too():
    assert not person("127.0.0.1", read_only=True).may_write


def test_who_may_only_read_is_refused_with_the_way_out():
    with pytest.raises(NotAllowed, match="dti publish"):
        require_writer(person("0.0.0.0"))


@pytest.mark.parametrize("address", ["localhost", "127.0.0.1", "127.0.0.9", "::1"])
def test_loopback_has_several_names(address):
    assert is_loopback(address)


@pytest.mark.parametrize("address", ["", "0.0.0.0", "::", "192.168.1.5", "dti.example.vn"])
def test_everything_else_is_not_loopback(address):
    assert not is_loopback(address)
