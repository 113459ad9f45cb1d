-- Corrections by people. A revision is only ever added: what was written before stays to be read.
CREATE TABLE IF NOT EXISTS revision (
    number    INTEGER PRIMARY KEY,
    thread    INTEGER NOT NULL,       -- the first revision of the same fact, through all its ids
    report_id TEXT NOT NULL,          -- ids, not numbers: a revision outlives every coding
    line_id   TEXT NOT NULL,          -- the line as it was called when it was reviewed
    verdict   TEXT NOT NULL CHECK (verdict IN ('accepted', 'rejected', 'amended')),
    reason    TEXT NOT NULL,
    who       TEXT NOT NULL,
    at        TEXT NOT NULL,          -- when, in ISO 8601
    original  TEXT NOT NULL,          -- the line as JSON as the coder wrote it then
    corrected TEXT NOT NULL           -- the line as it should read; as it read where rejected
) STRICT;
CREATE INDEX IF NOT EXISTS revision_report ON revision (report_id);
CREATE INDEX IF NOT EXISTS revision_thread ON revision (thread);
CREATE INDEX IF NOT EXISTS revision_line ON revision (line_id);
CREATE TRIGGER IF NOT EXISTS revision_kept BEFORE UPDATE ON revision BEGIN
    SELECT raise(ABORT, 'a revision is never changed: add another one');
END;
CREATE TRIGGER IF NOT EXISTS revision_stays BEFORE DELETE ON revision BEGIN
    SELECT raise(ABORT, 'a revision is never removed: add another one');
END;

-- Which lines stand corrected now, by which revision, and what the present coder wrote there.
CREATE TABLE IF NOT EXISTS correction (
    line     INTEGER PRIMARY KEY REFERENCES line (number) ON DELETE CASCADE,
    revision INTEGER NOT NULL REFERENCES revision (number),
    coded    TEXT                     -- as JSON; null where it no longer writes such a line
) STRICT;
CREATE INDEX IF NOT EXISTS correction_revision ON correction (revision);
