/** A name for a face: for its whole group where nobody has named that yet, for the face alone otherwise. */
import { call } from '../bridge.ts';
import type { PhotoFace } from './attribute-words.ts';
import { changePhoto } from './open-photo.ts';

const groupOf = ({ person, groupId }: PhotoFace): string | null => (person === null ? groupId : null);

const isNameTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'name-taken';

/** @returns whether somebody has the name already and has to be told apart first */
export async function nameFace(face: PhotoFace, name: string, ifNameTaken?: 'merge' | 'another'): Promise<boolean> {
  const id = groupOf(face);
  const answer =
    id === null
      ? call('faces.name', { ids: [face.id], name, ifNameTaken })
      : call('unnamed.name', { id, name, ifNameTaken });
  const isTaken = await answer.then(() => false, isNameTaken);
  if (!isTaken) await changePhoto(() => answer);
  return isTaken;
}

export async function faceIs(face: PhotoFace, personId: string): Promise<void> {
  const id = groupOf(face);
  await changePhoto(() =>
    id === null ? call('faces.confirm', { ids: [face.id], personId }) : call('unnamed.join', { id, personId }),
  );
}
