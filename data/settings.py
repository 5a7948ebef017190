"""Settings: environment variables with the prefix ``DTI_``, or the file ``.env`` beside ``app.py``.

Neither the file nor a relative folder depends on where a program was started: a command and the
server must never look at two stores.
"""

from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """What an installation decides; every field has a safe default."""

    model_config = SettingsConfigDict(env_prefix="DTI_", env_file=ROOT / ".env", extra="ignore")

    home: Path = Field(default=ROOT / "var", description="Folder of databases, prepared files.")
    database_url: str = Field(default="", description="SQLAlchemy URL; empty: SQLite under home.")
    province: str = Field(default="", description="Home province: a code on the newest list.")
    published: Literal["on", "off"] = Field(
        default="on", description="Fill a fresh store from the published workbooks."
    )
    boundaries: Path | None = Field(
        default=None, description="Folder with 63.geojson and 34.geojson instead of the shipped."
    )
    public_url: str = Field(default="", description="Address under which readers open the pages.")
    demo: bool = Field(default=False, description="Illustrative figures, in a store of their own.")
    host: str = Field(default="127.0.0.1", description="Address that the server is bound to.")
    port: int = Field(default=8501, description="Port that the server is bound to.")
    catalogue: Path | None = Field(
        default=None, description="Folder with .toml of indicators beside the shipped ones."
    )
    approval: Literal["on", "off"] = Field(
        default="off", description="A second person must approve what one person publishes."
    )
    read_only: bool = Field(default=False, description="Nobody may publish in the browser.")

    @field_validator("home", "boundaries", "catalogue")
    @classmethod
    def from_root(cls, folder: Path | None) -> Path | None:
        """Read a relative folder from the checkout; an absolute one stays as it is."""
        return None if folder is None else ROOT / folder.expanduser()

    def store_url(self) -> str:
        """Give the SQLAlchemy URL of the store; the illustrative store is always its own file."""
        if self.demo:
            return f"sqlite:///{self.home / 'demo.sqlite3'}"
        return self.database_url or f"sqlite:///{self.home / 'dti.sqlite3'}"


@cache
def settings() -> Settings:
    """Read the settings once for this process."""
    return Settings()
