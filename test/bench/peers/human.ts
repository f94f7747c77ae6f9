/** @vladmandic/human: its own default models and limits, faces only, every face of a photo, no reuse between photos. */
import { pathToFileURL } from 'node:url';
import type * as HumanModule from '@vladmandic/human';
import type { Rect } from '../../../main/engine/face.ts';
import type { Eye } from '../contest/contend.ts';
import { findBackend, installed, require, WASM } from './backend.ts';

/** Its default of 1 would find one face a photo. */
const MANY_FACES = 100;

export async function loadHuman(): Promise<Eye> {
  const backend = findBackend();
  const build = backend.name === 'wasm' ? 'human.node-wasm.js' : 'human.node.js';
  const { Human }: typeof HumanModule = require(installed(`@vladmandic/human/dist/${build}`));
  const off = { enabled: false };
  const human = new Human({
    backend: backend.name,
    wasmPath: WASM,
    modelBasePath: pathToFileURL(installed('@vladmandic/human/models/')).href,
    cacheSensitivity: 0,
    filter: off,
    gesture: off,
    body: off,
    hand: off,
    object: off,
    face: { detector: { maxDetected: MANY_FACES }, emotion: off },
  });
  await human.load();
  if (human.tf.getBackend() !== backend.name) throw new Error(`It runs on ${human.tf.getBackend()}.`);
  return {
    backend: backend.inWords,
    async see({ data, width, height }) {
      const pixels = human.tf.tensor3d(data, [height, width, 3], 'int32');
      const { face, error } = await human.detect(pixels);
      human.tf.dispose(pixels);
      if (error) throw new Error(error);
      return face.map(({ mesh, score, embedding }) => ({
        rect: bounds(mesh),
        score,
        embedding: embedding ? Float32Array.from(embedding) : null,
      }));
    },
  };
}

/** The box it reports is the crop it gives its mesh, 1.4 times the face; the mesh itself is where it says the face is. */
function bounds(mesh: readonly (readonly [number, number, number?])[]): Rect {
  const x = mesh.map((point) => point[0]);
  const y = mesh.map((point) => point[1]);
  return { left: Math.min(...x), top: Math.min(...y), right: Math.max(...x), bottom: Math.max(...y) };
}
