/** Kindred as a contestant: the engine's own vision on one thread, with everything an import asks for. */

import { loadVision } from '../../../main/engine/load-vision.ts';
import { openPack, SHIPPED_PACK } from '../../../main/engine/pack/open-pack.ts';
import { contend } from './contend.ts';

await contend(async () => {
  const vision = await loadVision(await openPack(SHIPPED_PACK), { threads: 1 });
  return {
    backend: 'onnxruntime-node, 1 thread',
    async see(photo) {
      const { faces } = await vision.see(photo, { embedding: true, attributes: true });
      return faces.map(({ rect, score, embedding }) => ({ rect, score, embedding }));
    },
  };
});
