"""quoth: a terminal reader for news that shows who said what.

Importing this package imports nothing else of it: each entry point loads what it needs, when it needs it.
"""

__version__ = "0.2.0"
