"""Subtitles (SRT, WebVTT and YouTube's SBV): what is said, by whom where that is written, without the times."""

from __future__ import annotations

import html
import re

from tui.article.article import BlockKind
from tui.article.documents.draft import Draft
from tui.article.text.decoding import decode

_TIME = r"(?:\d+:)?\d{1,2}:\d{1,2}[.,]\d{1,3}"  # Teams writes 0:0:3.54
_TIMES = re.compile(rf"^\s*{_TIME}(?:\s*-->\s*|,){_TIME}")
_VOICE = re.compile(r"<v(?:\.[^\s<>]{1,40})?\s+([^<>]{1,80})>")
_TAG = re.compile(r"</?[a-zA-Z0-9][^<>]{0,80}>|\{\\[^{}]{0,80}\}")
_SPEAKER = re.compile(r"(?:>>+\s*)?([A-Z][\w.’'-]{0,30}(?:\s[\w.’'-]{1,30}){0,4}):\s+(?=\S)")
_CHANGES = re.compile(r"\s*(?:>>+|[-–—])\s*")
_ENDS = re.compile(r"[.!?…][”\"’')\]]*$")
_HEARD = re.compile(r"[\[(♪][^\[\]()]{0,80}[\])♪]|♪")
_LONG = 600  # characters of one paragraph where nobody changes


def read_subtitles(data: bytes) -> Draft:
    """Read subtitles: each turn is a paragraph, “NAME: words” where the file says who speaks."""
    draft = Draft()
    turn: list[str] = []
    name = ""

    def flush() -> None:
        words = " ".join(turn)
        if words:
            draft.add(f"{name}: {words}" if name else words, BlockKind.TURN if name else BlockKind.PARAGRAPH)
        turn.clear()

    for lines in _cues(decode(data).text):
        for line in lines:
            voice = _VOICE.search(line)
            bare = html.unescape(_HEARD.sub(" ", _TAG.sub("", line))).strip()
            speaker = _SPEAKER.match(bare)
            changes = _CHANGES.match(bare)
            told = " ".join(voice[1].split()) if voice else speaker[1] if speaker else ""
            if told or changes:
                if told != name or changes:
                    flush()
                name = told
                bare = bare[speaker.end() if speaker and not voice else changes.end() if changes else 0 :]
            elif turn and len(" ".join(turn)) > _LONG and _ENDS.search(turn[-1]):
                flush()
            if bare and (not turn or turn[-1] != bare):  # rolling captions repeat the line before
                turn.append(bare)
    flush()
    return draft


def _cues(text: str) -> list[list[str]]:
    """Return the lines of each cue; numbers, times, notes and styles are left out."""
    cues: list[list[str]] = []
    taking = False
    for line in text.splitlines():
        if _TIMES.match(line):
            taking = True
            cues.append([])
        elif not line.strip():
            taking = False
        elif taking:
            cues[-1].append(line)
    return cues
