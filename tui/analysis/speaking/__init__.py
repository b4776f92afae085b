"""Who said it: names, speakers, entities, and whom pronouns and descriptions mean."""
