"""Counts with their nouns."""

from __future__ import annotations


def pluralise(count: int, noun: str) -> str:
    """Return “1 quote”, “2 quotes”, “12,345 quotes”."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
