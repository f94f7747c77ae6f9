-- The window lays out its whole grid from the timeline's index alone, and its filter menu from the other.
DROP INDEX image_timeline;
CREATE INDEX image_timeline ON image (account_id, timeline_at, id, width, height)
  WHERE origin = 'library' AND deleted_at IS NULL;
CREATE INDEX image_camera ON image (account_id, camera) WHERE origin = 'library' AND deleted_at IS NULL;

-- Photos in the bin: few, and in no other list.
CREATE INDEX image_deleted ON image (account_id, timeline_at, id) WHERE origin = 'library' AND deleted_at IS NOT NULL;

-- Which photos show faces, and how many, without a look at the faces.
CREATE INDEX face_shown ON face (image_id, id) WHERE hidden_at IS NULL AND deleted_at IS NULL;
