/** @vladmandic/face-api with its most accurate detector (SSD MobileNet v1) at its own default confidence. */
import type * as Tfjs from '@tensorflow/tfjs';
import type * as WasmBackend from '@tensorflow/tfjs-backend-wasm';
import type * as FaceApi from '@vladmandic/face-api';
import type { Eye } from '../contest/contend.ts';
import { findBackend, installed, require, WASM } from './backend.ts';

const MODELS = installed('@vladmandic/face-api/model');

export async function loadFaceApi(): Promise<Eye> {
  const backend = findBackend();
  if (backend.name === 'wasm') await startWasm();
  const build = backend.name === 'wasm' ? 'face-api.node-wasm.js' : 'face-api.node.js';
  const faceApi: typeof FaceApi = require(installed(`@vladmandic/face-api/dist/${build}`));
  const { tf, nets } = faceApi;
  for (const net of [nets.ssdMobilenetv1, nets.faceLandmark68Net, nets.faceRecognitionNet, nets.ageGenderNet]) {
    await net.loadFromDisk(MODELS);
  }
  const options = new faceApi.SsdMobilenetv1Options({ maxResults: 100 });
  return {
    backend: backend.inWords,
    async see({ data, width, height }) {
      const pixels = tf.tensor3d(data, [height, width, 3], 'int32');
      const found = await faceApi
        .detectAllFaces(pixels, options)
        .withFaceLandmarks()
        .withFaceDescriptors()
        .withAgeAndGender();
      pixels.dispose();
      return found.map(({ detection: { box, score }, descriptor }) => ({
        rect: { left: box.left, top: box.top, right: box.right, bottom: box.bottom },
        score,
        embedding: descriptor,
      }));
    },
  };
}

/** face-api takes the tfjs that is installed beside it, with the backend that it finds there. */
async function startWasm(): Promise<void> {
  const { setBackend }: typeof Tfjs = require('@tensorflow/tfjs');
  const { setWasmPaths }: typeof WasmBackend = require('@tensorflow/tfjs-backend-wasm');
  setWasmPaths(WASM);
  if (!(await setBackend('wasm'))) throw new Error('WebAssembly does not start.');
}
