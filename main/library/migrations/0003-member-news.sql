-- The newest change of what is in each face set, group and person, by whatever process. Whoever remembers the members
-- of one asks whether there is news since, instead of reading them all again.
CREATE TABLE member_news (
  seq      INTEGER PRIMARY KEY AUTOINCREMENT,
  owner_id TEXT NOT NULL UNIQUE
) STRICT;

CREATE TRIGGER faceset_member_added AFTER INSERT ON faceset_member BEGIN
  DELETE FROM member_news WHERE owner_id = NEW.faceset_id;
  INSERT INTO member_news (owner_id) VALUES (NEW.faceset_id);
END;
CREATE TRIGGER faceset_member_removed AFTER DELETE ON faceset_member BEGIN
  DELETE FROM member_news WHERE owner_id = OLD.faceset_id;
  INSERT INTO member_news (owner_id) VALUES (OLD.faceset_id);
END;
CREATE TRIGGER group_member_added AFTER INSERT ON group_member BEGIN
  DELETE FROM member_news WHERE owner_id = NEW.group_id;
  INSERT INTO member_news (owner_id) VALUES (NEW.group_id);
END;
CREATE TRIGGER group_member_removed AFTER DELETE ON group_member BEGIN
  DELETE FROM member_news WHERE owner_id = OLD.group_id;
  INSERT INTO member_news (owner_id) VALUES (OLD.group_id);
END;
CREATE TRIGGER person_member_added AFTER INSERT ON person_face BEGIN
  DELETE FROM member_news WHERE owner_id = NEW.person_id;
  INSERT INTO member_news (owner_id) VALUES (NEW.person_id);
END;
CREATE TRIGGER person_member_moved AFTER UPDATE OF person_id ON person_face BEGIN
  DELETE FROM member_news WHERE owner_id IN (OLD.person_id, NEW.person_id);
  INSERT INTO member_news (owner_id) VALUES (OLD.person_id);
  INSERT INTO member_news (owner_id) SELECT NEW.person_id WHERE NEW.person_id <> OLD.person_id;
END;
CREATE TRIGGER person_member_removed AFTER DELETE ON person_face BEGIN
  DELETE FROM member_news WHERE owner_id = OLD.person_id;
  INSERT INTO member_news (owner_id) VALUES (OLD.person_id);
END;
CREATE TRIGGER person_renamed AFTER UPDATE OF name ON person BEGIN
  DELETE FROM member_news WHERE owner_id = NEW.id;
  INSERT INTO member_news (owner_id) VALUES (NEW.id);
END;
