-- Keys of the local API. Nothing has ever written to the table of version 1, which could neither allow single endpoints
-- nor switch downloads off. `allow` and `deny` are lists of paths; no `allow` means all. Lifetimes in seconds.
DROP TABLE api_key;
CREATE TABLE api_key (
  id            TEXT PRIMARY KEY,
  account_id    TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
  name          TEXT NOT NULL,
  secret_hash   TEXT NOT NULL,
  allow         TEXT CHECK (allow IS NULL OR json_valid(allow)),
  deny          TEXT NOT NULL CHECK (json_valid(deny)),
  quotas        TEXT NOT NULL CHECK (json_valid(quotas)),
  rate_calls    INTEGER NOT NULL CHECK (rate_calls > 0),
  rate_seconds  INTEGER NOT NULL CHECK (rate_seconds > 0),
  id_lifetime   INTEGER NOT NULL CHECK (id_lifetime > 0),
  task_lifetime INTEGER NOT NULL CHECK (task_lifetime > 0),
  async         TEXT NOT NULL CHECK (async IN ('auto', 'always', 'never')),
  downloads     INTEGER NOT NULL CHECK (downloads IN (0, 1)),
  created_at    INTEGER NOT NULL,
  used_at       INTEGER,
  expires_at    INTEGER,
  revoked_at    INTEGER
) STRICT;
CREATE INDEX api_key_account ON api_key (account_id);
CREATE INDEX api_key_created ON api_key (created_at);

-- An account is called by its name on the command line.
CREATE UNIQUE INDEX account_name ON account (name COLLATE NOCASE);
