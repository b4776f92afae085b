"""The filter: `parse` what was typed, ask a `QuoteIndex` which quotes it leaves."""

from tui.session.filtering.query import FIELDS, Clause, Query, Word, parse
from tui.session.filtering.quote_index import QuoteIndex, index_of

__all__ = ["FIELDS", "Clause", "Query", "QuoteIndex", "Word", "index_of", "parse"]
