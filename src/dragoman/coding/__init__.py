"""Documents and identities to facts: events, statements, positions, ties."""
