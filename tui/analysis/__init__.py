"""Who said what: the finding of attributions, speakers and entities, and the process that hosts it."""
