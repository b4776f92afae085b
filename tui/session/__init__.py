"""What the reader is doing: selection, filter, links, copied text. Nothing here knows a terminal."""
