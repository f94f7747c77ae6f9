-- The library from empty. Times are milliseconds since 1970 (UTC) except image.taken_at, which is the wall clock of the
-- camera. Ids are 32 lower-case hex digits. Lists that keep the order of adding have a position, because row ids change
-- when a file is vacuumed.

CREATE TABLE account (
  id         TEXT PRIMARY KEY,
  name       TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE api_key (
  id             TEXT PRIMARY KEY,
  account_id     TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
  name           TEXT NOT NULL,
  key_hash       TEXT NOT NULL UNIQUE,
  secret_hash    TEXT NOT NULL,
  permissions    TEXT NOT NULL CHECK (json_valid(permissions)),
  quotas         TEXT NOT NULL CHECK (json_valid(quotas)),
  rate_calls     INTEGER NOT NULL,
  rate_seconds   INTEGER NOT NULL,
  image_lifetime INTEGER NOT NULL,
  task_lifetime  INTEGER NOT NULL,
  async          TEXT NOT NULL DEFAULT 'auto' CHECK (async IN ('auto', 'always', 'never')),
  created_at     INTEGER NOT NULL,
  used_at        INTEGER,
  expires_at     INTEGER,
  revoked_at     INTEGER
) STRICT;
CREATE INDEX api_key_account ON api_key (account_id);

-- A photo of the user (origin 'library', has files, never expires) or one sent to the API ('upload', bytes not kept).
CREATE TABLE image (
  id               TEXT PRIMARY KEY,
  account_id       TEXT NOT NULL REFERENCES account,
  origin           TEXT NOT NULL CHECK (origin IN ('library', 'upload')),
  sha256           TEXT NOT NULL,
  format           TEXT NOT NULL,
  bytes            INTEGER NOT NULL,
  width            INTEGER NOT NULL,
  height           INTEGER NOT NULL,
  exif_orientation INTEGER CHECK (exif_orientation BETWEEN 1 AND 8),
  rotate           TEXT CHECK (rotate IN ('cw90', 'cw180', 'cw270')),
  taken_at         TEXT,
  utc_offset       INTEGER,
  camera           TEXT,
  lens             TEXT,
  latitude         REAL,
  longitude        REAL,
  rating           INTEGER CHECK (rating BETWEEN 0 AND 5),
  user_data        TEXT NOT NULL DEFAULT '',
  file_at          INTEGER,
  created_at       INTEGER NOT NULL,
  expires_at       INTEGER,
  deleted_at       INTEGER,
  analyzed_at      INTEGER,
  analyzed_by      TEXT,
  -- Where the photo stands in the timeline: when taken, else the age of its file, else when it came in.
  timeline_at      TEXT NOT NULL GENERATED ALWAYS AS (
    coalesce(taken_at, strftime('%Y-%m-%dT%H:%M:%S', coalesce(file_at, created_at) / 1000, 'unixepoch'))
  ) VIRTUAL,
  CHECK (origin = 'upload' OR expires_at IS NULL)
) STRICT;
CREATE UNIQUE INDEX image_hash ON image (account_id, sha256) WHERE origin = 'library';
CREATE INDEX image_timeline ON image (account_id, timeline_at, id) WHERE origin = 'library' AND deleted_at IS NULL;
CREATE INDEX image_expiry ON image (expires_at) WHERE expires_at IS NOT NULL;

CREATE TABLE photo_file (
  path       TEXT PRIMARY KEY,
  image_id   TEXT NOT NULL REFERENCES image ON DELETE CASCADE,
  bytes      INTEGER NOT NULL,
  mtime      REAL NOT NULL,
  seen_at    INTEGER NOT NULL,
  missing_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX photo_file_image ON photo_file (image_id);
CREATE INDEX photo_file_missing ON photo_file (missing_at) WHERE missing_at IS NOT NULL;

-- Small on purpose: what lists and counts read. Landmarks and the crop are in tables of their own.
CREATE TABLE face (
  id                 TEXT PRIMARY KEY,
  account_id         TEXT NOT NULL REFERENCES account,
  image_id           TEXT NOT NULL REFERENCES image ON DELETE CASCADE,
  position           INTEGER NOT NULL,
  origin             TEXT NOT NULL CHECK (origin IN ('detected', 'drawn', 'metadata')),
  region_name        TEXT,
  rect_left          REAL NOT NULL,
  rect_top           REAL NOT NULL,
  rect_right         REAL NOT NULL,
  rect_bottom        REAL NOT NULL,
  score              REAL NOT NULL,
  eye_dist           REAL NOT NULL,
  quality            REAL NOT NULL,
  size               REAL NOT NULL,
  sharpness          REAL NOT NULL,
  yaw                REAL NOT NULL,
  pitch              REAL NOT NULL,
  roll               REAL NOT NULL,
  age                INTEGER,
  gender             INTEGER,
  attractive         INTEGER,
  eyeglass           INTEGER,
  sunglass           INTEGER,
  smile              INTEGER,
  attributes_asked   INTEGER NOT NULL DEFAULT 0 CHECK (attributes_asked IN (0, 1)),
  landmarks106_asked INTEGER NOT NULL DEFAULT 0 CHECK (landmarks106_asked IN (0, 1)),
  created_at         INTEGER NOT NULL,
  expires_at         INTEGER,
  hidden_at          INTEGER,
  deleted_at         INTEGER
) STRICT;
CREATE INDEX face_image ON face (image_id, position);
CREATE INDEX face_seen ON face (account_id) WHERE hidden_at IS NULL AND deleted_at IS NULL;
CREATE INDEX face_expiry ON face (expires_at) WHERE expires_at IS NOT NULL;

-- Little-endian float32, x and y in turn, pixels of the upright photo.
CREATE TABLE face_landmarks (
  face_id   TEXT PRIMARY KEY REFERENCES face ON DELETE CASCADE,
  points21  BLOB NOT NULL,
  points106 BLOB NOT NULL
) STRICT;

-- The aligned face as JPEG: a later model can embed it without the original.
CREATE TABLE face_crop (
  face_id TEXT PRIMARY KEY REFERENCES face ON DELETE CASCADE,
  jpeg    BLOB NOT NULL
) STRICT;

-- Little-endian float32. `seq` is the order of arrival, in which an index is filled.
CREATE TABLE embedding (
  seq     INTEGER PRIMARY KEY AUTOINCREMENT,
  face_id TEXT NOT NULL REFERENCES face ON DELETE CASCADE,
  model   TEXT NOT NULL,
  vector  BLOB NOT NULL,
  UNIQUE (face_id, model)
) STRICT;

CREATE TABLE person (
  id           TEXT PRIMARY KEY,
  account_id   TEXT NOT NULL REFERENCES account,
  name         TEXT NOT NULL,
  user_data    TEXT NOT NULL DEFAULT '',
  notes        TEXT NOT NULL DEFAULT '',
  feature_face TEXT REFERENCES face ON DELETE SET NULL,
  created_at   INTEGER NOT NULL,
  hidden_at    INTEGER
) STRICT;
CREATE INDEX person_account ON person (account_id, name COLLATE NOCASE);
CREATE INDEX person_feature_face ON person (feature_face) WHERE feature_face IS NOT NULL;

-- A face is in at most one person. image_id and quality repeat the face's, which never change, so that counts and cover
-- pictures of all people need no look at the faces. Two faces of one photo are never both put here by the machine.
CREATE TABLE person_face (
  face_id    TEXT PRIMARY KEY REFERENCES face ON DELETE CASCADE,
  person_id  TEXT NOT NULL REFERENCES person ON DELETE CASCADE,
  image_id   TEXT NOT NULL,
  quality    REAL NOT NULL,
  how        TEXT NOT NULL CHECK (how IN ('confirmed', 'automatic')),
  confidence REAL,
  position   INTEGER NOT NULL,
  added_at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX person_face_order ON person_face (person_id, position);
CREATE INDEX person_face_best ON person_face (person_id, quality);
CREATE INDEX person_face_image ON person_face (person_id, image_id);
CREATE UNIQUE INDEX person_face_automatic ON person_face (person_id, image_id) WHERE how = 'automatic';

-- A group of unknown faces that look like one person. A face is in at most one, and in none once it has a person.
CREATE TABLE cluster (
  id         TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account,
  created_at INTEGER NOT NULL,
  hidden_at  INTEGER
) STRICT;
CREATE INDEX cluster_account ON cluster (account_id);

CREATE TABLE cluster_face (
  face_id    TEXT PRIMARY KEY REFERENCES face ON DELETE CASCADE,
  cluster_id TEXT NOT NULL REFERENCES cluster ON DELETE CASCADE,
  image_id   TEXT NOT NULL,
  quality    REAL NOT NULL,
  how        TEXT NOT NULL CHECK (how IN ('confirmed', 'automatic')),
  added_at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX cluster_face_best ON cluster_face (cluster_id, quality);
CREATE UNIQUE INDEX cluster_face_automatic ON cluster_face (cluster_id, image_id) WHERE how = 'automatic';

-- "This face is not that person", for ever; and the same of a cluster, after a split.
CREATE TABLE rejection (
  face_id   TEXT NOT NULL REFERENCES face ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES person ON DELETE CASCADE,
  added_at  INTEGER NOT NULL,
  PRIMARY KEY (face_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX rejection_person ON rejection (person_id);

CREATE TABLE cluster_rejection (
  face_id    TEXT NOT NULL REFERENCES face ON DELETE CASCADE,
  cluster_id TEXT NOT NULL REFERENCES cluster ON DELETE CASCADE,
  added_at   INTEGER NOT NULL,
  PRIMARY KEY (face_id, cluster_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX cluster_rejection_cluster ON cluster_rejection (cluster_id);

CREATE TABLE person_group (
  id         TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account,
  name       TEXT NOT NULL,
  user_data  TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX person_group_account ON person_group (account_id, name COLLATE NOCASE);

CREATE TABLE group_member (
  group_id  TEXT NOT NULL REFERENCES person_group ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES person ON DELETE CASCADE,
  position  INTEGER NOT NULL,
  added_at  INTEGER NOT NULL,
  PRIMARY KEY (group_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX group_member_order ON group_member (group_id, position);
CREATE INDEX group_member_person ON group_member (person_id);

CREATE TABLE faceset (
  id         TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account,
  name       TEXT NOT NULL,
  user_data  TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX faceset_account ON faceset (account_id, name COLLATE NOCASE);

-- A member stays although its id has expired, until it is taken out.
CREATE TABLE faceset_member (
  faceset_id TEXT NOT NULL REFERENCES faceset ON DELETE CASCADE,
  face_id    TEXT NOT NULL REFERENCES face ON DELETE CASCADE,
  position   INTEGER NOT NULL,
  added_at   INTEGER NOT NULL,
  PRIMARY KEY (faceset_id, face_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX faceset_member_order ON faceset_member (faceset_id, position);
CREATE INDEX faceset_member_face ON faceset_member (face_id);

CREATE TABLE album (
  id         TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account,
  name       TEXT NOT NULL,
  user_data  TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX album_account ON album (account_id, name COLLATE NOCASE);

CREATE TABLE album_photo (
  album_id TEXT NOT NULL REFERENCES album ON DELETE CASCADE,
  image_id TEXT NOT NULL REFERENCES image ON DELETE CASCADE,
  position INTEGER NOT NULL,
  added_at INTEGER NOT NULL,
  PRIMARY KEY (album_id, image_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX album_photo_order ON album_photo (album_id, position);
CREATE INDEX album_photo_image ON album_photo (image_id);

CREATE TABLE tag (
  id         TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account,
  name       TEXT NOT NULL COLLATE NOCASE,
  UNIQUE (account_id, name)
) STRICT;

CREATE TABLE image_tag (
  image_id TEXT NOT NULL REFERENCES image ON DELETE CASCADE,
  tag_id   TEXT NOT NULL REFERENCES tag ON DELETE CASCADE,
  PRIMARY KEY (image_id, tag_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX image_tag_tag ON image_tag (tag_id);

CREATE TABLE import_job (
  id          TEXT PRIMARY KEY,
  account_id  TEXT NOT NULL REFERENCES account,
  roots       TEXT NOT NULL CHECK (json_valid(roots)),
  options     TEXT NOT NULL CHECK (json_valid(options)),
  state       TEXT NOT NULL CHECK (state IN ('running', 'paused', 'done', 'cancelled')),
  discovered  INTEGER NOT NULL DEFAULT 0 CHECK (discovered IN (0, 1)),
  created_at  INTEGER NOT NULL,
  finished_at INTEGER
) STRICT;
CREATE INDEX import_job_created ON import_job (created_at);

CREATE TABLE import_file (
  job_id     TEXT NOT NULL REFERENCES import_job ON DELETE CASCADE,
  path       TEXT NOT NULL,
  state      TEXT NOT NULL CHECK (state IN ('pending', 'done', 'duplicate', 'failed', 'skipped')),
  attempts   INTEGER NOT NULL DEFAULT 0,
  code       TEXT,
  message    TEXT,
  image_id   TEXT REFERENCES image ON DELETE SET NULL,
  faces      INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (job_id, path)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_file_state ON import_file (job_id, state, path, faces);
CREATE INDEX import_file_image ON import_file (image_id) WHERE image_id IS NOT NULL;

CREATE TABLE task (
  id          TEXT PRIMARY KEY,
  account_id  TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
  endpoint    TEXT NOT NULL,
  params      TEXT NOT NULL CHECK (json_valid(params)),
  state       TEXT NOT NULL CHECK (state IN ('pending', 'processing', 'done', 'failed')),
  result      TEXT CHECK (result IS NULL OR json_valid(result)),
  reason      TEXT,
  created_at  INTEGER NOT NULL,
  finished_at INTEGER,
  expires_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX task_state ON task (state, created_at);
CREATE INDEX task_account ON task (account_id);
CREATE INDEX task_expiry ON task (expires_at);

CREATE TABLE setting (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

-- What a person did, newest last, with every row and cell it touched: undo and redo read and write only these.
CREATE TABLE change_log (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
  name       TEXT NOT NULL,
  label      TEXT NOT NULL,
  args       TEXT NOT NULL CHECK (json_valid(args)),
  made_at    INTEGER NOT NULL,
  undone     INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
  row_count  INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX change_log_account ON change_log (account_id, undone, id);

CREATE TABLE change_row (
  id         INTEGER PRIMARY KEY,
  change_id  INTEGER NOT NULL REFERENCES change_log ON DELETE CASCADE,
  table_name TEXT NOT NULL,
  row_key    TEXT NOT NULL CHECK (json_valid(row_key)),
  operation  TEXT NOT NULL CHECK (operation IN ('insert', 'update', 'delete'))
) STRICT;
CREATE INDEX change_row_change ON change_row (change_id, id);

CREATE TABLE change_cell (
  row_id      INTEGER NOT NULL REFERENCES change_row ON DELETE CASCADE,
  column_name TEXT NOT NULL,
  before      ANY,
  after       ANY,
  PRIMARY KEY (row_id, column_name)
) STRICT, WITHOUT ROWID;

-- The newest thing that happened to each face, by whatever process: an index of faces follows by asking what is newer
-- than what it has seen. A row outlives its face, so that a face that is gone is news too.
CREATE TABLE face_news (
  seq     INTEGER PRIMARY KEY AUTOINCREMENT,
  face_id TEXT NOT NULL UNIQUE
) STRICT;

CREATE TRIGGER face_added AFTER INSERT ON face BEGIN
  DELETE FROM face_news WHERE face_id = NEW.id;
  INSERT INTO face_news (face_id) VALUES (NEW.id);
END;
CREATE TRIGGER face_shown AFTER UPDATE OF hidden_at, deleted_at, expires_at ON face BEGIN
  DELETE FROM face_news WHERE face_id = NEW.id;
  INSERT INTO face_news (face_id) VALUES (NEW.id);
END;
CREATE TRIGGER face_removed AFTER DELETE ON face BEGIN
  DELETE FROM face_news WHERE face_id = OLD.id;
  INSERT INTO face_news (face_id) VALUES (OLD.id);
END;
CREATE TRIGGER embedding_added AFTER INSERT ON embedding BEGIN
  DELETE FROM face_news WHERE face_id = NEW.face_id;
  INSERT INTO face_news (face_id) VALUES (NEW.face_id);
END;
CREATE TRIGGER embedding_changed AFTER UPDATE ON embedding BEGIN
  DELETE FROM face_news WHERE face_id = NEW.face_id;
  INSERT INTO face_news (face_id) VALUES (NEW.face_id);
END;
CREATE TRIGGER person_face_added AFTER INSERT ON person_face BEGIN
  DELETE FROM face_news WHERE face_id = NEW.face_id;
  INSERT INTO face_news (face_id) VALUES (NEW.face_id);
END;
CREATE TRIGGER person_face_changed AFTER UPDATE ON person_face BEGIN
  DELETE FROM face_news WHERE face_id = NEW.face_id;
  INSERT INTO face_news (face_id) VALUES (NEW.face_id);
END;
CREATE TRIGGER person_face_removed AFTER DELETE ON person_face BEGIN
  DELETE FROM face_news WHERE face_id = OLD.face_id;
  INSERT INTO face_news (face_id) VALUES (OLD.face_id);
END;
CREATE TRIGGER cluster_face_added AFTER INSERT ON cluster_face BEGIN
  DELETE FROM face_news WHERE face_id = NEW.face_id;
  INSERT INTO face_news (face_id) VALUES (NEW.face_id);
END;
CREATE TRIGGER cluster_face_changed AFTER UPDATE ON cluster_face BEGIN
  DELETE FROM face_news WHERE face_id = NEW.face_id;
  INSERT INTO face_news (face_id) VALUES (NEW.face_id);
END;
CREATE TRIGGER cluster_face_removed AFTER DELETE ON cluster_face BEGIN
  DELETE FROM face_news WHERE face_id = OLD.face_id;
  INSERT INTO face_news (face_id) VALUES (OLD.face_id);
END;
