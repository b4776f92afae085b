"""Everything that was read: articles, speakers, clippings."""
