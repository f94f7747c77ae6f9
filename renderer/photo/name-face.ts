/** A name for a face: for its whole group where nobody has named that yet, for the face alone otherwise. */
import { call } from '../bridge.ts';
import type { IfNameTaken } from '../people/naming/name-field.tsx';
import { unlessNameTaken } from '../people/naming/unless-name-taken.ts';
import type { PhotoFace } from './attribute-words.ts';
import { changePhoto } from './open-photo.ts';

const groupOf = ({ person, groupId }: PhotoFace): string | null => (person === null ? groupId : null);

/** @returns whether somebody has the name already and has to be told apart first */
export function nameFace(face: PhotoFace, name: string, ifNameTaken?: IfNameTaken): Promise<boolean> {
  const id = groupOf(face);
  return unlessNameTaken(
    id === null
      ? call('faces.name', { ids: [face.id], name, ifNameTaken })
      : call('unnamed.name', { id, name, ifNameTaken }),
    changePhoto,
  );
}

export async function faceIs(face: PhotoFace, personId: string): Promise<void> {
  const id = groupOf(face);
  await changePhoto(() =>
    id === null ? call('faces.confirm', { ids: [face.id], personId }) : call('unnamed.join', { id, personId }),
  );
}
