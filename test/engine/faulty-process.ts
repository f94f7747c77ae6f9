/**
 * An engine process for tests, with the real line and the real decoding, but instead of models a vision that misbehaves
 * as the width of the photo tells it to. The folder of the "pack" is its memory across lives.
 */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Point } from '../../main/engine/face.ts';
import { openPort } from '../../main/engine/port.ts';
import { serve } from '../../main/engine/serve.ts';
import type { SeenFace, Vision } from '../../main/engine/vision.ts';
import { KindredError } from '../../main/kindred-error.ts';
import { BEHAVIOUR } from './behaviour.ts';

const points = (count: number, x: number, y: number): Point[] => Array.from({ length: count }, () => [x, y]);

/** A face in the middle of the photo, so that tests can see where its coordinates went. */
const middle = (width: number, height: number): SeenFace => ({
  rect: { left: width / 4, top: height / 4, right: width / 2, bottom: height / 2 },
  score: 0.9,
  landmarks21: points(21, width / 2, height / 2),
  landmarks106: points(106, width / 2, height / 2),
  eyeDist: width / 8,
  quality: { overall: 0.5, size: width / 4, sharpness: 0.5, yaw: 0, pitch: 0, roll: 0 },
  crop: { width: 112, height: 112, data: new Uint8Array(112 * 112 * 3).fill(128) },
  embedding: Float32Array.of(0.6, 0.8),
  attributes: null,
});

/** Ends as a crash in native code does: at once and without a word. */
function die(): void {
  process.kill(process.pid, 'SIGKILL');
  for (;;);
}

async function misbehave(width: number, memory: string): Promise<void> {
  switch (width) {
    case BEHAVIOUR.crash:
      return die();
    case BEHAVIOUR.crashOnce:
      if (existsSync(join(memory, 'crashed'))) return;
      writeFileSync(join(memory, 'crashed'), '');
      return die();
    case BEHAVIOUR.hang:
      for (;;);
    case BEHAVIOUR.slow:
      await sleep(300);
      return;
    case BEHAVIOUR.meet:
      // Ends only when a second process is at the same point.
      writeFileSync(join(memory, `met-${process.pid}`), '');
      while (readdirSync(memory).filter((name) => name.startsWith('met-')).length < 2) await sleep(10);
  }
}

serve(openPort(), async ({ pack }): Promise<Vision> => {
  if (!existsSync(pack)) throw new KindredError('pack-missing', `There is no pack in ${pack}.`);
  return {
    facts: {
      name: 'faulty',
      version: '1',
      embeddingModel: 'faulty',
      embeddingSize: 2,
      calibration: [
        [0, 0],
        [1, 1],
      ],
      licence: 'MIT',
    },
    async see({ width, height }) {
      await misbehave(width, pack);
      return { turn: null, width, height, faces: [middle(width, height)], view: null };
    },
    embed: async (crops) => crops.map(({ data }) => Float32Array.of(data[0] ?? 0, crops.length)),
    release: async () => undefined,
  };
});
