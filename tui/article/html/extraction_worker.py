"""The extraction process: turns one page after another into an article.

A request is {"source", "url", "charset"} with the bytes of the page. The answer is {"article", "sentence"},
{"no_page"} for what is no page, or {"failed"}.
"""

from __future__ import annotations

from tui.json_codec import encode
from tui.worker.serving import Message, serve, take_stdout


def main() -> None:
    """Serve until standard input ends."""
    out = take_stdout()
    from tui.article.html import page as html_page
    from tui.article.html.dom import NoTree

    def extract(request: Message, data: bytes) -> Message:
        try:
            page = html_page.read_page(data, request["source"], request["url"], request["charset"])
        except NoTree as error:
            return {"no_page": error.what}
        except MemoryError:
            raise
        except Exception as error:
            return {"failed": f"{type(error).__name__}: {error}"[:300]}
        return {"article": encode(page.article), "sentence": page.sentence, "is_list": page.is_list}

    serve(out, extract)
