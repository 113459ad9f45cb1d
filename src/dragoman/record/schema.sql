-- A Dragoman record, schema 2. Any SQLite tool opens it; docs/record.md shows queries.
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

-- Every coded line: where it stands in its report, and the whole of it as JSON. The tables below
-- repeat what people ask for. A line's words are those of its span.
CREATE TABLE line (
    number     INTEGER PRIMARY KEY AUTOINCREMENT, -- keeps the order of the coder within a report
    id         TEXT NOT NULL UNIQUE,
    report     INTEGER NOT NULL REFERENCES report (number) ON DELETE CASCADE,
    kind       TEXT NOT NULL,         -- event, statement, position, tie or office
    span_start INTEGER NOT NULL,
    span_end   INTEGER NOT NULL,
    json       BLOB NOT NULL          -- the record line, deflated (record/packing.py)
) STRICT;
CREATE INDEX line_report ON line (report);

-- An act between parties, in PLOVER's types and modes. Who took part stands in party.
CREATE TABLE event (
    line          INTEGER PRIMARY KEY REFERENCES line (number) ON DELETE CASCADE,
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
    statement     INTEGER,            -- the line of the statement that tells it, if one does
    confidence    REAL NOT NULL
) STRICT;
CREATE INDEX event_statement ON event (statement) WHERE statement IS NOT NULL;

-- Words attributed to a chain of sources. The chain stands in party, role source, outermost first.
CREATE TABLE statement (
    line    INTEGER PRIMARY KEY REFERENCES line (number) ON DELETE CASCADE,
    cue     TEXT NOT NULL,
    quote   TEXT NOT NULL,            -- direct, indirect or mixed
    manner  TEXT NOT NULL,            -- speech (said or written) or thought (wants, believes, hopes)
    channel TEXT,
    within  INTEGER                   -- the line of the statement that holds this one
) STRICT;
CREATE INDEX statement_within ON statement (within) WHERE within IS NOT NULL;

-- Where its holders stand on an issue on a day.
CREATE TABLE position (
    line       INTEGER PRIMARY KEY REFERENCES line (number) ON DELETE CASCADE,
    issue      TEXT NOT NULL,
    stance     TEXT NOT NULL,         -- supports, opposes, concerned or neutral
    date_start TEXT,
    date_end   TEXT,
    statement  INTEGER,
    confidence REAL NOT NULL
) STRICT;
CREATE INDEX position_statement ON position (statement) WHERE statement IS NOT NULL;

-- A relation between parties, in the report's words.
CREATE TABLE tie (
    line  INTEGER PRIMARY KEY REFERENCES line (number) ON DELETE CASCADE,
    words TEXT NOT NULL,
    tone  TEXT NOT NULL               -- positive, negative or mixed
) STRICT;

-- An office-holder as seen in a report.
CREATE TABLE office (
    line    INTEGER PRIMARY KEY REFERENCES line (number) ON DELETE CASCADE,
    person  TEXT NOT NULL,
    country TEXT,
    office  TEXT NOT NULL,
    post    TEXT,                     -- the country an ambassador is posted to
    status  TEXT NOT NULL,            -- current, former, designate or acting
    seen    TEXT NOT NULL
) STRICT;

-- Who takes part in a line, in which role, in the order of the line; the view parties adds names.
CREATE TABLE party (
    line  INTEGER NOT NULL REFERENCES line (number) ON DELETE CASCADE,
    role  TEXT NOT NULL,              -- actor, recipient, source, addressee, holder or party
    place INTEGER NOT NULL,           -- 0 is the first; the last source is the one whose words they are
    id    TEXT NOT NULL,              -- PAK, UN, WORLD; empty where no party is known
    naming INTEGER NOT NULL REFERENCES naming (number), -- under which name, in whose person
    PRIMARY KEY (line, role, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX party_id ON party (id, role, line);

-- How a party is named: each name, office and person once, however often it is told.
CREATE TABLE naming (
    number  INTEGER PRIMARY KEY,
    name    TEXT NOT NULL,
    country TEXT,
    sector  TEXT,
    office  TEXT,
    person  TEXT
) STRICT;
CREATE UNIQUE INDEX naming_whole ON naming (
    name, coalesce(country, ''), coalesce(sector, ''), coalesce(office, ''), coalesce(person, '')
);

-- What an event, statement or position is about.
CREATE TABLE issue (
    line INTEGER NOT NULL REFERENCES line (number) ON DELETE CASCADE,
    slug TEXT NOT NULL,
    PRIMARY KEY (line, slug)
) STRICT, WITHOUT ROWID;
CREATE INDEX issue_slug ON issue (slug, line);

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

-- For reading by eye: who takes part, events with their sides, who stands where; one row a telling.
CREATE VIEW parties AS
SELECT party.line, party.role, party.place, party.id,
       naming.name, naming.country, naming.sector, naming.office, naming.person
FROM party JOIN naming ON naming.number = party.naming;

CREATE VIEW events AS
SELECT event.date_start, event.event_type, event.event_mode, event.modality,
       (SELECT group_concat(id, ' ') FROM party WHERE line = event.line AND role = 'actor')
           AS actors,
       (SELECT group_concat(id, ' ') FROM party WHERE line = event.line AND role = 'recipient')
           AS recipients,
       event.place,
       substr(report.text, line.span_start + 1, line.span_end - line.span_start) AS words,
       substr(report.text, event.content_start + 1, event.content_end - event.content_start)
           AS content, -- what is asked, promised ...
       event.due, report.outlet, report.published, line.id
FROM event JOIN line ON line.number = event.line JOIN report ON report.number = line.report;

CREATE VIEW positions AS
SELECT party.id AS holder, position.issue, position.stance,
       coalesce(position.date_start, report.published) AS day,
       substr(report.text, line.span_start + 1, line.span_end - line.span_start) AS words,
       report.outlet, line.id
FROM position JOIN party ON party.line = position.line AND party.role = 'holder'
JOIN line ON line.number = position.line JOIN report ON report.number = line.report;
