"""Who a source is: pronouns, descriptions and names resolved to speakers."""
