/**
 * Entry of a process that only decodes and looks, one photo after the other: what the engine could do at most if nothing
 * had to be hashed, read, encoded, sent, written or grouped.
 */
import process from 'node:process';
import { decodePhoto } from '../../../main/engine/decode/decode-photo.ts';
import { loadVision } from '../../../main/engine/load-vision.ts';
import { openPack, SHIPPED_PACK } from '../../../main/engine/pack/open-pack.ts';

const vision = await loadVision(await openPack(SHIPPED_PACK), { threads: Number(process.argv[2]) });

process.on('message', async (path) => {
  const { photo } = await decodePhoto({ path: String(path) });
  const { faces } = await vision.see(photo, { embedding: true, attributes: true });
  process.send?.({ faces: faces.length });
});
process.send?.('ready');
