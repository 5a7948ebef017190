"""Who may publish: the one place where it is decided.

There is no sign-in yet. So whoever sits at the machine may do everything, and a server that others
can reach shows figures only. Somebody at the shell can open the database file anyway.
"""

from dataclasses import dataclass
from ipaddress import ip_address

from data.errors import NeedsApproval, NotAllowed
from data.settings import Settings, settings
from language.folding import tone_key


@dataclass(frozen=True, slots=True)
class Person:
    """Who acts; the name stands in the history of releases."""

    name: str
    may_write: bool


def at_shell(name: str) -> Person:
    """Give the person who runs a command."""
    return Person(name, may_write=True)


def at_browser(settings: Settings, *, address: str, name: str = "") -> Person:
    """Give the person at a browser of a server that is bound to ``address``.

    ``address`` is what Streamlit itself binds to (its option ``server.address``; empty means every
    address). The setting does not decide: ``streamlit run app.py --server.address 0.0.0.0`` never
    asks for it, and is open to the network all the same.
    A public address in the settings means that a proxy stands in front: then loopback proves
    nothing about who is there.
    """
    is_private = is_loopback(address)
    is_published = bool(settings.public_url)
    return Person(name, may_write=is_private and not is_published and not settings.read_only)


def is_loopback(address: str) -> bool:
    """Tell whether an address is reached from the same machine only; empty means every address."""
    if address.casefold() == "localhost":
        return True
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


def require_writer(person: Person) -> None:
    """Refuse a person who may only read."""
    if not person.may_write:
        raise NotAllowed(
            f"{person.name or 'This reader'} may not publish: the server is read-only. "
            "Publish at the machine itself, or with the command dti publish."
        )


def needs_approval() -> bool:
    """Tell whether this installation wants a second person for whatever one person brings."""
    return settings().approval == "on"


def require_alone(person: Person) -> None:
    """Refuse what one person would publish alone where a second one must approve."""
    if needs_approval():
        raise NeedsApproval(
            f"{person.name or 'This person'} may not publish alone: DTI_APPROVAL is on. "
            "Propose it; somebody else approves."
        )


def require_name(person: Person) -> None:
    """Refuse a person without a name, where the history must tell people apart."""
    if not person.name.strip():
        raise NotAllowed("A name is needed: the history says who did this.")


def require_another(person: Person, proposer: str) -> None:
    """Refuse a person who would approve what they proposed, also as HOÀ instead of Hòa."""
    require_name(person)
    if tone_key(person.name) == tone_key(proposer):
        raise NotAllowed(f"{person.name} proposed this: another person must decide.")
