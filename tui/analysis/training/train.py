"""Train the weights on attributions marked by hand.

usage: python -m tui.analysis.training.train GOLD_DIR [--more DIR ...] [--out FILE] [--model NAME] [--parses FILE]

GOLD_DIR holds text/NAME.txt and attributions/NAME_ANNOTATOR.ann in brat standoff, with the spans Source, Cue and
Content and events that tie them (see `gold`). A name up to its first "_" is taken for its publisher: what one step
learns from another's output, it learns from publishers that the other had not seen, so that it meets the same
mistakes as in unknown articles. The same gold makes the same bytes; 840 articles take twelve
minutes of one core, parsing included.
"""

from __future__ import annotations

import argparse
import os
import pickle
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # several threads may add up in another order

import numpy as np
from numpy.typing import NDArray

from tui.analysis.attribution import (
    attribution_finder,
    boosting,
    crf_features,
    cue_classifier,
    feature_hashing,
    rerank_features,
    weights,
)
from tui.analysis.attribution.candidates import candidates as candidates_of
from tui.analysis.attribution.cue_windows import CueWindow, window
from tui.analysis.attribution.feature_hashing import Floats
from tui.analysis.model import DEFAULT
from tui.analysis.training import fitting
from tui.analysis.training.dataset import TrainingArticle, judge, labels, lessons, parse
from tui.analysis.training.gold import GoldAttribution, read_folder

FOLDS = 3
_LEAST_HABIT = 0.01
Buckets = NDArray[np.int32]


def say(what: str) -> None:
    """Report progress on stderr."""
    print(f"{time.process_time():7.0f} s  {what}", file=sys.stderr, flush=True)


def folds(names: Sequence[str]) -> list[int]:
    """The fold of each publisher's name, publishers dealt out in turn; of documents where there are too few."""
    known = sorted(set(names))
    if len(known) >= FOLDS:
        place = {name: n % FOLDS for n, name in enumerate(known)}
        return [place[name] for name in names]
    return [n % FOLDS for n in range(len(names))]


def out_of_fold(
    some: list[TrainingArticle], fit: Callable[[list[TrainingArticle]], Callable[[TrainingArticle], None]]
) -> None:
    """Let `fit` learn from all folds but one and apply what it gives to the lessons of that one, for each."""
    fold = folds([lesson.publisher for lesson in some])
    for n in sorted(set(fold)):
        apply = fit([lesson for lesson, f in zip(some, fold, strict=True) if f != n])
        for lesson, f in zip(some, fold, strict=True):
            if f == n:
                apply(lesson)
        say(f"  fold {n + 1} of {FOLDS}")


def learn_habits(some: Sequence[TrainingArticle]) -> dict[int, bool]:
    """Of every word met, whether it is a cue often enough to be looked at."""
    met: Counter[int] = Counter()
    was: Counter[int] = Counter()
    for lesson in some:
        for i, key in enumerate(cue_classifier.keys(lesson.layout).tolist()):
            met[key] += 1
            was[key] += i in lesson.by_cue
    return {key: was[key] / (met[key] + 1) >= _LEAST_HABIT for key in met if was[key] or met[key] >= 3}


def learn_cues(some: Sequence[TrainingArticle]) -> Floats:
    """Weights of the cue classifier."""
    rows = [feature_hashing.buckets(lesson.slots, cue_classifier.TEMPLATES) for lesson in some]
    right = [i in lesson.by_cue for lesson in some for i in lesson.tokens]
    return fitting.fit_logistic(np.concatenate(rows), np.array(right), l1=2.5)


def tell_cues(lesson: TrainingArticle, learned: Floats) -> None:
    """Set the probability of each candidate of a lesson."""
    scores = feature_hashing.summed(learned, feature_hashing.buckets(lesson.slots, cue_classifier.TEMPLATES))
    lesson.probability = 1 / (1 + np.exp(-scores.astype(np.float64)))


def views(lesson: TrainingArticle, also_gold: bool) -> tuple[crf_features.Cues, list[CueWindow]]:
    """The cues to tag and their windows, with those of the gold if `also_gold`."""
    keep = np.flatnonzero(
        (lesson.probability >= attribution_finder.TAGGED)
        | np.array([also_gold and i in lesson.by_cue for i in lesson.tokens], dtype=bool)
    )
    found = crf_features.Cues.of(
        lesson.layout,
        [lesson.tokens[k] for k in keep],
        lesson.probability[keep],
        lesson.slots[keep],
    )
    return found, [window(lesson.layout, token) for token in found.tokens]


def learn_chain(some: Sequence[TrainingArticle]) -> fitting.Chain:
    """Weights of the tagger, from gold cues only."""
    rows: list[Buckets] = []
    tags: list[int] = []
    lengths: list[int] = []
    for lesson in some:
        found, windows = views(lesson, also_gold=True)
        if not windows:
            continue
        buckets = crf_features.features(lesson.layout, found, windows)
        at = 0
        for view in windows:
            size = len(view.starts)
            one = lesson.by_cue.get(view.token)
            if one is not None and (known := labels(lesson.layout.parsed, view, one)) is not None:
                rows.append(buckets[at : at + size])
                tags += known
                lengths.append(size)
            at += size
    return fitting.fit_chain(
        np.concatenate(rows),
        np.array(tags),
        np.array(lengths),
        len(crf_features.LABELS),
        l1=3.0,
        rounds=50,
        least=5,
    )


def tell_candidates(lesson: TrainingArticle, learned: fitting.Chain) -> None:
    """Set the candidates of a lesson, and whether each is right."""
    found, windows = views(lesson, also_gold=False)
    if windows:
        paths = attribution_finder.labellings(lesson.layout, found, windows, learned.state, learned.moves)
        lesson.found = candidates_of(lesson.layout, windows, paths)
    lesson.right = judge(lesson.layout.parsed, lesson.gold, lesson.found)


def learn_pairs(some: Sequence[TrainingArticle]) -> Floats:
    """Weights of a candidate's hashed features."""
    rows = []
    right = []
    for lesson in some:
        found, _ = views(lesson, also_gold=False)
        rows.append(rerank_features.pair_buckets(lesson.layout, found, lesson.found))
        right += lesson.right
    return fitting.fit_logistic(np.concatenate(rows), np.array(right), l1=2.0, least=3)


def candidate_rows(lesson: TrainingArticle, pair: Floats) -> Floats:
    """What the trees see of a lesson's candidates."""
    found, windows = views(lesson, also_gold=False)
    said = feature_hashing.summed(pair, rerank_features.pair_buckets(lesson.layout, found, lesson.found))
    return rerank_features.features(lesson.layout, found, windows, lesson.found, said)


def train(some: list[TrainingArticle]) -> weights.Weights:
    """Everything learned from the lessons."""
    say(f"{len(some)} articles, {sum(len(lesson.gold) for lesson in some)} attributions")
    habits = learn_habits(some)
    for lesson in some:
        lesson.tokens = cue_classifier.candidates(lesson.layout, habits.get)
        lesson.slots = cue_classifier.slots(lesson.layout, lesson.tokens)

    def fit_cues(rest: list[TrainingArticle]) -> Callable[[TrainingArticle], None]:
        learned = learn_cues(rest)
        return lambda lesson: tell_cues(lesson, learned)

    say("cues")
    out_of_fold(some, fit_cues)
    cue = learn_cues(some)

    def fit_chain(rest: list[TrainingArticle]) -> Callable[[TrainingArticle], None]:
        learned = learn_chain(rest)
        return lambda lesson: tell_candidates(lesson, learned)

    say("content and source")
    out_of_fold(some, fit_chain)
    chain = learn_chain(some)
    say("choosing")
    return weights.Weights(habits, cue, chain.state, chain.moves, *learn_choice(some))


def learn_choice(some: list[TrainingArticle]) -> tuple[Floats, boosting.BoostedTrees]:
    """The hashed weights and the trees that choose, from candidates made out of fold."""
    tables: dict[str, Floats] = {}

    def fit_pairs(rest: list[TrainingArticle]) -> Callable[[TrainingArticle], None]:
        learned = learn_pairs(rest)

        def apply(lesson: TrainingArticle) -> None:
            tables[lesson.name] = candidate_rows(lesson, learned)

        return apply

    out_of_fold(some, fit_pairs)
    rows = np.concatenate([tables[lesson.name] for lesson in some])
    right = np.array([r for lesson in some for r in lesson.right])
    return learn_pairs(some), boosting.fit(rows, right, count=160)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path)
    parser.add_argument("--more", type=Path, nargs="*", default=[], help="further gold folders")
    parser.add_argument("--out", type=Path, default=weights.FILE, help="where to write the weights")
    parser.add_argument("--model", default=DEFAULT, help="the spaCy model to parse with")
    parser.add_argument("--parses", type=Path, help="keep the parses in this file, or take them from it")
    args = parser.parse_args()
    gold: dict[str, tuple[str, list[GoldAttribution]]] = {}
    for folder in [args.gold, *args.more]:
        gold |= read_folder(folder)
    if args.parses and args.parses.exists():
        parses = pickle.loads(args.parses.read_bytes())  # noqa: S301 - the user's own file, made by this script
    else:
        say("parsing")
        parses = parse({name: text for name, (text, _) in gold.items()}, args.model)
        if args.parses:
            args.parses.write_bytes(pickle.dumps(parses))
    weights.save(train(lessons(gold, parses)), args.out)
    say(f"{args.out}: {args.out.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
