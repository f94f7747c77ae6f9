-- A photo that does not say when it was taken stands in the timeline by its file's age, and cameras write the wall clock:
-- so does file_at from now on, as if that were UTC. It was UTC, which is another day for photos of the evening or morning.
UPDATE image SET file_at = unixepoch(file_at / 1000, 'unixepoch', 'localtime') * 1000 WHERE file_at IS NOT NULL;
