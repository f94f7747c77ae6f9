/**
 * Who is in a face set or a group, remembered between calls. The library is asked each time whether that is still true;
 * reading ten thousand members anew takes longer than comparing them all.
 */
import type { Library } from '../library/library.ts';
import type { Id } from '../library/store.ts';

/** The persons of a group and all their faces; `owners[i]` is the place in `persons` of the person of `faces[i]`. */
export interface GroupMembers {
  readonly persons: readonly { readonly person_id: Id; readonly name: string }[];
  readonly faces: readonly Id[];
  readonly owners: readonly number[];
}

interface Remembered<Value> {
  readonly news: number;
  readonly value: Value;
}

/** Most face sets and most groups that are remembered: 100,000 ids take about 6 MB. */
const MOST = 32;

export class Members {
  readonly #library: Library;
  readonly #facesets = new Map<Id, Remembered<readonly Id[]>>();
  readonly #groups = new Map<Id, Remembered<GroupMembers>>();

  constructor(library: Library) {
    this.#library = library;
  }

  /** Faces in the order of adding: the same array as long as nothing has changed. */
  ofFaceset(id: Id): readonly Id[] {
    const { facesets, memberNews } = this.#library;
    return remember(this.#facesets, id, memberNews.ofFaceset(id), () => facesets.members(id));
  }

  /** Persons in the order of joining, with the faces that each has: the same object as long as nothing has changed. */
  ofGroup(id: Id): GroupMembers {
    const { persons, memberNews } = this.#library;
    return remember(this.#groups, id, memberNews.ofGroup(id), () => {
      const members = persons.ofGroup(id);
      const place = new Map(members.map((person, i) => [person.id, i]));
      const faces = persons.facesOfGroup(id);
      return {
        persons: members.map((person) => ({ person_id: person.id, name: person.name })),
        faces: faces.map(({ faceId }) => faceId),
        owners: faces.map(({ personId }) => place.get(personId) ?? 0),
      };
    });
  }
}

/** The least recently asked is forgotten first. */
function remember<Value>(known: Map<Id, Remembered<Value>>, id: Id, news: number, read: () => Value): Value {
  const before = known.get(id);
  const entry = before?.news === news ? before : { news, value: read() };
  known.delete(id);
  known.set(id, entry);
  const [oldest] = known.keys();
  if (known.size > MOST && oldest !== undefined) known.delete(oldest);
  return entry.value;
}
