/** Photos put upright: WIDER and LFW photos with a face of 60 px or more, as they are and in their three other turns. */
import { decodePhoto } from '../../../main/engine/decode/decode-photo.ts';
import type { Turn } from '../../../main/engine/face.ts';
import type { Models } from '../../../main/engine/load-models.ts';
import { findTurn } from '../../../main/engine/orientation.ts';
import { turn } from '../../../main/engine/pixels/turn.ts';
import { peoplePhotos } from './lfw.ts';
import { percent, type Row } from './row.ts';
import { widerPhotos } from './wider.ts';

/** Only photos that show at least one face of this many px are asked for. */
const CLEAR_FACE = 60;
/** Every so many photos of LFW: they are all alike in this. */
const EVERY = 25;
const MENDED_BY: Record<Turn, Turn> = { cw90: 'cw270', cw180: 'cw180', cw270: 'cw90' };
const TURNS = ['cw90', 'cw180', 'cw270'] as const;

export async function orientation({ detector, mesh }: Models): Promise<Row[]> {
  const clear = widerPhotos().filter(({ faces }) => faces.some(({ ignored, size }) => !ignored && size >= CLEAR_FACE));
  const paths = [
    ...clear.map(({ path }) => path),
    ...peoplePhotos()
      .filter((_, i) => i % EVERY === 0)
      .map(({ path }) => path),
  ];
  let kept = 0;
  let mended = 0;
  for (const path of paths) {
    const { photo } = await decodePhoto({ path });
    if ((await findTurn(photo, detector, mesh)) === null) kept++;
    for (const by of TURNS) {
      if ((await findTurn(turn(photo, by), detector, mesh)) === MENDED_BY[by]) mended++;
    }
  }
  const share = mended / (TURNS.length * paths.length);
  return [
    {
      what: `turned photos put upright (${paths.length} photos in three turns)`,
      measured: percent(share, 1),
      study: '91-97 %',
      bar: { wanted: '>= 95 %', holds: share >= 0.95 },
    },
    {
      what: 'upright photos left as they are',
      measured: percent(kept / paths.length, 1),
      study: '79 of 80',
    },
  ];
}
