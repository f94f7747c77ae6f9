/** Which words can be read on the faces of a photo: larger faces first, none over those of another, none over a face. */

export interface FaceWords {
  readonly id: string;
  /** Of the picture as it is seen, px; words hang below its middle. */
  readonly box: Place;
  /** Null for a face that has no name. */
  readonly name: Area | null;
  /** Of what stands below the name; null where nothing is told. */
  readonly attributes: Area | null;
}

/** px. */
interface Area {
  readonly width: number;
  readonly height: number;
}

interface Place extends Area {
  readonly left: number;
  readonly top: number;
}

/** The name and what is below it, the name alone, or nothing until the face is pointed at. */
export type Room = 'all' | 'name' | 'none';

/** @returns by the faces' ids */
export function wordsWithRoom(faces: readonly FaceWords[]): ReadonlyMap<string, Room> {
  const taken: Place[] = [];
  const rooms = new Map<string, Room>();
  for (const face of [...faces].sort((one, other) => other.box.width - one.box.width)) {
    // A name may lie over a face behind: who it is matters more. What one is taken for may not.
    const hidesFace = (place: Place): boolean => faces.some((other) => other !== face && meet(place, other.box));
    const room = (['all', 'name'] as const).find((wanted) => {
      const place = placeOf(face, wanted);
      return (
        place !== null &&
        !taken.some((other) => meet(place, other)) &&
        !(wanted === 'all' && face.attributes && hidesFace(place))
      );
    });
    const place = room && placeOf(face, room);
    if (place) taken.push(place);
    rooms.set(face.id, room ?? 'none');
  }
  return rooms;
}

function placeOf({ box, name, attributes }: FaceWords, wanted: 'all' | 'name'): Place | null {
  const lines = (wanted === 'all' ? [name, attributes] : [name]).filter((area) => area !== null);
  if (lines.length === 0) return null;
  const width = Math.max(...lines.map((line) => line.width));
  const height = lines.reduce((sum, line) => sum + line.height, 0);
  return { left: box.left + (box.width - width) / 2, top: box.top + box.height, width, height };
}

const meet = (one: Place, other: Place): boolean =>
  one.left < other.left + other.width &&
  other.left < one.left + one.width &&
  one.top < other.top + other.height &&
  other.top < one.top + one.height;
