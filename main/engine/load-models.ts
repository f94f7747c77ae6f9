/** The models of a pack, opened: one session each, with everything the pack says about how to use it. */
import type { AttributeHeads } from './attributes.ts';
import { type Describer, describer } from './describe.ts';
import type { Detector, FivePoints } from './detect/detection.ts';
import { decoders, detector } from './detect/view.ts';
import type { View } from './detect/views.ts';
import { type Embedder, embedder } from './embedder.ts';
import type { LandmarkCorrection } from './landmarks/correction.ts';
import { type MeshReader, meshReader } from './landmarks/mesh.ts';
import { openModel } from './model.ts';
import type { Pack } from './pack/open-pack.ts';

export interface Models {
  readonly detector: Detector;
  /** Views that vote, by how hard to look. */
  readonly views: { readonly default: readonly View[]; readonly thorough: readonly View[] };
  /** Lowest detection score kept when the caller names none, 0..1. */
  readonly minScore: number;
  readonly mesh: MeshReader;
  readonly correction: LandmarkCorrection | null;
  readonly embedder: Embedder;
  /** Where the mesh's five points belong in a 112 x 112 crop. */
  readonly template: FivePoints;
  readonly describer: Describer;
  readonly heads: AttributeHeads | null;
  release(): Promise<void>;
}

export interface LoadOptions {
  /** Threads of one inference. */
  readonly threads: number;
}

/** @throws Error of the runtime when a file is no model it can run; the pack's checksums make that unlikely */
export async function loadModels({ models }: Pack, { threads }: LoadOptions): Promise<Models> {
  const open = ({ onnx }: { readonly onnx: Uint8Array }) => openModel(onnx, threads);
  const opened = await Promise.all([
    open(models.detector),
    open(models.orientation),
    open(models.landmarks),
    open(models.embedding),
    open(models.attributes),
  ]);
  const [detection, quick, attentive, embedding, description] = opened;
  return {
    detector: detector(detection, decoders[models.detector.decoder], models.detector.input),
    views: models.detector.views,
    minScore: models.detector.minScore,
    mesh: meshReader(
      { model: quick, input: models.orientation.input },
      { model: attentive, input: models.landmarks.input },
    ),
    correction: models.landmarks.correction,
    embedder: embedder(embedding, models.embedding.input),
    template: models.embedding.template,
    describer: describer(description, models.attributes.input),
    heads: models.attributes.heads,
    async release() {
      await Promise.all(opened.map((model) => model.release()));
    },
  };
}
