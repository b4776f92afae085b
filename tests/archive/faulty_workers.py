"""What Dask's workers load before they work in tests: faults that an article or a folder asks for."""

import errno
import os
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from tui.archive.article_analyser import ArticleAnalyser
from tui.article.article import Article

DEADLY = "The worker dies of this."
FULL = "disk is full"


def analyse(self: ArticleAnalyser, article: Article, real: Any = ArticleAnalyser.analyse) -> Any:
    """End the process at the deadly article, as one that takes all memory does."""
    if DEADLY in article.text:
        os._exit(1)
    return real(self, article)


def write_table(table: Any, where: Path, *, real: Any = pq.write_table, **options: Any) -> None:
    """Write half of a table, where a file beside the archive says that the disk is full."""
    if (where.parents[2] / FULL).exists():
        where.write_bytes(b"PAR1")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    real(table, where, **options)


def dask_setup(worker: Any) -> None:
    """Put the faults in; Dask calls this in each worker."""
    ArticleAnalyser.analyse = analyse  # type: ignore[method-assign]
    pq.write_table = write_table
