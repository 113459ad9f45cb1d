-- A Dragoman record, schema 1. Any SQLite tool opens it; docs/record.md shows queries.
-- Dates are ISO (2022-03-10), intervals closed. Spans count Unicode code points of report.text
-- from 0, the end excluded: substr(text, span_start + 1, span_end - span_start) gives the words.

-- One dated article. Every field of the report line is a column; flags is a JSON list.
CREATE TABLE report (
    number     INTEGER PRIMARY KEY,   -- the order in which reports came in
    id         TEXT NOT NULL UNIQUE,  -- hash of the content, or the source's own id
    published  TEXT NOT NULL,
    text       TEXT NOT NULL,
    title      TEXT,
    outlet     TEXT,
    dateline   TEXT,
    url        TEXT,
    language   TEXT NOT NULL,
    encoding   TEXT NOT NULL,         -- of the bytes that were read
    flags      TEXT NOT NULL,         -- notes of intake
    coder      TEXT                   -- version of program and codebooks that coded it
) STRICT;
CREATE INDEX report_published ON report (published);

-- Every coded line as it was written, whole; the tables below repeat what people ask for.
CREATE TABLE line (
    number     INTEGER PRIMARY KEY,   -- keeps the order of the coder within a report
    id         TEXT NOT NULL UNIQUE,
    report_id  TEXT NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    kind       TEXT NOT NULL,         -- event, statement, position, tie or office
    span_start INTEGER NOT NULL,
    span_end   INTEGER NOT NULL,
    words      TEXT NOT NULL,         -- the words of the span
    json       TEXT NOT NULL          -- the record line; json_extract(json, '$.reason') reads it
) STRICT;
CREATE INDEX line_report ON line (report_id);

-- An act between parties, in PLOVER's types and modes. Who took part stands in party.
CREATE TABLE event (
    id            TEXT PRIMARY KEY REFERENCES line (id) ON DELETE CASCADE,
    event_type    TEXT NOT NULL,
    event_mode    TEXT,
    modality      TEXT NOT NULL,      -- asserted, future, hypothetical, negated, rumoured, historical
    date_start    TEXT,
    date_end      TEXT,
    place         TEXT,
    place_country TEXT,
    trigger       TEXT NOT NULL,      -- the word that decided
    content_start INTEGER,            -- the words of what is asked, promised, refused, threatened
    content_end   INTEGER,
    due           TEXT,               -- the last day to come that these words name
    statement_id  TEXT,               -- the statement that tells it, if one does
    confidence    REAL NOT NULL
) STRICT;
CREATE INDEX event_date ON event (date_start);
CREATE INDEX event_statement ON event (statement_id);

-- Words attributed to a chain of sources. The chain stands in party, role source, outermost first.
CREATE TABLE statement (
    id      TEXT PRIMARY KEY REFERENCES line (id) ON DELETE CASCADE,
    cue     TEXT NOT NULL,
    quote   TEXT NOT NULL,            -- direct, indirect or mixed
    manner  TEXT NOT NULL,            -- speech (said or written) or thought (wants, believes, hopes)
    channel TEXT,
    within  TEXT                      -- the statement that holds this one
) STRICT;
CREATE INDEX statement_within ON statement (within);

-- Where its holders stand on an issue on a day.
CREATE TABLE position (
    id           TEXT PRIMARY KEY REFERENCES line (id) ON DELETE CASCADE,
    issue        TEXT NOT NULL,
    stance       TEXT NOT NULL,       -- supports, opposes, concerned or neutral
    date_start   TEXT,
    date_end     TEXT,
    statement_id TEXT,
    confidence   REAL NOT NULL
) STRICT;
CREATE INDEX position_issue ON position (issue);
CREATE INDEX position_statement ON position (statement_id);

-- A relation between parties, in the report's words.
CREATE TABLE tie (
    id    TEXT PRIMARY KEY REFERENCES line (id) ON DELETE CASCADE,
    words TEXT NOT NULL,
    tone  TEXT NOT NULL               -- positive, negative or mixed
) STRICT;

-- An office-holder as seen in a report.
CREATE TABLE office (
    id      TEXT PRIMARY KEY REFERENCES line (id) ON DELETE CASCADE,
    person  TEXT NOT NULL,
    country TEXT,
    office  TEXT NOT NULL,
    post    TEXT,                     -- the country an ambassador is posted to
    status  TEXT NOT NULL,            -- current, former, designate or acting
    seen    TEXT NOT NULL
) STRICT;

-- Who takes part in a line, in which role, in the order of the line.
CREATE TABLE party (
    line_id TEXT NOT NULL REFERENCES line (id) ON DELETE CASCADE,
    role    TEXT NOT NULL,            -- actor, recipient, source, addressee, holder or party
    place   INTEGER NOT NULL,         -- 0 is the first; the last source is the one whose words they are
    id      TEXT NOT NULL,            -- PAK, UN, WORLD; empty where no party is known
    name    TEXT NOT NULL,
    country TEXT,
    sector  TEXT,
    office  TEXT,
    person  TEXT,
    PRIMARY KEY (line_id, role, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX party_id ON party (id, role);

-- What an event, statement or position is about.
CREATE TABLE issue (
    line_id TEXT NOT NULL REFERENCES line (id) ON DELETE CASCADE,
    slug    TEXT NOT NULL,
    PRIMARY KEY (line_id, slug)
) STRICT, WITHOUT ROWID;
CREATE INDEX issue_slug ON issue (slug);

-- Search: SELECT ... FROM report JOIN search ON search.rowid = report.number
--         WHERE search MATCH '"border" "crossing"'
CREATE VIRTUAL TABLE search USING fts5 (
    title, text, content = 'report', content_rowid = 'number', tokenize = 'unicode61'
);
CREATE TRIGGER report_added AFTER INSERT ON report BEGIN
    INSERT INTO search (rowid, title, text) VALUES (new.number, new.title, new.text);
END;
CREATE TRIGGER report_gone AFTER DELETE ON report BEGIN
    INSERT INTO search (search, rowid, title, text)
    VALUES ('delete', old.number, old.title, old.text);
END;
CREATE TRIGGER report_changed AFTER UPDATE OF title, text ON report BEGIN
    INSERT INTO search (search, rowid, title, text)
    VALUES ('delete', old.number, old.title, old.text);
    INSERT INTO search (rowid, title, text) VALUES (new.number, new.title, new.text);
END;

-- For reading by eye: events with their sides, and who stands where, one row a telling.
CREATE VIEW events AS
SELECT event.date_start, event.event_type, event.event_mode, event.modality,
       (SELECT group_concat(id, ' ') FROM party WHERE line_id = event.id AND role = 'actor')
           AS actors,
       (SELECT group_concat(id, ' ') FROM party WHERE line_id = event.id AND role = 'recipient')
           AS recipients,
       event.place, line.words,
       substr(report.text, event.content_start + 1, event.content_end - event.content_start)
           AS content, -- what is asked, promised ...
       event.due, report.outlet, report.published, event.id
FROM event JOIN line ON line.id = event.id JOIN report ON report.id = line.report_id;

CREATE VIEW positions AS
SELECT party.id AS holder, position.issue, position.stance,
       coalesce(position.date_start, report.published) AS day,
       line.words, report.outlet, position.id
FROM position JOIN party ON party.line_id = position.id AND party.role = 'holder'
JOIN line ON line.id = position.id JOIN report ON report.id = line.report_id;
