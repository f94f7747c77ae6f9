/**
 * How much a face says about who it is. Measured on WIDER FACE and LFW (645 faces of crowds against 3,618, all strangers),
 * at the similarity that groups ask for, which one in 30,000 pairs of good faces reaches: of pairs whose better face is
 * below quality .15 it is one in 500, for the blurred ones of a few pixels one in three, and even against faces of
 * quality .15 to .3 those reach it in one pair of 100. Whatever is compared with a face of .5 or better: one in 10,000. The
 * detector is less sure than .9 of one in 50 faces that are large and crisp, and of most ears, hands and letters that it
 * takes for faces.
 */
import type { GalleryFace } from './gallery.ts';

const POOR_BELOW = 0.15;
const CLEAR_FROM = 0.5;
const SURELY_A_FACE = 0.9;

type Usable = Pick<GalleryFace, 'quality' | 'score'>;

/** May be no face at all. */
export const isDoubtful = ({ score }: Pick<Usable, 'score'>): boolean => score < SURELY_A_FACE;

/** May join a group or be suggested, where there is a clear face to go by, but shapes neither. */
export const isPoor = (face: Usable): boolean => face.quality < POOR_BELOW || isDoubtful(face);

/** Poor faces may go by it. */
export const isClear = (face: Usable): boolean => face.quality >= CLEAR_FROM && !isDoubtful(face);
