"""Facts to a database: one SQLite file that any tool opens."""
