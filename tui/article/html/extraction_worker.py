"""The extraction process, which turns one page after another into an article.

A request is {"source", "url", "charset", "saved"} with the bytes of the page, or of the file in which a browser
saved it; or {"source", "url", "fragment": its title or ""} with HTML that is all one article. The answer is
{"article", "sentence", "is_list"} with the packed article; {"no_page"} with what the bytes look like when they are
not a page, {"nothing_saved"} for a file that holds none, or {"failed"}.
"""

from __future__ import annotations

from tui.article.article_transport import packed
from tui.worker.serving import Message, serve, take_stdout


def main() -> None:
    """Serve until standard input ends."""
    out = take_stdout()
    from tui.article.html import page as html_page
    from tui.article.html.dom import NoTree, parse
    from tui.article.html.mhtml import ArchivedPage, archived_page

    def extract(request: Message, data: bytes) -> Message:
        try:
            if "fragment" in request:
                article = html_page.read_fragment(
                    parse(data.decode("utf-8", "replace")),
                    request["source"],
                    request["fragment"] or None,
                    request["url"],
                )
                return answer(html_page.Page(article))
            found = (
                archived_page(data)
                if request["saved"]
                else ArchivedPage(data, request["url"], request["charset"])
            )
            if found is None:
                return {"nothing_saved": True}
            page = html_page.read_page(found.data, request["source"], found.url, found.charset)
        except NoTree as error:
            return {"no_page": error.what}
        except MemoryError:
            raise
        except Exception as error:
            return {"failed": f"{type(error).__name__}: {error}"[:300]}
        return answer(page)

    def answer(page: html_page.Page) -> Message:
        article, packed_article = packed(page.article)
        return {
            "article": article,
            "data": packed_article,
            "sentence": page.sentence,
            "is_list": page.is_list,
        }

    serve(out, extract)
