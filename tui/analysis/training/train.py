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

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # threads may add up in another order

import numpy as np
from numpy.typing import NDArray

from tui.analysis.attribution import (
    attribution_finder,
    boosted_trees,
    crf_features,
    cue_classifier,
    feature_hashing,
    pair_features,
    rerank_features,
    weights,
)
from tui.analysis.attribution.cue_readings import cue_readings
from tui.analysis.attribution.cue_windows import CueWindow, window
from tui.analysis.attribution.feature_hashing import FloatArray
from tui.analysis.model import DEFAULT
from tui.analysis.training import fitting
from tui.analysis.training.dataset import TrainingArticle, are_right, labels, parse, training_articles
from tui.analysis.training.gold import GoldAttribution, read_folder

FOLDS = 3
_MIN_CUE_RATE = 0.01
Buckets = NDArray[np.int32]


def report(what: str) -> None:
    """Report progress on stderr."""
    print(f"{time.process_time():7.0f} s  {what}", file=sys.stderr, flush=True)


def folds(names: Sequence[str]) -> list[int]:
    """Return the fold of each name, publishers dealt out in turn; documents where there are too few publishers."""
    known = sorted(set(names))
    if len(known) >= FOLDS:
        place = {name: n % FOLDS for n, name in enumerate(known)}
        return [place[name] for name in names]
    return [n % FOLDS for n in range(len(names))]


def out_of_fold(
    examples: list[TrainingArticle], fit: Callable[[list[TrainingArticle]], Callable[[TrainingArticle], None]]
) -> None:
    """Call `fit` for each fold on the others, and apply the result to the articles of that fold."""
    fold = folds([example.publisher for example in examples])
    for n in sorted(set(fold)):
        apply = fit([example for example, f in zip(examples, fold, strict=True) if f != n])
        for example, f in zip(examples, fold, strict=True):
            if f == n:
                apply(example)
        report(f"  fold {n + 1} of {FOLDS}")


def learn_cue_words(examples: Sequence[TrainingArticle]) -> dict[int, bool]:
    """Return for every word met whether it is a cue often enough to be classified."""
    met: Counter[int] = Counter()
    was: Counter[int] = Counter()
    for example in examples:
        for i, key in enumerate(cue_classifier.word_keys(example.arrays).tolist()):
            met[key] += 1
            was[key] += i in example.by_cue
    return {key: was[key] / (met[key] + 1) >= _MIN_CUE_RATE for key in met if was[key] or met[key] >= 3}


def learn_cues(examples: Sequence[TrainingArticle]) -> FloatArray:
    """Fit the cue classifier."""
    rows = [feature_hashing.buckets(example.values, cue_classifier.TEMPLATES) for example in examples]
    right = [i in example.by_cue for example in examples for i in example.tokens]
    return fitting.fit_logistic(np.concatenate(rows), np.array(right), l1=2.5)


def predict_cues(example: TrainingArticle, learned: FloatArray) -> None:
    """Set the probability of each candidate token of an article."""
    scores = feature_hashing.summed(
        learned, feature_hashing.buckets(example.values, cue_classifier.TEMPLATES)
    )
    example.probability = 1 / (1 + np.exp(-scores.astype(np.float64)))


def cues_and_windows(example: TrainingArticle, also_gold: bool) -> tuple[crf_features.Cues, list[CueWindow]]:
    """Return the cues to tag and their windows, with those of the gold if `also_gold`."""
    keep = np.flatnonzero(
        (example.probability >= attribution_finder.MIN_CUE)
        | np.array([also_gold and i in example.by_cue for i in example.tokens], dtype=bool)
    )
    cues = crf_features.Cues.from_values(
        example.arrays,
        [example.tokens[k] for k in keep],
        example.probability[keep],
        example.values[keep],
    )
    return cues, [window(example.arrays, token) for token in cues.tokens]


def learn_crf(examples: Sequence[TrainingArticle]) -> fitting.CrfWeights:
    """Fit the tagger of content and source, on gold cues only."""
    rows: list[Buckets] = []
    tags: list[int] = []
    lengths: list[int] = []
    for example in examples:
        cues, windows = cues_and_windows(example, also_gold=True)
        if not windows:
            continue
        buckets = crf_features.feature_buckets(example.arrays, cues, windows)
        at = 0
        for cue_window in windows:
            size = len(cue_window.starts)
            one = example.by_cue.get(cue_window.token)
            if one is not None and (known := labels(example.arrays.parsed, cue_window, one)) is not None:
                rows.append(buckets[at : at + size])
                tags += known
                lengths.append(size)
            at += size
    return fitting.fit_crf(
        np.concatenate(rows),
        np.array(tags),
        np.array(lengths),
        len(crf_features.LABELS),
        l1=3.0,
        rounds=50,
        min_count=5,
    )


def predict_readings(example: TrainingArticle, learned: fitting.CrfWeights) -> None:
    """Set the readings of an article, and whether each is right."""
    cues, windows = cues_and_windows(example, also_gold=False)
    if windows:
        paths = attribution_finder.label_windows(
            example.arrays, cues, windows, learned.emissions, learned.transitions
        )
        example.readings = cue_readings(example.arrays, windows, paths)
    example.right = are_right(example.arrays.parsed, example.gold, example.readings)


def learn_pairs(examples: Sequence[TrainingArticle]) -> FloatArray:
    """Fit the weights of a reading's hashed features."""
    rows = []
    right = []
    for example in examples:
        cues, _ = cues_and_windows(example, also_gold=False)
        rows.append(pair_features.buckets(example.arrays, cues, example.readings))
        right += example.right
    return fitting.fit_logistic(np.concatenate(rows), np.array(right), l1=2.0, min_count=3)


def reading_rows(example: TrainingArticle, pair: FloatArray) -> FloatArray:
    """Return the features that the trees see of an article's readings."""
    cues, windows = cues_and_windows(example, also_gold=False)
    said = feature_hashing.summed(pair, pair_features.buckets(example.arrays, cues, example.readings))
    return rerank_features.features(example.arrays, cues, windows, example.readings, said)


def train(examples: list[TrainingArticle]) -> weights.Weights:
    """Learn all weights from the articles."""
    report(f"{len(examples)} articles, {sum(len(example.gold) for example in examples)} attributions")
    cue_words = learn_cue_words(examples)
    for example in examples:
        example.tokens = cue_classifier.candidate_tokens(example.arrays, cue_words.get)
        example.values = cue_classifier.feature_values(example.arrays, example.tokens)

    def fit_cues(rest: list[TrainingArticle]) -> Callable[[TrainingArticle], None]:
        learned = learn_cues(rest)
        return lambda example: predict_cues(example, learned)

    report("cues")
    out_of_fold(examples, fit_cues)
    cue = learn_cues(examples)

    def fit_crf(rest: list[TrainingArticle]) -> Callable[[TrainingArticle], None]:
        learned = learn_crf(rest)
        return lambda example: predict_readings(example, learned)

    report("content and source")
    out_of_fold(examples, fit_crf)
    crf = learn_crf(examples)
    report("choosing")
    return weights.Weights(cue_words, cue, crf.emissions, crf.transitions, *learn_reranker(examples))


def learn_reranker(examples: list[TrainingArticle]) -> tuple[FloatArray, boosted_trees.BoostedTrees]:
    """Fit the hashed weights and the trees that judge readings made out of fold."""
    tables: dict[str, FloatArray] = {}

    def fit_pairs(rest: list[TrainingArticle]) -> Callable[[TrainingArticle], None]:
        learned = learn_pairs(rest)

        def apply(example: TrainingArticle) -> None:
            tables[example.name] = reading_rows(example, learned)

        return apply

    out_of_fold(examples, fit_pairs)
    rows = np.concatenate([tables[example.name] for example in examples])
    right = np.array([r for example in examples for r in example.right])
    return learn_pairs(examples), boosted_trees.fit(rows, right, count=160)


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
    try:
        import scipy.sparse  # noqa: F401 - or it would be missed only once everything is parsed
    except ImportError:
        parser.error("SciPy is missing: pip install '.[train]'")
    gold: dict[str, tuple[str, list[GoldAttribution]]] = {}
    for folder in [args.gold, *args.more]:
        gold |= read_folder(folder)
    if args.parses and os.path.exists(args.parses):
        parses = pickle.loads(args.parses.read_bytes())  # noqa: S301 - the user's own file, made by this script
    else:
        report("parsing")
        parses = parse({name: text for name, (text, _) in gold.items()}, args.model)
        if args.parses:
            args.parses.write_bytes(pickle.dumps(parses))
    weights.save(train(training_articles(gold, parses)), args.out)
    report(f"{args.out}: {args.out.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
