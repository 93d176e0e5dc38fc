-- allow explicit-lock: requests wait once for all tables instead of holding one lock while they wait for the next.
-- allow removal: the columns are there again with the same type when the transaction ends, as release 2.0.0 reads them.
-- allow table-rewrite: every text is indexed anew; docs/UPGRADING.md says to choose a quiet hour.
-- allow blocking-index: the tables are rewritten and locked already.
-- One text search configuration for every text that the parameter `q` searches. search_vector() reads a text and
-- search_query() reads what somebody typed; both fold characters and split words by the same two functions, so that
-- they cannot differ. All are immutable: generated columns need that, and the planner then estimates a query by its
-- words. They keep the search path of this migration, because indexes are rebuilt and dumps restored under another.
-- All locks at once, and in the order of requests: a request that waits for one of them never holds another for long.
LOCK TABLE users, projects, tasks IN ACCESS EXCLUSIVE MODE;

-- English stems without a list of stop words: "To be or not to be" is a title like any other.
CREATE TEXT SEARCH DICTIONARY search_stem (TEMPLATE = pg_catalog.snowball, LANGUAGE = english);
CREATE TEXT SEARCH CONFIGURATION search (COPY = pg_catalog.english);
ALTER TEXT SEARCH CONFIGURATION search ALTER MAPPING REPLACE english_stem WITH search_stem;

-- Lower case, without accents, one form of each character: "Café", "CAFÉ" and "cafe" are the same.
CREATE FUNCTION search_folded(input text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
SET search_path FROM CURRENT AS $$
DECLARE
  -- Accents of Latin, Greek and Cyrillic letters, points of Hebrew and Arabic, and characters without width.
  marks CONSTANT text := '[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f'
    '\u0670\u00ad\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff]';
  folded text := input;
BEGIN
  IF octet_length(folded) = char_length(folded) THEN RETURN lower(folded); END IF;
  -- The compatibility form would turn a trade mark sign into letters of the word before it.
  folded := normalize(translate(folded, '™℠', '  '), NFKD);
  -- A syllable of Korean comes apart into three. A few ligatures become eighteen characters, whose rest costs only time.
  folded := regexp_replace(left(folded, 300000), marks, '', 'g');
  -- Syllables of Korean and Japanese are put together again, so that each is one character.
  folded := lower(normalize(folded, NFC));
  -- Letters that no normal form takes apart, and the quotes and apostrophes of typographers.
  folded := translate(folded, 'ıłøđħŧςþð‘’ʼ“”„‟', 'ilodhtσtd''''''""""');
  RETURN replace(replace(replace(folded, 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe');
END $$;

-- The characters of scripts that put no space between words, and Korean, whose words end in particles; for patterns.
CREATE FUNCTION search_unspaced() RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT '[\u2e80-\u2fff\u3005-\u3007\u3031-\u303c\u3041-\u30ff\u3105-\u312f\u31a0-\u31bf'
    '\u31f0-\u31ff\u3400-\u4dbf\u4e00-\ua4cf\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]'
$$;

-- The words of a folded text, separated by spaces. A run of Chinese or Japanese characters or of Korean syllables
-- becomes its pairs of neighbours and, last, its last character: any part of it can then be found.
CREATE FUNCTION search_words(folded text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
SET search_path FROM CURRENT AS $$
DECLARE
  unspaced CONSTANT text := search_unspaced();
  signs CONSTANT text := '[\u0001-\u001f\u00a0-\u00b4\u00b6-\u00bf\u00d7\u00f7\u2010-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3008-\u3030'
    '\u303d\u30a0\u30fb\ufe10-\ufe6f\U0001f000-\U0001faff]';
  words text := folded;
BEGIN
  -- The apostrophe of "don't" and "user's" separates nothing.
  IF strpos(words, '''') > 0 THEN
    words := regexp_replace(words, '(?<=[a-z])''(?=(?:s|t|d|m|re|ve|ll)\M)', '', 'g');
  END IF;
  words := translate(words, '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~', repeat(' ', 32));
  IF octet_length(words) = char_length(words) THEN RETURN words; END IF;
  words := regexp_replace(words, signs, ' ', 'g');
  IF words !~ unspaced THEN RETURN words; END IF;
  -- Each character is doubled and the two are set apart, so that what stands between two spaces is a pair. A mark is
  -- put where a run begins, because the first character of a run is no pair.
  words := regexp_replace(words, '(' || unspaced || '+)', E'\u0001\\1 ', 'g');
  words := regexp_replace(words, '(' || unspaced || ')', '\1 \1', 'g');
  RETURN regexp_replace(words, E'\u0001. ', ' ', 'g');
END $$;

-- What is searched for although it is no word: "C++" and "C#", arrows, symbols and emoji. They have no position.
CREATE FUNCTION search_signs(folded text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
SET search_path FROM CURRENT AS $$
BEGIN
  IF octet_length(folded) = char_length(folded) AND strpos(folded, '++') = 0 AND strpos(folded, '#') = 0 THEN
    RETURN '{}';
  END IF;
  RETURN ARRAY(SELECT DISTINCT hit[1] FROM regexp_matches(folded,
    '\m[a-z]\+\+|\m[a-z]#(?![a-z0-9])'
    '|[\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff\U0001f000-\U0001faff]',
    'g') AS hit);
END $$;

-- 240,000 characters hold no more than the megabyte that a tsvector may have.
CREATE FUNCTION search_vector(input text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
SET search_path FROM CURRENT AS $$
DECLARE
  folded CONSTANT text := search_folded(input);
  words text := search_words(folded);
  signs CONSTANT text[] := search_signs(folded);
BEGIN
  IF octet_length(words) > 240000 THEN words := left(words, 240000); END IF;
  IF cardinality(signs) = 0 THEN RETURN to_tsvector('search', words); END IF;
  RETURN to_tsvector('search', words) || array_to_tsvector(signs);
END $$;

-- One part of a query: a word, or a phrase. A word that separators divide, such as a path, is the phrase of its parts.
CREATE FUNCTION search_term(folded text) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
SET search_path FROM CURRENT AS $$
DECLARE
  words CONSTANT text := search_words(folded);
  single CONSTANT text := '''' || search_unspaced() || '''';
  pair CONSTANT text := '''' || search_unspaced() || '{2}''';
  term tsquery := '';
  phrase text;
  sign text;
BEGIN
  IF words ~ '\S' THEN term := phraseto_tsquery('search', words); END IF;
  IF octet_length(words) <> char_length(words) THEN
    -- The last character of a run stands for every pair that it begins, and says nothing beside the pair before it
    -- where the phrase ends.
    phrase := regexp_replace(term::text, '(' || pair || ') <-> ' || single || '$', '\1');
    -- Every second pair says all that there is: the planner, which takes pairs for independent, then expects more rows.
    phrase := regexp_replace(phrase, '(' || pair || ') <-> ' || pair || ' <-> (?=' || pair || ')', '\1 <2> ', 'g');
    term := regexp_replace(phrase, '(' || single || ')', '\1:*', 'g')::tsquery;
  END IF;
  FOREACH sign IN ARRAY search_signs(folded) LOOP
    term := term && quote_literal(sign)::tsquery;
  END LOOP;
  -- The key of a task is one word of its own.
  IF folded ~ '^[a-z][a-z0-9]{1,9}-[1-9][0-9]{0,9}$' THEN term := term || quote_literal(folded)::tsquery; END IF;
  RETURN term;
END $$;

-- What somebody typed, as in a web search: words in any order, "a phrase", or, -without. A query without any word or
-- sign finds nothing.
CREATE FUNCTION search_query(typed text) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
SET search_path FROM CURRENT AS $$
DECLARE
  parts CONSTANT text[] := ARRAY(
    SELECT hit[1] FROM regexp_matches(search_folded(typed), '-?"[^"]*"?|[^\s"]+', 'g') AS hit);
  part text;
  term tsquery;
  wanted tsquery := '';
  alternatives tsquery := '';
  is_alternative boolean := false;
BEGIN
  FOR index IN 1 .. cardinality(parts) LOOP
    part := parts[index];
    IF part = 'or' AND numnode(wanted) > 0 AND NOT is_alternative AND index < cardinality(parts) THEN
      is_alternative := true;
      CONTINUE;
    END IF;
    -- One hyphen before a word excludes it; two begin an option of a command line.
    term := search_term(part);
    IF numnode(term) = 0 THEN CONTINUE; END IF;
    IF part ~ '^-[^-]' THEN term := !!search_term(substr(part, 2)); END IF;
    IF is_alternative THEN
      alternatives := alternatives || wanted;
      wanted := term;
    ELSE
      wanted := wanted && term;
    END IF;
    is_alternative := false;
  END LOOP;
  RETURN alternatives || wanted;
END $$;

-- A search is one organization's: the index then finds no rows of others, which would all be read to be left out. The
-- owner of a database may create this extension, which comes with PostgreSQL.
CREATE EXTENSION IF NOT EXISTS btree_gin;

ALTER TABLE tasks DROP COLUMN search;
ALTER TABLE tasks ADD COLUMN search tsvector NOT NULL GENERATED ALWAYS AS
  (search_vector(title || ' ' || coalesce(description, '')) || array_to_tsvector(ARRAY[lower(key)])) STORED;
CREATE INDEX tasks_search_idx ON tasks USING gin (organization_id, search);

ALTER TABLE projects DROP COLUMN search;
ALTER TABLE projects ADD COLUMN search tsvector NOT NULL GENERATED ALWAYS AS
  (search_vector(key || ' ' || name || ' ' || coalesce(description, ''))) STORED;
CREATE INDEX projects_search_idx ON projects USING gin (organization_id, search);

DROP INDEX users_search_idx;
ALTER TABLE users ADD COLUMN search tsvector NOT NULL GENERATED ALWAYS AS (search_vector(name || ' ' || email)) STORED;
CREATE INDEX users_search_idx ON users USING gin (search);
