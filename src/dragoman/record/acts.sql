-- Acts: what the tellings of a record, taken together, say was done. `dragoman merge` makes these
-- tables from the lines and can make them anew; only `ruling` holds what cannot be had again.

-- One merged event. Its id is that of its first telling, by the report's day, the report's id and
-- the place in its text, so that the order in which reports were added leaves no trace.
CREATE TABLE IF NOT EXISTS act (
    id            TEXT PRIMARY KEY,
    day           TEXT NOT NULL,      -- date_start, or the day of its first report where undated
    date_start    TEXT,               -- the days on which all dated tellings agree
    date_end      TEXT,
    event_type    TEXT NOT NULL,
    event_mode    TEXT,
    modality      TEXT NOT NULL,
    quad          TEXT NOT NULL,      -- verbal or material, cooperation or conflict
    place         TEXT,
    place_country TEXT,
    tellings      INTEGER NOT NULL,   -- event lines that tell it
    reports       INTEGER NOT NULL,   -- reports that hold them
    sources       INTEGER NOT NULL,   -- of these, independent ones: copies of one text are one
    confidence    REAL NOT NULL,
    block         TEXT,               -- shared by acts that were near to being one; else null
    json          TEXT NOT NULL       -- what its event line says otherwise than its first telling's
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS act_day ON act (day);
CREATE INDEX IF NOT EXISTS act_block ON act (block) WHERE block IS NOT NULL;

-- Which event lines tell an act, and why each was taken for a telling of it (empty for the first).
CREATE TABLE IF NOT EXISTS telling (
    event_id TEXT PRIMARY KEY REFERENCES event (id) ON DELETE CASCADE,
    act_id   TEXT NOT NULL,
    why      TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS telling_act ON telling (act_id);

-- Who takes part in an act, after the fullest of its tellings.
CREATE TABLE IF NOT EXISTS act_party (
    act_id TEXT NOT NULL,
    role   TEXT NOT NULL,             -- actor or recipient
    place  INTEGER NOT NULL,          -- 0 is the first
    id     TEXT NOT NULL,
    day    TEXT NOT NULL,             -- of the act
    name   TEXT NOT NULL,
    person TEXT,
    office TEXT,
    PRIMARY KEY (act_id, role, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS act_party_id ON act_party (id, day, act_id);

-- Each pair of parties that an act joins: one side with the other, and those who act together
-- where the type is mutual. `one` sorts before `two`; it is empty where only one party is known.
CREATE TABLE IF NOT EXISTS act_pair (
    one    TEXT NOT NULL,
    two    TEXT NOT NULL,
    day    TEXT NOT NULL,
    act_id TEXT NOT NULL,
    quad   TEXT NOT NULL,
    way    INTEGER NOT NULL,          -- 1: one acts on two, -1: two on one, 0: both, or neither
    PRIMARY KEY (one, two, day, act_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS act_pair_act ON act_pair (act_id);

-- A statement or position that only carries on what an earlier line has already told: the same
-- words of the same source, brought by another report.
CREATE TABLE IF NOT EXISTS carrying (
    line_id  TEXT PRIMARY KEY REFERENCES line (id) ON DELETE CASCADE,
    first_id TEXT NOT NULL,
    why      TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS carrying_first ON carrying (first_id);

-- What a person decided about two event lines, `one` sorting before `two`: merging obeys it.
CREATE TABLE IF NOT EXISTS ruling (
    one      TEXT NOT NULL,
    two      TEXT NOT NULL,
    together INTEGER NOT NULL,        -- 1: tellings of one act, 0: of two
    why      TEXT NOT NULL,
    PRIMARY KEY (one, two)
) STRICT, WITHOUT ROWID;

-- What merging has still to look at: event lines that came in, acts that lost a telling.
CREATE TABLE IF NOT EXISTS unmerged (
    id TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS stale (
    act_id TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
CREATE TRIGGER IF NOT EXISTS event_added AFTER INSERT ON event BEGIN
    INSERT OR IGNORE INTO unmerged (id) VALUES (new.id);
END;
CREATE TRIGGER IF NOT EXISTS event_gone AFTER DELETE ON event BEGIN
    DELETE FROM unmerged WHERE id = old.id;
END;
CREATE TRIGGER IF NOT EXISTS telling_gone AFTER DELETE ON telling BEGIN
    INSERT OR IGNORE INTO stale (act_id) VALUES (old.act_id);
END;

-- How the acts were made: by which version of the scoring, and whether merging is switched off.
CREATE TABLE IF NOT EXISTS merging (
    version TEXT NOT NULL,
    apart   INTEGER NOT NULL          -- 1: undone, every telling is an act of its own
) STRICT;

-- Of a record made before: all that it holds has still to be merged.
INSERT OR IGNORE INTO unmerged (id)
SELECT id FROM event WHERE NOT EXISTS (SELECT 1 FROM telling WHERE event_id = event.id);
