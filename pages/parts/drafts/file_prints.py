"""What files are known by when they are chosen again: their size, their SHA-256, the key that they are."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import streamlit as st

from pages.parts.drafts import owner, shipped_samples
from pages.parts.shell import keys

if TYPE_CHECKING:
    from cx.records.file import Workbook
    from cx.session.drafts import record


@dataclass(frozen=True)
class FilePrint:
    """What one file is known by."""

    size: int
    """In bytes."""
    sha256: str
    key: bytes = field(repr=False)
    """Opens what was sealed with this file."""

    def is_of(self, file: record.DraftFile) -> bool:
        """Return whether it is the file of a draft."""
        return (self.size, self.sha256) == (file.size, file.sha256)


def print_of(content: bytes) -> FilePrint:
    """Return what a file's content is known by."""
    from cx.session.drafts import sealing

    return FilePrint(len(content), hashlib.sha256(content).hexdigest(), sealing.key_of(content))


def note(workbook: Workbook, content: bytes) -> None:
    """Take note of what a file is known by that was read; nothing where no drafts are kept."""
    if content and owner.name():
        st.session_state[keys.PRINTS] = {**known(), workbook.sha256: print_of(content)}


def known() -> Mapping[str, FilePrint]:
    """Return what the files of this page are known by, by the fingerprint of their workbook."""
    found: Mapping[str, FilePrint] = st.session_state.get(keys.PRINTS, {})
    return found


def is_own(workbook: Workbook) -> bool:
    """Return whether a file is somebody's own, and none of the program's samples."""
    return not shipped_samples.is_name(workbook.name)
