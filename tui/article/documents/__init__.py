"""Documents: PDF, office documents, e-books, mail and subtitles. Each is taken apart in a process of its own."""
