/** How much there is: the figures of the status line. */
import type { Id, Store } from './store.ts';

export interface Counts {
  readonly photos: number;
  readonly files: number;
  readonly missingFiles: number;
  /** Faces of the library's photos to be seen: not deleted, not hidden. Those sent to the API are not among them. */
  readonly faces: number;
  readonly persons: number;
  readonly clusters: number;
  /** Faces that have a person; those that wait in a cluster; those in neither. */
  readonly namedFaces: number;
  readonly clusteredFaces: number;
  readonly looseFaces: number;
}

interface Found extends Omit<Counts, 'faces' | 'namedFaces' | 'looseFaces'> {
  readonly allFaces: number;
  readonly uploadedFaces: number;
  readonly allNamedFaces: number;
  readonly uploadedNamedFaces: number;
}

export function counts(store: Store): (accountId: Id) => Counts {
  const all = store.rows<[{ accountId: Id }], Found>(`
    SELECT
      (SELECT count(*) FROM image
        WHERE account_id = @accountId AND origin = 'library' AND deleted_at IS NULL) AS photos,
      (SELECT count(*) FROM photo_file) AS files,
      (SELECT count(*) FROM photo_file WHERE missing_at IS NOT NULL) AS missingFiles,
      (SELECT count(*) FROM face
        WHERE account_id = @accountId AND hidden_at IS NULL AND deleted_at IS NULL) AS allFaces,
      -- Of images sent to the API, which alone expire: few, and found by their own index.
      (SELECT count(*) FROM face WHERE expires_at IS NOT NULL AND account_id = @accountId) AS uploadedFaces,
      (SELECT count(*) FROM face JOIN person_face ON person_face.face_id = face.id
        WHERE face.expires_at IS NOT NULL AND face.account_id = @accountId) AS uploadedNamedFaces,
      (SELECT count(*) FROM person WHERE account_id = @accountId) AS persons,
      (SELECT count(*) FROM cluster WHERE account_id = @accountId) AS clusters,
      (SELECT count(*) FROM person JOIN person_face ON person_face.person_id = person.id
        WHERE person.account_id = @accountId) AS allNamedFaces,
      (SELECT count(*) FROM cluster JOIN cluster_face ON cluster_face.cluster_id = cluster.id
        WHERE cluster.account_id = @accountId) AS clusteredFaces`);

  return (accountId) => {
    const found = all.get({ accountId });
    if (!found) throw new Error('A query of counts alone always has one row.');
    const { allFaces, uploadedFaces, allNamedFaces, uploadedNamedFaces, ...counts } = found;
    const faces = allFaces - uploadedFaces;
    const namedFaces = allNamedFaces - uploadedNamedFaces;
    return { ...counts, faces, namedFaces, looseFaces: faces - namedFaces - counts.clusteredFaces };
  };
}
