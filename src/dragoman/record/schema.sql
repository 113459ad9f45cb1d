-- A Dragoman record, schema 3. Any SQLite tool opens it; docs/record.md shows queries.
-- Dates are ISO (2022-03-10), intervals closed. Spans count Unicode code points of report.text
-- from 0, the end excluded: substr(text, span_start + 1, span_end - span_start) gives the words.
-- What is one of a few words is stored as its number, or where it is none of them as it is; so are
-- ids as bytes, and a last day only where it is not the first one. The columns after that which are
-- GENERATED say it in words. They are for reading, and take no room.

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

-- Every coded line: where it stands in its report. The tables below repeat what people ask for. A
-- line's words are those of its span; the whole of it is in table packed.
CREATE TABLE line (
    number     INTEGER PRIMARY KEY AUTOINCREMENT, -- keeps the order of the coder within a report
    key        ANY NOT NULL UNIQUE,   -- the id: its sixteen digits as eight bytes, or another as it is
    report     INTEGER NOT NULL REFERENCES report (number) ON DELETE CASCADE,
    kind_code  ANY NOT NULL,
    span_start INTEGER NOT NULL,
    span_end   INTEGER NOT NULL,
    id   TEXT AS (CASE typeof(key) WHEN 'blob' THEN lower(hex(key)) ELSE key END),
    kind TEXT AS (CASE kind_code
        WHEN 0 THEN 'event' WHEN 1 THEN 'statement' WHEN 2 THEN 'position' WHEN 3 THEN 'tie'
        WHEN 4 THEN 'office' ELSE kind_code END)
) STRICT;

-- All lines of a report as JSON in one piece, deflated (record/packing.py): those from first to last,
-- which are numbered without a gap.
CREATE TABLE packed (
    report INTEGER PRIMARY KEY REFERENCES report (number) ON DELETE CASCADE,
    first  INTEGER NOT NULL,
    last   INTEGER NOT NULL,
    lines  BLOB NOT NULL
) STRICT;

-- An act between parties, in PLOVER's types and modes. Who took part stands in party.
CREATE TABLE event (
    line          INTEGER PRIMARY KEY REFERENCES line (number) ON DELETE CASCADE,
    event_type    TEXT NOT NULL,
    event_mode    TEXT,
    modality_code ANY NOT NULL,
    date_start    TEXT,
    last_day      TEXT,               -- null: the first; empty: none, though there is a first
    place         TEXT,
    place_country TEXT,
    trigger       TEXT NOT NULL,      -- the word that decided
    content_start INTEGER,            -- the words of what is asked, promised, refused, threatened
    content_end   INTEGER,
    due           TEXT,               -- the last day to come that these words name
    statement     INTEGER,            -- the line of the statement that tells it, if one does
    confidence_code ANY NOT NULL,     -- in hundredths, where that is exact
    modality   TEXT AS (CASE modality_code
        WHEN 0 THEN 'asserted' WHEN 1 THEN 'future' WHEN 2 THEN 'hypothetical'
        WHEN 3 THEN 'negated' WHEN 4 THEN 'rumoured' WHEN 5 THEN 'historical'
        ELSE modality_code END),
    date_end   TEXT AS (CASE last_day WHEN '' THEN NULL ELSE coalesce(last_day, date_start) END),
    confidence REAL AS (CASE typeof(confidence_code)
        WHEN 'integer' THEN confidence_code / 100.0 ELSE confidence_code END)
) STRICT;

-- Words attributed to a chain of sources. The chain stands in party, role source, outermost first.
CREATE TABLE statement (
    line        INTEGER PRIMARY KEY REFERENCES line (number) ON DELETE CASCADE,
    cue         TEXT NOT NULL,
    quote_code  ANY NOT NULL,
    manner_code ANY NOT NULL,
    channel     TEXT,
    within      INTEGER,              -- the line of the statement that holds this one
    quote  TEXT AS (CASE quote_code
        WHEN 0 THEN 'direct' WHEN 1 THEN 'indirect' WHEN 2 THEN 'mixed' ELSE quote_code END),
    manner TEXT AS (CASE manner_code  -- said or written; or wanted, believed, hoped
        WHEN 0 THEN 'speech' WHEN 1 THEN 'thought' ELSE manner_code END)
) STRICT;

-- Where its holders stand on an issue on a day.
CREATE TABLE position (
    line        INTEGER PRIMARY KEY REFERENCES line (number) ON DELETE CASCADE,
    issue       TEXT NOT NULL,
    stance_code ANY NOT NULL,
    date_start  TEXT,
    last_day    TEXT,                 -- as in event
    statement   INTEGER,
    confidence_code ANY NOT NULL,
    stance     TEXT AS (CASE stance_code
        WHEN 0 THEN 'supports' WHEN 1 THEN 'opposes' WHEN 2 THEN 'concerned' WHEN 3 THEN 'neutral'
        ELSE stance_code END),
    date_end   TEXT AS (CASE last_day WHEN '' THEN NULL ELSE coalesce(last_day, date_start) END),
    confidence REAL AS (CASE typeof(confidence_code)
        WHEN 'integer' THEN confidence_code / 100.0 ELSE confidence_code END)
) STRICT;

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
    status_code ANY NOT NULL,
    seen    TEXT NOT NULL,
    status  TEXT AS (CASE status_code
        WHEN 0 THEN 'current' WHEN 1 THEN 'former' WHEN 2 THEN 'designate' WHEN 3 THEN 'acting'
        ELSE status_code END)
) STRICT;

-- Who takes part in a line, in which role, in the order of the line; the view parties adds names.
CREATE TABLE party (
    line  INTEGER NOT NULL REFERENCES line (number) ON DELETE CASCADE,
    role_code ANY NOT NULL,
    place INTEGER NOT NULL,           -- 0 is the first; the last source is the one whose words they are
    id    TEXT NOT NULL,              -- PAK, UN, WORLD; empty where no party is known
    naming INTEGER NOT NULL REFERENCES naming (number), -- under which name, in whose person
    role  TEXT AS (CASE role_code
        WHEN 0 THEN 'actor' WHEN 1 THEN 'recipient' WHEN 2 THEN 'source' WHEN 3 THEN 'addressee'
        WHEN 4 THEN 'holder' WHEN 5 THEN 'party' ELSE role_code END),
    PRIMARY KEY (line, role_code, place)
) STRICT, WITHOUT ROWID;
-- Who takes part in acts stands in act_pair, who takes positions in holding; an index over all roles
-- would take as much room as the table.
CREATE INDEX party_tie ON party (id, line) WHERE role_code = 5;

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

-- What an event, statement or position is about, by numbers of issues; the view issue has slugs.
CREATE TABLE topic (
    number INTEGER PRIMARY KEY,
    slug   TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE about (
    topic INTEGER NOT NULL REFERENCES topic (number),
    line  INTEGER NOT NULL,
    PRIMARY KEY (topic, line)
) STRICT, WITHOUT ROWID;
CREATE VIEW issue AS
SELECT about.line, topic.slug FROM topic JOIN about ON about.topic = topic.number;

-- Search: SELECT ... FROM report JOIN search ON search.rowid = report.number
--         WHERE search MATCH '"border" "crossing"'
CREATE VIRTUAL TABLE search USING fts5 (
    text, title, content = 'report', content_rowid = 'number', tokenize = 'unicode61'
);
CREATE TRIGGER report_added AFTER INSERT ON report BEGIN
    INSERT INTO search (rowid, text, title) VALUES (new.number, new.text, new.title);
END;
CREATE TRIGGER report_gone AFTER DELETE ON report BEGIN
    INSERT INTO search (search, rowid, text, title)
    VALUES ('delete', old.number, old.text, old.title);
END;
CREATE TRIGGER report_changed AFTER UPDATE OF title, text ON report BEGIN
    INSERT INTO search (search, rowid, text, title)
    VALUES ('delete', old.number, old.text, old.title);
    INSERT INTO search (rowid, text, title) VALUES (new.number, new.text, new.title);
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
