"""Where a document came from, as a person would type it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from claimtrack.render.addresses import near, typed


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_what_lies_below_is_named_from_here_and_the_rest_as_it_is(folder: Path) -> None:
    assert near(str(folder / "seeds" / "a.txt")) == "seeds/a.txt"
    above = str(folder.parent / "a.txt")
    assert near(above) == above
    assert near("https://example.org/a") == "https://example.org/a"
    assert near("stdin:12345678") == "stdin:12345678"


def test_in_a_command_it_is_one_word_and_no_option(folder: Path) -> None:
    assert typed(str(folder / "my seeds" / "a.txt")) == "'my seeds/a.txt'"
    assert typed(str(folder / "-o.txt")) == "./-o.txt"


def test_a_folder_that_is_gone_is_no_failure(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(path: str) -> str:
        raise FileNotFoundError(path)

    monkeypatch.setattr(os.path, "relpath", gone)
    assert near(str(folder / "a.txt")) == str(folder / "a.txt")
