"""Archives: the analysis of many articles, on one machine or a Dask cluster, written as Parquet.

`quotes_of` is for anyone's own pipeline; `quoth archive` is the whole run. It needs `pip install 'quoth[archive]'`.
"""

from tui.archive.text_quotes import Quote, quotes_of

__all__ = ["Quote", "quotes_of"]
