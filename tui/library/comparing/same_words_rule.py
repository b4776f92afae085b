"""When two quotes count as the same words, once they are aligned.

Six words are shared, or two thirds of the shorter quote; what is shared tells something (see `stock_phrases`); and
it outweighs what stands against it. Words that only one quote has, at an end or at an ellipsis, do not stand
against it: it is just longer. Words that both have in the same place do:

    I have a dream that the harbour will open again
    I have a dream that every child will learn to swim     – another sentence of the speech
"""

from __future__ import annotations

from tui.library.comparing.stock_phrases import NUMBERS, weights
from tui.library.comparing.word_alignment import Alignment, Difference

_ENOUGH = 6  # words
_SHARE = 2 / 3  # of a shorter quote
_SAME_SPEAKER, _UNKNOWN_SPEAKER, _OTHER_SPEAKER = 2.0, 3.0, 4.5
"""How much shared words must tell, by whether the speaker is the same: another needs more to be no chance."""
_WHOLE_BONUS = 1.0  # less is enough where all of a quote is shared and no other speaker is named
_RARE_BONUS, _RARE_WORDS = 1.0, 2  # less is enough of another speaker where so many words are not common
_AGAINST = 0.38  # the most that may stand against what is shared, as a part of it
_LONG = 11
"""Where fewer words are shared, a word exchanged for another counts twice: it may be a sentence built alike. So do
several in a longer quote, and numbers."""
_TELLS = 0.5  # the least that words tell which are not just of the grammar


def are_same_words(alignment: Alignment, same_speaker: bool | None) -> bool:
    """Tell whether these are the same words; `same_speaker` is None if a quote's is not known."""
    shorter = min(len(alignment.here.keys), len(alignment.there.keys))
    if not shorter or alignment.shared < min(_ENOUGH, _SHARE * shorter):
        return False
    told = weights(alignment.here.keys)
    telling = sum(sum(told[p.start : p.end]) for p in alignment.parts if p.difference is Difference.SAME)
    if same_speaker is False:
        least = _OTHER_SPEAKER if _rare(alignment, told) < _RARE_WORDS else _OTHER_SPEAKER - _RARE_BONUS
    else:
        least = _SAME_SPEAKER if same_speaker else _UNKNOWN_SPEAKER
        least -= _WHOLE_BONUS if alignment.shared == shorter else 0
    return telling >= least and _against(alignment, told) <= _AGAINST * telling


def _rare(alignment: Alignment, told: list[float]) -> int:
    """Return how many distinct uncommon words are shared."""
    same = (part for part in alignment.parts if part.difference is Difference.SAME)
    places = (at for part in same for at in range(part.start, part.end))
    return len({alignment.here.keys[at] for at in places if told[at] >= 1})


def _against(alignment: Alignment, told: list[float]) -> float:
    """Return how much speaks against the quotes being the same."""
    others = weights(alignment.there.keys)
    against = 0.0
    exchanged: list[float] = []
    is_number = False
    for part in alignment.parts:
        mine = sum(told[part.start : part.end])
        theirs = sum(others[part.other_start : part.other_end])
        both = part.start < part.end and part.other_start < part.other_end
        if part.difference is Difference.CHANGED:
            counted = max(mine, theirs) if both else max(mine, theirs) / 2
        else:
            counted = min(mine, theirs) if part.difference is Difference.LONGER else 0.0
        is_exchange = False
        if part.difference is Difference.CHANGED and both:
            here = alignment.here.keys[part.start : part.end]
            there = alignment.there.keys[part.other_start : part.other_end]
            if all(map(_is_number, here)) and all(map(_is_number, there)):
                is_exchange = is_number = True
                counted = max(counted, 1.0)
            elif len(here) == len(there) and all(map(_are_forms, here, there)):
                counted /= 2
            else:
                is_exchange = min(mine, theirs) >= _TELLS
        counted /= 1 if part.quoted else 2  # a paraphrase has words of its own
        against += counted
        exchanged += [counted] * is_exchange
    # “We will build schools for the poor” and “roads for the poor” are two sentences, built alike.
    if is_number or len(exchanged) > 1 or alignment.shared < _LONG:
        against += sum(exchanged)
    return against


def _is_number(key: str) -> bool:
    return key in NUMBERS or key[0].isdigit()


def _are_forms(one: str, other: str) -> bool:
    """Tell whether two words may be forms of one, as at least half of the longer is shared: pays, paid."""
    half = max(2, (max(len(one), len(other)) + 1) // 2)
    return one[:half] == other[:half]
