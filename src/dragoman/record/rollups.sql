-- Rollups: what questions over a whole record would otherwise have to read every line for. Triggers
-- keep them; they hold nothing that the other tables do not, and can be made anew from them.

-- Who stands where, a row for each holder of each position, on the day of the telling.
CREATE TABLE IF NOT EXISTS holding (
    issue  TEXT NOT NULL,
    holder TEXT NOT NULL,
    day    TEXT NOT NULL,             -- date_start of the position, or the report's day
    line   INTEGER NOT NULL,          -- the position
    stance_code ANY NOT NULL,
    stance TEXT AS (CASE stance_code
        WHEN 0 THEN 'supports' WHEN 1 THEN 'opposes' WHEN 2 THEN 'concerned' WHEN 3 THEN 'neutral'
        ELSE stance_code END),
    PRIMARY KEY (issue, holder, day, line)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER IF NOT EXISTS holder_added AFTER INSERT ON party
WHEN new.role = 'holder' AND new.id <> '' BEGIN
    INSERT OR IGNORE INTO holding (issue, holder, day, line, stance_code)
    SELECT position.issue, new.id, coalesce(position.date_start, report.published),
           position.line, position.stance_code
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

-- How each party stood on an issue at the end of each month of a year in which it said so: twelve
-- first letters of stances, a dot for a month in which it took none.
CREATE TABLE IF NOT EXISTS stood (
    issue   TEXT NOT NULL,
    holder  TEXT NOT NULL,
    year    TEXT NOT NULL,            -- 2022
    stances TEXT NOT NULL,            -- ..s.ss.o....
    PRIMARY KEY (issue, holder, year)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER IF NOT EXISTS stance_added AFTER INSERT ON holding BEGIN
    INSERT OR IGNORE INTO stood VALUES (new.issue, new.holder, substr(new.day, 1, 4), '............');
    UPDATE stood SET stances = substr(stances, 1, substr(new.day, 6, 2) - 1) || (
        SELECT substr(stance, 1, 1) FROM holding WHERE (issue, holder) = (new.issue, new.holder)
        AND day BETWEEN substr(new.day, 1, 7) AND substr(new.day, 1, 7) || '~'
        ORDER BY day DESC, line DESC LIMIT 1
    ) || substr(stances, substr(new.day, 6, 2) + 1)
    WHERE (issue, holder, year) = (new.issue, new.holder, substr(new.day, 1, 4));
END;
CREATE TRIGGER IF NOT EXISTS stance_gone AFTER DELETE ON holding BEGIN
    UPDATE stood SET stances = substr(stances, 1, substr(old.day, 6, 2) - 1) || coalesce((
        SELECT substr(stance, 1, 1) FROM holding WHERE (issue, holder) = (old.issue, old.holder)
        AND day BETWEEN substr(old.day, 1, 7) AND substr(old.day, 1, 7) || '~'
        ORDER BY day DESC, line DESC LIMIT 1
    ), '.') || substr(stances, substr(old.day, 6, 2) + 1)
    WHERE (issue, holder, year) = (old.issue, old.holder, substr(old.day, 1, 4));
END;

-- Who said what, a row for each source of each statement, on the day of its report. A source that
-- is no known party stands under its name.
CREATE TABLE IF NOT EXISTS saying (
    speaker TEXT NOT NULL,
    day     TEXT NOT NULL,
    line    INTEGER NOT NULL,         -- the statement
    PRIMARY KEY (speaker, day, line)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER IF NOT EXISTS source_added AFTER INSERT ON party
WHEN new.role = 'source' BEGIN
    INSERT OR IGNORE INTO saying (speaker, day, line)
    SELECT CASE new.id WHEN '' THEN (SELECT name FROM naming WHERE number = new.naming)
        ELSE new.id END, published, new.line
    FROM line JOIN report ON report.number = line.report WHERE line.number = new.line;
END;
-- Of a line and its sources either may go first; that of a report that is gone has no day.
CREATE TRIGGER IF NOT EXISTS statement_gone BEFORE DELETE ON line
WHEN old.kind = 'statement' BEGIN
    DELETE FROM saying WHERE line = old.number
    AND speaker IN (
        SELECT CASE id WHEN '' THEN name ELSE id END FROM party JOIN naming ON number = naming
        WHERE party.line = old.number AND role = 'source'
    )
    AND day BETWEEN coalesce((SELECT published FROM report WHERE number = old.report), '')
    AND coalesce((SELECT published FROM report WHERE number = old.report), '~');
END;
CREATE TRIGGER IF NOT EXISTS source_gone BEFORE DELETE ON party
WHEN old.role = 'source' AND EXISTS (SELECT 1 FROM line WHERE number = old.line) BEGIN
    DELETE FROM saying WHERE line = old.line
    AND speaker = CASE old.id WHEN '' THEN (SELECT name FROM naming WHERE number = old.naming)
        ELSE old.id END
    AND day = (
        SELECT published FROM line JOIN report ON report.number = line.report
        WHERE line.number = old.line
    );
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
INSERT OR IGNORE INTO holding (issue, holder, day, line, stance_code)
SELECT position.issue, party.id, coalesce(position.date_start, report.published),
       position.line, position.stance_code
FROM position JOIN party ON party.line = position.line AND party.role = 'holder' AND party.id <> ''
JOIN line ON line.number = position.line JOIN report ON report.number = line.report
WHERE NOT EXISTS (SELECT 1 FROM holding);
INSERT OR IGNORE INTO uncarried (line)
SELECT line FROM statement WHERE NOT EXISTS (SELECT 1 FROM saying);
INSERT OR IGNORE INTO saying (speaker, day, line)
SELECT CASE party.id WHEN '' THEN naming.name ELSE party.id END, report.published, statement.line
FROM statement JOIN party ON party.line = statement.line AND party.role = 'source'
JOIN naming ON naming.number = party.naming
JOIN line ON line.number = statement.line JOIN report ON report.number = line.report
WHERE NOT EXISTS (SELECT 1 FROM saying);
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
INSERT INTO stood (issue, holder, year, stances)
SELECT issue, holder, substr(day, 1, 4), substr('...........', 1, substr(day, 6, 2) - 1)
    || substr(stance, 1, 1) || substr('...........', substr(day, 6, 2))
FROM holding WHERE NOT EXISTS (SELECT 1 FROM stood) ORDER BY issue, holder, day, line
ON CONFLICT DO UPDATE SET stances =  -- that of a later day stands in the place of its month
    substr(stances, 1, length(rtrim(excluded.stances, '.')) - 1)
    || ltrim(rtrim(excluded.stances, '.'), '.')
    || substr(stances, length(rtrim(excluded.stances, '.')) + 1);
INSERT INTO speaking (id, naming, acts)
SELECT id, naming, count(*) FROM act_party JOIN naming ON naming.number = naming
WHERE person IS NOT NULL AND NOT EXISTS (SELECT 1 FROM speaking) GROUP BY id, naming;
