-- Acts: what the tellings of a record, taken together, say was done. Merging makes these tables from
-- the lines and can make them anew (`dragoman merge`); only ruling holds what cannot be had again.

-- One merged event. Its number, and with it its id, is that of the line that tells it first, by the
-- report's day, the report's id and the place in the text: the order of adding leaves no trace.
CREATE TABLE IF NOT EXISTS act (
    number        INTEGER PRIMARY KEY,  -- line.number of its first telling
    day           TEXT NOT NULL,        -- date_start, or the day of its first report where undated
    dated         INTEGER NOT NULL,     -- 1: day is date_start
    last_day      TEXT,                 -- as in event
    event_type    TEXT NOT NULL,
    event_mode    TEXT,
    modality_code ANY NOT NULL,
    place         TEXT,
    place_country TEXT,
    tellings      INTEGER NOT NULL,     -- event lines that tell it
    reports       INTEGER NOT NULL,     -- reports that hold them
    sources       INTEGER NOT NULL,     -- of these, independent ones: copies of one text are one
    confidence_code ANY NOT NULL,
    block         INTEGER,              -- shared by acts that were near to being one; else null
    json          TEXT,                 -- what it says otherwise than its first telling; null: nothing
    date_start TEXT AS (CASE WHEN dated THEN day END), -- the days on which all dated tellings agree
    date_end   TEXT AS (CASE WHEN last_day IS NOT NULL THEN nullif(last_day, '')
                             WHEN dated THEN day END),
    modality   TEXT AS (CASE modality_code
        WHEN 0 THEN 'asserted' WHEN 1 THEN 'future' WHEN 2 THEN 'hypothetical'
        WHEN 3 THEN 'negated' WHEN 4 THEN 'rumoured' WHEN 5 THEN 'historical'
        ELSE modality_code END),
    confidence REAL AS (CASE typeof(confidence_code)
        WHEN 'integer' THEN confidence_code / 100.0 ELSE confidence_code END)
) STRICT;
CREATE INDEX IF NOT EXISTS act_day ON act (day);
CREATE INDEX IF NOT EXISTS act_block ON act (block) WHERE block IS NOT NULL;

-- Which event lines tell an act, and why each was taken for a telling of it (empty for the first).
CREATE TABLE IF NOT EXISTS telling (
    line INTEGER PRIMARY KEY REFERENCES event (line) ON DELETE CASCADE,
    act  INTEGER NOT NULL,
    why  TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS telling_act ON telling (act);

-- Who takes part in an act, after the fullest of its tellings.
CREATE TABLE IF NOT EXISTS act_party (
    act    INTEGER NOT NULL,
    role_code ANY NOT NULL,
    place  INTEGER NOT NULL,            -- 0 is the first
    id     TEXT NOT NULL,
    naming INTEGER NOT NULL,
    role   TEXT AS (CASE role_code WHEN 0 THEN 'actor' WHEN 1 THEN 'recipient' ELSE role_code END),
    PRIMARY KEY (act, role_code, place)
) STRICT, WITHOUT ROWID;

-- Each pair of parties that an act joins: one side with the other, and those who act together
-- where the type is mutual; `one` sorts before `two`. Each party stands besides under an empty
-- `one`, by itself: who asks for the acts of one party finds them there, by type and day.
CREATE TABLE IF NOT EXISTS act_pair (
    one        TEXT NOT NULL,
    two        TEXT NOT NULL,
    event_type TEXT NOT NULL,
    day        TEXT NOT NULL,
    act        INTEGER NOT NULL,
    way        INTEGER NOT NULL,        -- 1: one acts on two, -1: two on one, 0: both; where one
                                        -- is empty, 1: a telling names it alone
    PRIMARY KEY (one, two, event_type, day, act)
) STRICT, WITHOUT ROWID;

-- A position or statement that only carries on what an earlier line has told already. Of positions:
-- the same stance, taken by the same speaker on the same day, or the same sentence, brought by
-- another report; of statements: what the same speaker says in the same words, or in others that say
-- the same, brought by another outlet within a day.
CREATE TABLE IF NOT EXISTS carrying (
    line  INTEGER PRIMARY KEY REFERENCES line (number) ON DELETE CASCADE,
    first INTEGER NOT NULL REFERENCES line (number) ON DELETE CASCADE,
    why   TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS carrying_first ON carrying (first);

-- What a person decided about two event lines, by their ids: `one` sorts before `two`. It outlives
-- the lines, since the same words coded anew have the same id.
CREATE TABLE IF NOT EXISTS ruling (
    one      TEXT NOT NULL,
    two      TEXT NOT NULL,
    together INTEGER NOT NULL,          -- 1: tellings of one act, 0: of two
    why      TEXT NOT NULL,
    PRIMARY KEY (one, two)
) STRICT, WITHOUT ROWID;

-- What merging has still to look at: event lines that came in, acts that lost a telling, positions
-- and statements that came in.
CREATE TABLE IF NOT EXISTS unmerged (line INTEGER PRIMARY KEY) STRICT;
CREATE TABLE IF NOT EXISTS stale (act INTEGER PRIMARY KEY) STRICT;
CREATE TABLE IF NOT EXISTS uncarried (line INTEGER PRIMARY KEY) STRICT;
CREATE TRIGGER IF NOT EXISTS event_added AFTER INSERT ON event BEGIN
    INSERT OR IGNORE INTO unmerged (line) VALUES (new.line);
END;
CREATE TRIGGER IF NOT EXISTS event_gone AFTER DELETE ON event BEGIN
    DELETE FROM unmerged WHERE line = old.line;
END;
CREATE TRIGGER IF NOT EXISTS telling_gone AFTER DELETE ON telling BEGIN
    INSERT OR IGNORE INTO stale (act) VALUES (old.act);
END;

CREATE TRIGGER IF NOT EXISTS position_added AFTER INSERT ON position BEGIN
    INSERT OR IGNORE INTO uncarried (line) VALUES (new.line);
END;
CREATE TRIGGER IF NOT EXISTS statement_added AFTER INSERT ON statement BEGIN
    INSERT OR IGNORE INTO uncarried (line) VALUES (new.line);
END;
-- What carried on a line that is rejected or gone is looked at anew.
CREATE TRIGGER IF NOT EXISTS position_dropped AFTER DELETE ON position BEGIN
    DELETE FROM carrying WHERE line = old.line OR first = old.line;
END;
CREATE TRIGGER IF NOT EXISTS statement_dropped AFTER DELETE ON statement BEGIN
    DELETE FROM carrying WHERE line = old.line OR first = old.line;
END;
CREATE TRIGGER IF NOT EXISTS carrying_gone AFTER DELETE ON carrying BEGIN
    INSERT OR IGNORE INTO uncarried (line) VALUES (old.line);
END;

-- How the acts were made: one row.
CREATE TABLE IF NOT EXISTS merging (
    version TEXT NOT NULL,              -- of the scoring
    apart   INTEGER NOT NULL            -- 1: undone, every telling is an act of its own
) STRICT;

-- Of a record made before: all that it holds has still to be merged.
INSERT OR IGNORE INTO unmerged (line)
SELECT line FROM event WHERE NOT EXISTS (SELECT 1 FROM telling WHERE telling.line = event.line);
INSERT OR IGNORE INTO uncarried (line)
SELECT line FROM position WHERE NOT EXISTS (SELECT 1 FROM merging);
