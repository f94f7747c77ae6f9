/** Which files the pack has, and how each is made. */
import { join } from 'node:path';
import { convertOnnxModel } from './onnx-model.ts';
import { faceplugin, fetchSource, humanModels } from './sources.ts';
import { convertTfjsModel, type TfjsModel } from './tfjs-model.ts';
import type { Converted } from './verify.ts';

export interface Recipe {
  /** Name of the file in the pack. */
  readonly file: string;
  make(): Promise<Converted>;
}

const fromHumanModels = (file: string, source: string, model: Omit<TfjsModel, 'name'>): Recipe => ({
  file,
  make: () => convertTfjsModel(join(fetchSource(humanModels), 'models', `${source}.json`), { name: source, ...model }),
});

const MESH_INPUT = { inputShape: [1, 192, 192, 3], inputMaximum: 1 };

export const recipes: readonly Recipe[] = [
  {
    // UltraFace without its last step, which is written for photos of 320x240: the boxes stay as offsets from the
    // priors, for any height and width.
    file: 'ultraface.onnx',
    make: () =>
      convertOnnxModel(join(fetchSource(faceplugin), 'model/fr_detect.onnx'), {
        inputShape: [1, 3, 'height', 'width'],
        sampleShape: [1, 3, 320, 448],
        outputs: { scores: 'scores', offsets: '462' },
        halves: true,
      }),
  },
  fromHumanModels('facemesh.onnx', 'facemesh', {
    ...MESH_INPUT,
    outputs: { flag: 'Identity_1', mesh: 'Identity_2' },
  }),
  fromHumanModels('facemesh-attention.onnx', 'facemesh-attention', {
    ...MESH_INPUT,
    // Left and right as they lie in the picture.
    outputs: {
      flag: 'Identity',
      mesh: 'Identity_4',
      lips: 'Identity_3',
      left_eye: 'Identity_1',
      left_iris: 'Identity_2',
      right_eye: 'Identity_5',
      right_iris: 'Identity_6',
    },
  }),
  {
    file: 'arcface.onnx',
    make: () =>
      convertOnnxModel(join(fetchSource(faceplugin), 'model/fr_feature.onnx'), {
        inputShape: [1, 3, 112, 112],
        sampleShape: [1, 3, 112, 112],
        outputs: { embedding: 'output' },
        halves: true,
      }),
  },
  fromHumanModels('faceres.onnx', 'faceres', {
    inputShape: [1, 224, 224, 3],
    inputMaximum: 255,
    outputs: { features: 'global_pooling/Mean', age: 'age_pred/Softmax', gender: 'gender_pred/Sigmoid' },
  }),
];
