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

-- Acts: what the tellings of a record, taken together, say was done. Merging makes these tables from
-- the lines and can make them anew (`dragoman merge`); only ruling holds what cannot be had again.

-- One merged event. Its number, and with it its id, is that of the line that tells it first, by the
-- report's day, the report's id and the place in the text: the order of adding leaves no trace.
CREATE TABLE IF NOT EXISTS act (
    number        INTEGER PRIMARY KEY,  -- line.number of its first telling
    day           TEXT NOT NULL,        -- date_start, or the day of its first report where undated
    date_start    TEXT,                 -- the days on which all dated tellings agree
    date_end      TEXT,
    event_type    TEXT NOT NULL,
    event_mode    TEXT,
    modality      TEXT NOT NULL,
    place         TEXT,
    place_country TEXT,
    tellings      INTEGER NOT NULL,     -- event lines that tell it
    reports       INTEGER NOT NULL,     -- reports that hold them
    sources       INTEGER NOT NULL,     -- of these, independent ones: copies of one text are one
    confidence    REAL NOT NULL,
    block         INTEGER,              -- shared by acts that were near to being one; else null
    json          TEXT                  -- what it says otherwise than its first telling; null: nothing
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
    role   TEXT NOT NULL,               -- actor or recipient
    place  INTEGER NOT NULL,            -- 0 is the first
    id     TEXT NOT NULL,
    naming INTEGER NOT NULL,
    PRIMARY KEY (act, role, place)
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

-- A position that only carries on what an earlier line has told already: the same stance, taken by
-- the same speaker on the same day, or the same sentence, brought by another report.
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

-- What merging has still to look at: event lines that came in, acts that lost a telling.
CREATE TABLE IF NOT EXISTS unmerged (line INTEGER PRIMARY KEY) STRICT;
CREATE TABLE IF NOT EXISTS stale (act INTEGER PRIMARY KEY) STRICT;
CREATE TABLE IF NOT EXISTS uncarried (line INTEGER PRIMARY KEY) STRICT; -- positions, likewise
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

-- Rollups: what questions over a whole record would otherwise have to read every line for. Triggers
-- keep them; they hold nothing that the other tables do not, and can be made anew from them.

-- Who stands where, a row for each holder of each position, on the day of the telling.
CREATE TABLE IF NOT EXISTS holding (
    issue  TEXT NOT NULL,
    holder TEXT NOT NULL,
    day    TEXT NOT NULL,             -- date_start of the position, or the report's day
    line   INTEGER NOT NULL,          -- the position
    stance TEXT NOT NULL,
    PRIMARY KEY (issue, holder, day, line)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER IF NOT EXISTS holder_added AFTER INSERT ON party
WHEN new.role = 'holder' AND new.id <> '' BEGIN
    INSERT OR IGNORE INTO holding (issue, holder, day, line, stance)
    SELECT position.issue, new.id, coalesce(position.date_start, report.published),
           position.line, position.stance
    FROM position JOIN line ON line.number = position.line
    JOIN report ON report.number = line.report WHERE position.line = new.line;
END;
-- A row goes by its key: an index by line would be nearly as large as the table. Of a position and
-- its holders either may go first. One without a day has that of its report, which may be gone.
CREATE TRIGGER IF NOT EXISTS position_gone BEFORE DELETE ON position BEGIN
    DELETE FROM holding WHERE issue = old.issue AND line = old.line
    AND holder IN (SELECT id FROM party WHERE party.line = old.line AND role = 'holder')
    AND day BETWEEN coalesce(old.date_start, '') AND coalesce(old.date_start, '~');
END;
CREATE TRIGGER IF NOT EXISTS holder_gone BEFORE DELETE ON party WHEN old.role = 'holder' BEGIN
    DELETE FROM holding WHERE holder = old.id AND line = old.line
    AND issue = (SELECT issue FROM position WHERE position.line = old.line)
    AND day BETWEEN (SELECT coalesce(date_start, '') FROM position WHERE position.line = old.line)
    AND (SELECT coalesce(date_start, '~') FROM position WHERE position.line = old.line);
END;

-- How many positions each party holds on each issue.
CREATE TABLE IF NOT EXISTS holding_count (
    issue    TEXT NOT NULL,
    holder   TEXT NOT NULL,
    holdings INTEGER NOT NULL,
    PRIMARY KEY (issue, holder)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER IF NOT EXISTS holding_added AFTER INSERT ON holding BEGIN
    INSERT INTO holding_count (issue, holder, holdings) VALUES (new.issue, new.holder, 1)
    ON CONFLICT DO UPDATE SET holdings = holdings + 1;
END;
CREATE TRIGGER IF NOT EXISTS holding_gone AFTER DELETE ON holding BEGIN
    UPDATE holding_count SET holdings = holdings - 1
    WHERE (issue, holder) = (old.issue, old.holder);
END;

-- How many acts each party takes part in, by month and, under an empty month, in all.
CREATE TABLE IF NOT EXISTS taking (
    month      TEXT NOT NULL,         -- 2022-03
    id         TEXT NOT NULL,
    role       TEXT NOT NULL,         -- actor or recipient
    event_type TEXT NOT NULL,
    modality   TEXT NOT NULL,
    acts       INTEGER NOT NULL,
    PRIMARY KEY (month, id, role, event_type, modality)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER IF NOT EXISTS taker_added AFTER INSERT ON act_party WHEN new.id <> '' BEGIN
    INSERT INTO taking (month, id, role, event_type, modality, acts)
    SELECT value, new.id, new.role, event_type, modality, 1
    FROM act, json_each(json_array('', substr(day, 1, 7))) WHERE number = new.act
    ON CONFLICT DO UPDATE SET acts = acts + 1;
END;
CREATE TRIGGER IF NOT EXISTS taker_gone BEFORE DELETE ON act_party WHEN old.id <> '' BEGIN
    UPDATE taking SET acts = acts - 1
    WHERE (id, role, event_type, modality) = (
        SELECT old.id, old.role, event_type, modality FROM act WHERE number = old.act
    ) AND month IN ('', (SELECT substr(day, 1, 7) FROM act WHERE number = old.act));
END;

-- In which acts named people take part, by how they are named.
CREATE TABLE IF NOT EXISTS acting (
    naming INTEGER NOT NULL,
    act    INTEGER NOT NULL,
    PRIMARY KEY (naming, act)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER IF NOT EXISTS person_added AFTER INSERT ON act_party
WHEN (SELECT person FROM naming WHERE number = new.naming) IS NOT NULL BEGIN
    INSERT OR IGNORE INTO acting (naming, act) VALUES (new.naming, new.act);
END;
CREATE TRIGGER IF NOT EXISTS person_gone AFTER DELETE ON act_party BEGIN
    DELETE FROM acting WHERE (naming, act) = (old.naming, old.act);
END;

-- In how many acts a party takes part through each person.
CREATE TABLE IF NOT EXISTS speaking (
    id     TEXT NOT NULL,
    naming INTEGER NOT NULL,
    acts   INTEGER NOT NULL,
    PRIMARY KEY (id, naming)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER IF NOT EXISTS speaker_added AFTER INSERT ON act_party
WHEN (SELECT person FROM naming WHERE number = new.naming) IS NOT NULL BEGIN
    INSERT INTO speaking (id, naming, acts) VALUES (new.id, new.naming, 1)
    ON CONFLICT DO UPDATE SET acts = acts + 1;
END;
CREATE TRIGGER IF NOT EXISTS speaker_gone AFTER DELETE ON act_party BEGIN
    UPDATE speaking SET acts = acts - 1 WHERE (id, naming) = (old.id, old.naming);
END;

-- The names that users may give, each found without reading all rows.
CREATE INDEX IF NOT EXISTS act_place ON act (place) WHERE place IS NOT NULL;
CREATE INDEX IF NOT EXISTS report_outlet ON report (outlet) WHERE outlet IS NOT NULL;

-- Of a record made before.
INSERT OR IGNORE INTO holding (issue, holder, day, line, stance)
SELECT position.issue, party.id, coalesce(position.date_start, report.published),
       position.line, position.stance
FROM position JOIN party ON party.line = position.line AND party.role = 'holder' AND party.id <> ''
JOIN line ON line.number = position.line JOIN report ON report.number = line.report
WHERE NOT EXISTS (SELECT 1 FROM holding);
INSERT INTO taking (month, id, role, event_type, modality, acts)
SELECT months.value, act_party.id, role, event_type, modality, count(*)
FROM act_party JOIN act ON number = act, json_each(json_array('', substr(day, 1, 7))) AS months
WHERE act_party.id <> '' AND NOT EXISTS (SELECT 1 FROM taking) GROUP BY 1, 2, 3, 4, 5;
INSERT INTO acting (naming, act)
SELECT DISTINCT naming, act FROM act_party JOIN naming ON naming.number = naming
WHERE person IS NOT NULL AND NOT EXISTS (SELECT 1 FROM acting);
INSERT INTO holding_count (issue, holder, holdings)
SELECT issue, holder, count(*) FROM holding
WHERE NOT EXISTS (SELECT 1 FROM holding_count) GROUP BY issue, holder;
INSERT INTO speaking (id, naming, acts)
SELECT id, naming, count(*) FROM act_party JOIN naming ON naming.number = naming
WHERE person IS NOT NULL AND NOT EXISTS (SELECT 1 FROM speaking) GROUP BY id, naming;

-- What a record of this schema held: two reports, their acts, two corrections.

INSERT INTO report VALUES (1, 'ac197f8d7bf36ffe', '2022-03-10', 'Turkish Foreign Minister Mevlut Cavusoglu met his Ukrainian counterpart Dmytro Kuleba in Antalya on Thursday.

“Turkey supports an immediate ceasefire,” the Foreign Ministry quoted Cavusoglu as saying. It warned against further attacks on cities.

The two neighbours across the Black Sea enjoy warm relations.
', 'Ministers meet on the coast', 'The Example', NULL, NULL, 'en', 'utf-8', '[]', '1');
INSERT INTO report VALUES (2, '087c16e4932bda69', '2022-03-10', 'Turkish Foreign Minister Mevlut Cavusoglu met his Ukrainian counterpart Dmytro Kuleba in Antalya on Thursday.

“Turkey supports an immediate ceasefire,” the Foreign Ministry quoted Cavusoglu as saying. It warned against further attacks on cities.

The two neighbours across the Black Sea enjoy warm relations.

Another day.
', 'Ministers meet on the coast', 'Another Example', NULL, NULL, 'en', 'utf-8', '[]', '1');
INSERT INTO naming VALUES (1, 'Turkey', 'TUR', 'GOV', 'foreign minister', 'Mevlut Cavusoglu');
INSERT INTO naming VALUES (2, 'Ukraine', 'UKR', 'GOV', 'foreign minister', 'Dmytro Kuleba');
INSERT INTO naming VALUES (3, 'Foreign Ministry', 'TUR', 'GOV', NULL, NULL);
INSERT INTO naming VALUES (4, 'Turkey', 'TUR', 'GOV', NULL, NULL);
INSERT INTO naming VALUES (5, 'Ukraine', 'UKR', 'GOV', NULL, NULL);
INSERT INTO line VALUES (1, 'f034e0272c215659', 1, 'event', 42, 71, X'02F034E0272C215659AC197F8D7BF36FFE233B0F20A6C70CC9EC46811ABAA8BD282CE93E241429DD87941665A7A2AE4781C89393E07D53CB724A4B149C13CB4A8BF3D3734AE15E04452B6D9630939101618EC13A008B6502C208EB0A98FC3C85908CD2A26294311D78D7C931AF2431A732114BB8223A4FC6667A960616A05C80DC790256C996A6A666689D276323637373731A779E0CF50C70F59D80495053A91600');
INSERT INTO line VALUES (2, '175f48e71f921118', 1, 'statement', 112, 150, X'02175F48E71F921118AC197F8D7BF36FFEA36C5B093C540C4D0DE083C8E09163E42164E2079043429152B91B34B5FA82536B11EA3A14884A929312880D1FAC41B12DA4B4283B95043BF06626DFD4B29CD21205E7C4B2D2E2FCF49C522514FB51E63F91C39DD8716AA404550B00');
INSERT INTO line VALUES (3, '7a65f3b5de150ff2', 1, 'position', 119, 150, X'037A65F3B5DE150FF2AC197F8D7BF36FFE175F48E71F921118A368B607B130C2146BD914128A9468434A8BB25351179340E4494E0F2036B9050D7C9012CBE0BD118EC17B8C4832D433C03A7903B152410366B7A6522D00');
INSERT INTO line VALUES (4, '22a582265ff86fc7', 1, 'tie', 288, 308, X'0222A582265FF86FC7AC197F8D7BF36FFE83E781924C9206CB2C608D136303D03A23D0205C26F2C45D4828527A0D292DCA4E455D47029127392980D834DF1106B604344C9C5F94021A974BCDCBCAAF54284F2CCA850FBF83CAAF12D0422460BF31B30298686A01');
INSERT INTO line VALUES (5, '772edb19bc921a3a', 1, 'office', 25, 41, X'02772EDB19BC921A3AAC197F8D7BF36FFEA360BC0CD6AE373144192D4B2DCB292D51704E2C2B2DCE4FCF2945490021A14184D223091356E091F65A00');
INSERT INTO line VALUES (6, '903e528846ff4ce7', 2, 'event', 42, 71, X'02903E528846FF4CE7087C16E4932BDA69233B0F20A6C70CC9EC46811ABAA8BD282CE93E241429DD87941665A7A2AE4781C89393E07D53CB724A4B149C13CB4A8BF3D3734AE15E04452B6D9630939101618EC13A008B6502C208EB0A98FC3C85908CD2A26294311D78D7C931AF2431A732114BB8223A4FC6667A960616A05C80DC790256C996A6A666689D276323637373731A779E0CF50C70F59D80495053A91600');
INSERT INTO line VALUES (7, 'b2a189dfae117e76', 2, 'statement', 112, 150, X'02B2A189DFAE117E76087C16E4932BDA69A36C5B093C540C4D0DE083C8E09163E42164E2079043429152B91B34B5FA82536B11EA3A14884A929312880D1FAC41B12DA4B4283B95043BF06626DFD4B29CD21205E7C4B2D2E2FCF49C522514FB51E63F91C39DD8716AA404550B00');
INSERT INTO line VALUES (8, '6abd25743ef3e366', 2, 'position', 119, 150, X'036ABD25743EF3E366087C16E4932BDA69B2A189DFAE117E76A368B607B130C2146BD914128A9468434A8BB25351179340E4494E0F2036B9050D7C9012CBE0BD118EC17B8C4832D433C03A7903B152410366B7A6522D00');
INSERT INTO line VALUES (9, '899b5740d90e703c', 2, 'tie', 288, 308, X'02899B5740D90E703C087C16E4932BDA6983E781924C9206CB2C608D136303D03A23D0205C26F2C45D4828527A0D292DCA4E455D47029127392980D834DF1106B604344C9C5F94021A974BCDCBCAAF54284F2CCA850FBF83CAAF12D0422458A15E96AA540B00');
INSERT INTO line VALUES (10, '9db45dcfc656aa4b', 2, 'office', 25, 41, X'029DB45DCFC656AA4B087C16E4932BDA69A360BC0CD6AE373144192D4B2DCB292D51704E2C2B2DCE4FCF2945490021A14184D223091356E091F65A00');
INSERT INTO event VALUES (1, 'CONSULT', 'meet', 'asserted', '2022-03-10', '2022-03-10', 'Antalya', 'TUR', 'met', NULL, NULL, NULL, NULL, 1.0);
INSERT INTO event VALUES (6, 'CONSULT', 'meet', 'asserted', '2022-03-10', '2022-03-10', 'Antalya', 'TUR', 'met', NULL, NULL, NULL, NULL, 1.0);
INSERT INTO statement VALUES (2, 'quoted', 'direct', 'speech', 'statement', NULL);
INSERT INTO statement VALUES (7, 'quoted', 'direct', 'speech', 'statement', NULL);
INSERT INTO position VALUES (3, 'ceasefire', 'supports', '2022-03-10', '2022-03-10', 2, 1.0);
INSERT INTO position VALUES (8, 'ceasefire', 'supports', '2022-03-10', '2022-03-10', 7, 1.0);
INSERT INTO tie VALUES (4, 'enjoy warm relations', 'mixed');
INSERT INTO tie VALUES (9, 'enjoy warm relations', 'positive');
INSERT INTO office VALUES (10, 'Mevlut Cavusoglu', 'TUR', 'foreign minister', NULL, 'current', '2022-03-10');
INSERT INTO party VALUES (1, 'actor', 0, 'TUR', 1);
INSERT INTO party VALUES (1, 'recipient', 0, 'UKR', 2);
INSERT INTO party VALUES (2, 'source', 0, 'TUR', 3);
INSERT INTO party VALUES (2, 'source', 1, 'TUR', 1);
INSERT INTO party VALUES (3, 'holder', 0, 'TUR', 4);
INSERT INTO party VALUES (4, 'party', 0, 'TUR', 4);
INSERT INTO party VALUES (4, 'party', 1, 'UKR', 5);
INSERT INTO party VALUES (6, 'actor', 0, 'TUR', 1);
INSERT INTO party VALUES (6, 'recipient', 0, 'UKR', 2);
INSERT INTO party VALUES (7, 'source', 0, 'TUR', 3);
INSERT INTO party VALUES (7, 'source', 1, 'TUR', 1);
INSERT INTO party VALUES (8, 'holder', 0, 'TUR', 4);
INSERT INTO party VALUES (9, 'party', 0, 'TUR', 4);
INSERT INTO party VALUES (9, 'party', 1, 'UKR', 5);
INSERT INTO issue VALUES (2, 'ceasefire');
INSERT INTO issue VALUES (3, 'ceasefire');
INSERT INTO issue VALUES (7, 'ceasefire');
INSERT INTO issue VALUES (8, 'ceasefire');
INSERT INTO act VALUES (6, '2022-03-10', '2022-03-10', '2022-03-10', 'CONSULT', 'meet', 'asserted', 'Antalya', 'TUR', 2, 2, 1, 1.0, NULL, '{"corroboration":{"independent":1,"outlets":["Another Example","The Example"],"sources":[["087c16e4932bda69","ac197f8d7bf36ffe"]],"chains":[]}}');
INSERT INTO telling VALUES (1, 6, 'with 903e528846ff4ce7: same day (2022-03-10); same sides (TUR UKR); both a meeting; by Mevlut Cavusoglu, Dmytro Kuleba; in Antalya; about counterpart met; in the same words (+8.8)');
INSERT INTO telling VALUES (6, 6, '');
INSERT INTO act_party VALUES (6, 'actor', 0, 'TUR', 1);
INSERT INTO act_party VALUES (6, 'recipient', 0, 'UKR', 2);
INSERT INTO act_pair VALUES ('', 'TUR', 'CONSULT', '2022-03-10', 6, 0);
INSERT INTO act_pair VALUES ('', 'UKR', 'CONSULT', '2022-03-10', 6, 0);
INSERT INTO act_pair VALUES ('TUR', 'UKR', 'CONSULT', '2022-03-10', 6, 0);
INSERT INTO carrying VALUES (3, 8, 'said by Mevlut Cavusoglu on the same day (2022-03-10)');
INSERT INTO revision VALUES (1, 1, 'ac197f8d7bf36ffe', '772edb19bc921a3a', 'rejected', 'a plan', 'Ann', '2026-01-05', '{"kind":"office","id":"772edb19bc921a3a","report_id":"ac197f8d7bf36ffe","span":{"start":25,"end":41},"person":"Mevlut Cavusoglu","country":"TUR","office":"foreign minister","post":null,"status":"current","seen":"2022-03-10"}', '{"kind":"office","id":"772edb19bc921a3a","report_id":"ac197f8d7bf36ffe","span":{"start":25,"end":41},"person":"Mevlut Cavusoglu","country":"TUR","office":"foreign minister","post":null,"status":"current","seen":"2022-03-10"}');
INSERT INTO revision VALUES (2, 2, 'ac197f8d7bf36ffe', '22a582265ff86fc7', 'amended', 'not all warm', 'Ann', '2026-01-05', '{"kind":"tie","id":"22a582265ff86fc7","report_id":"ac197f8d7bf36ffe","span":{"start":288,"end":308},"parties":[{"id":"TUR","name":"Turkey","country":"TUR","sector":"GOV","office":null,"person":null,"span":null},{"id":"UKR","name":"Ukraine","country":"UKR","sector":"GOV","office":null,"person":null,"span":null}],"words":"enjoy warm relations","tone":"positive"}', '{"kind":"tie","id":"22a582265ff86fc7","report_id":"ac197f8d7bf36ffe","span":{"start":288,"end":308},"parties":[{"id":"TUR","name":"Turkey","country":"TUR","sector":"GOV","office":null,"person":null,"span":null},{"id":"UKR","name":"Ukraine","country":"UKR","sector":"GOV","office":null,"person":null,"span":null}],"words":"enjoy warm relations","tone":"mixed"}');
INSERT INTO correction VALUES (4, 2, '{"kind":"tie","id":"22a582265ff86fc7","report_id":"ac197f8d7bf36ffe","span":{"start":288,"end":308},"parties":[{"id":"TUR","name":"Turkey","country":"TUR","sector":"GOV","office":null,"person":null,"span":null},{"id":"UKR","name":"Ukraine","country":"UKR","sector":"GOV","office":null,"person":null,"span":null}],"words":"enjoy warm relations","tone":"positive"}');
INSERT INTO correction VALUES (5, 1, '{"kind":"office","id":"772edb19bc921a3a","report_id":"ac197f8d7bf36ffe","span":{"start":25,"end":41},"person":"Mevlut Cavusoglu","country":"TUR","office":"foreign minister","post":null,"status":"current","seen":"2022-03-10"}');
INSERT INTO merging VALUES ('1', 0);
DELETE FROM unmerged;
DELETE FROM uncarried;
DELETE FROM stale;
