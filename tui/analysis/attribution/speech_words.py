"""Words of speech, of attitude and of verdicts, which many rules of attribution look for."""

from __future__ import annotations

from tui.analysis.entities.word_lists import words

SPEECH_WORDS = words("words of speech")
"""Lemmas of words of speech and writing."""
ATTITUDE_WORDS = words("words of attitude")
"""Lemmas of words of wanting, thinking and feeling."""
VERDICTS = words("verdicts")
"""Verbs whose object and what is said of it are the content: slammed the bid as a “circus”."""
