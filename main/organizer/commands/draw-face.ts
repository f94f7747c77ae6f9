/**
 * "Here is a face": a user draws a box where none was found. The engine describes what is there, so that the face can be
 * recognized and grouped like any other.
 */
import type { Deed } from '../../../preload/contract/labels.ts';
import type { Engine } from '../../engine/engine.ts';
import type { Rect } from '../../engine/face.ts';
import { LOCAL_ACCOUNT } from '../../library/accounts.ts';
import type { Library } from '../../library/library.ts';
import type { Id } from '../../library/store.ts';
import { OrganizerError } from '../organizer-error.ts';
import { needPerson, needPhotos } from './command.ts';

export interface DrawnFace {
  readonly imageId: Id;
  /** In fractions (0..1) of the photo as it is shown. */
  readonly place: Rect;
  /** Whose face it is, if the user has said so. */
  readonly personId?: Id;
}

/** Smaller boxes are a slip of the mouse, px. */
const SMALLEST = 8;

/**
 * Needs the photo's file; the change itself is one entry in the log.
 *
 * @returns the id of the face
 * @throws OrganizerError `not-found` for a photo or person that is gone, `unreadable` when its file is missing,
 *   `small-box` also for one outside the photo; EngineError when the file cannot be decoded any more. Nothing has changed then.
 */
export async function drawFace(
  { library, engine }: { library: Library; engine: Engine },
  drawn: DrawnFace,
  accountId: Id = LOCAL_ACCOUNT,
): Promise<Id> {
  const { imageId, place, personId } = drawn;
  needPhotos(library, [imageId]);
  const image = library.images.byId(imageId);
  const file = library.photoFiles.ofImages([imageId]).find(({ missingAt }) => missingAt === null);
  if (!image || !file) throw new OrganizerError('unreadable', 'The file of this photo is not there any more.');
  const inside = clip(place);
  if (Math.min((inside.right - inside.left) * image.width, (inside.bottom - inside.top) * image.height) < SMALLEST) {
    throw new OrganizerError('small-box', 'A face needs a box of at least 8 pixels inside the photo.');
  }
  const turn = image.rotate === null ? {} : { turn: image.rotate };
  const seen = await engine.analyze({ path: file.path }, { ...turn, at: [inside], embedding: true, attributes: true });
  const [face] = seen.faces;
  if (!face) throw new Error('The engine describes one face for each place.');
  const label: Deed = { does: 'draw-face' };
  return library.change({ name: 'draw-face', label, args: drawn, accountId }, () => {
    // Others had their turn while the engine looked.
    needPhotos(library, [imageId]);
    const rect = inPixels(inside, image);
    const row = { ...face, rect, origin: 'drawn', regionName: null } as const;
    const [faceId] = library.faces.insert(imageId, engine.pack.embeddingModel, [row]);
    if (!faceId) throw new Error('One face in, one id out.');
    if (personId !== undefined) {
      needPerson(library, personId);
      library.persons.assign([{ faceId, personId, how: 'confirmed', confidence: null }]);
    }
    return faceId;
  });
}

const clip = ({ left, top, right, bottom }: Rect): Rect => {
  const within = (value: number): number => Math.min(1, Math.max(0, value));
  return {
    left: within(Math.min(left, right)),
    top: within(Math.min(top, bottom)),
    right: within(Math.max(left, right)),
    bottom: within(Math.max(top, bottom)),
  };
};

const inPixels = ({ left, top, right, bottom }: Rect, { width, height }: { width: number; height: number }): Rect => ({
  left: left * width,
  top: top * height,
  right: right * width,
  bottom: bottom * height,
});
