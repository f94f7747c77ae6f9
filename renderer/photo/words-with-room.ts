/** Which words can be read on the faces of a photo: larger faces first, and none over those of another. */

export interface FaceWords {
  readonly id: string;
  /** The middle of the box's lower edge, px of the picture as it is seen; words hang below it. */
  readonly x: number;
  readonly y: number;
  /** Of the box, px. */
  readonly size: number;
  /** Width and height of the name, px; null for a face that has none. */
  readonly name: Area | null;
  /** Of what stands below the name; null where nothing is told. */
  readonly attributes: Area | null;
}

interface Area {
  readonly width: number;
  readonly height: number;
}

/** The name and what is below it, the name alone, or nothing until the face is pointed at. */
export type Room = 'all' | 'name' | 'none';

interface Place extends Area {
  readonly left: number;
  readonly top: number;
}

/** @returns by the faces' ids */
export function wordsWithRoom(faces: readonly FaceWords[]): ReadonlyMap<string, Room> {
  const taken: Place[] = [];
  const rooms = new Map<string, Room>();
  for (const face of [...faces].sort((one, other) => other.size - one.size)) {
    const room = (['all', 'name'] as const).find((wanted) => {
      const place = placeOf(face, wanted);
      return place !== null && !taken.some((other) => meet(place, other));
    });
    const place = room && placeOf(face, room);
    if (place) taken.push(place);
    rooms.set(face.id, room ?? 'none');
  }
  return rooms;
}

function placeOf({ x, y, name, attributes }: FaceWords, wanted: 'all' | 'name'): Place | null {
  const lines = (wanted === 'all' ? [name, attributes] : [name]).filter((area) => area !== null);
  if (lines.length === 0) return null;
  const width = Math.max(...lines.map((line) => line.width));
  const height = lines.reduce((sum, line) => sum + line.height, 0);
  return { left: x - width / 2, top: y, width, height };
}

const meet = (one: Place, other: Place): boolean =>
  one.left < other.left + other.width &&
  other.left < one.left + one.width &&
  one.top < other.top + other.height &&
  other.top < one.top + one.height;
