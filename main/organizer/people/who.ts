/** Who is this? Any face, asked of a group or of all people; of a face set; of another face or a person. */
import type { Library } from '../../library/library.ts';
import type { Id } from '../../library/store.ts';
import type { Likely, Likeness } from './likeness.ts';
import type { Recognized } from './recognition.ts';

interface Asked {
  readonly library: Library;
  readonly likeness: Likeness;
  readonly faceId: Id;
}

/**
 * Whom of these people a face looks like: each as sure as the most alike of their other faces.
 *
 * @param among faces with their persons
 */
export async function identify({ likeness, faceId }: Asked, among: readonly PersonsFace[]): Promise<Recognized[]> {
  const others = among.filter((face) => face.faceId !== faceId);
  await likeness.train([faceId]);
  const confidences = await likeness.confidences(
    faceId,
    others.map((face) => face.faceId),
  );
  const best = new Map<Id, number>();
  for (const [i, { personId }] of others.entries()) {
    best.set(personId, Math.max(best.get(personId) ?? 0, confidences[i] ?? 0));
  }
  return [...best]
    .map(([personId, confidence]) => ({ personId, confidence }))
    .sort((a, b) => b.confidence - a.confidence || (a.personId < b.personId ? -1 : 1));
}

interface PersonsFace {
  readonly personId: Id;
  readonly faceId: Id;
}

/** The most alike faces of a face set, the face itself not among them. */
export async function findInFaceset({ library, likeness, faceId }: Asked, id: Id, limit: number): Promise<Likely[]> {
  const members = library.facesets.members(id).filter((member) => member !== faceId);
  await likeness.train([faceId, ...members]);
  return likeness.best(faceId, members, limit);
}

/** How sure it is that two faces show one person. */
export async function compareFaces({ likeness, faceId }: Asked, otherId: Id): Promise<number> {
  await likeness.train([faceId, otherId]);
  return likeness.confidence(faceId, otherId);
}

/** How sure it is that a face is a person: by the most alike of the person's other faces. */
export async function compareWithPerson({ library, likeness, faceId }: Asked, personId: Id): Promise<number> {
  const others = library.persons.faces(personId).filter((other) => other !== faceId);
  await likeness.train([faceId, ...others]);
  return Math.max(0, ...(await likeness.confidences(faceId, others)));
}
