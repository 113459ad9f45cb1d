-- Who held which office, as files say that a user has imported; what reports show stands in office.
CREATE TABLE IF NOT EXISTS tenure (
    number  INTEGER PRIMARY KEY,
    id      TEXT NOT NULL,
    file    TEXT NOT NULL,  -- its name; importing a file of this name again replaces its rows
    country TEXT NOT NULL,  -- the code of a state or organisation
    office  TEXT NOT NULL,
    person  TEXT NOT NULL,
    since   TEXT,           -- days, months or years, ends included; null where open or unknown
    until   TEXT,
    json    TEXT NOT NULL   -- the whole tenure, as `register export` writes it
) STRICT;
CREATE INDEX IF NOT EXISTS tenure_country ON tenure (country);
