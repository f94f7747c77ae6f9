/** Settings, and facts about the library and the models. */
import { z } from 'zod';
import { confidence, count, done, time } from './shapes.ts';

/** How the window looks; kept in the library, so that it is the same in a browser. */
export const WindowSettings = z.object({
  appearance: z.enum(['system', 'light', 'dark']).default('system'),
  density: z.enum(['comfortable', 'compact']).default('comfortable'),
  language: z.enum(['system', 'en', 'zh']).default('system'),
  /** The estimate that most people do not want to see. */
  showAttractive: z.boolean().default(false),
});
export type WindowSettings = z.infer<typeof WindowSettings>;

/** Of a file, on the machine that Kindred runs on. */
const path = z.string().min(1).max(4096);

const Settings = z.object({
  window: WindowSettings,
  recognition: z.object({
    /** From this confidence on a face is added to a person without asking; null: always ask. */
    automaticFrom: confidence.nullable(),
    /** Longer side of a face, px of the photo: smaller ones are neither grouped nor suggested. */
    smallestFace: z.int().min(0).max(1000),
  }),
  /** Of the pictures that are kept of each photo. */
  thumbnailSize: z.enum(['small', 'standard', 'large']),
});

/** The name of its folder. */
const packId = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,99}$/);

const ModelPack = z.object({
  /** Null for the pack that Kindred ships. */
  id: packId.nullable(),
  name: z.string(),
  version: z.string(),
  licence: z.string(),
  bytes: count,
  isInUse: z.boolean(),
  /** What it brings; the rest comes from the pack that Kindred ships. */
  models: z.array(
    z.object({
      role: z.enum(['detector', 'orientation', 'landmarks', 'embedding', 'attributes']),
      source: z.string(),
      licence: z.string(),
    }),
  ),
});

export const settingsProcedures = {
  'settings.get': { args: z.object({}), result: Settings },
  /** What is given changes, the rest stays. */
  'settings.set': {
    args: z.object({
      window: z
        .object({
          appearance: WindowSettings.shape.appearance.unwrap(),
          density: WindowSettings.shape.density.unwrap(),
          language: WindowSettings.shape.language.unwrap(),
          showAttractive: z.boolean(),
        })
        .partial()
        .optional(),
      recognition: Settings.shape.recognition.partial().optional(),
      thumbnailSize: Settings.shape.thumbnailSize.optional(),
    }),
    result: Settings,
  },
  /** How many of the faces are smaller than so many px. */
  'recognition.small': {
    args: z.object({ below: z.int().min(0).max(1000) }),
    result: z.object({ faces: count, smaller: count }),
  },
  'model.facts': {
    args: z.object({}),
    result: z.object({
      name: z.string(),
      version: z.string(),
      licence: z.string(),
      embeddingModel: z.string(),
      /** Faces being made comparable with a new model; null when none is under way. */
      reEmbedding: z.object({ done: count, total: count }).nullable(),
      /** Faces that nobody has looked at yet. */
      waiting: count,
    }),
  },
  /** The pack that Kindred ships first; its id is null. */
  'models.list': { args: z.object({}), result: z.object({ packs: z.array(ModelPack) }) },
  /** Copies a folder or .zip on the machine that Kindred runs on, and tries its models: seconds. */
  'models.add': { args: z.object({ path }), result: z.object({ id: ModelPack.shape.id }) },
  /** The engine starts anew; faces are made comparable with another model in the background. */
  'models.choose': { args: z.object({ id: ModelPack.shape.id }), result: done },
  'models.remove': { args: z.object({ id: packId }), result: done },
  'library.facts': {
    args: z.object({}),
    result: z.object({
      version: z.string(),
      folder: z.string(),
      /** Of the library file. */
      bytes: count,
      counts: z.object({
        photos: count,
        files: count,
        missingFiles: count,
        faces: count,
        persons: count,
        clusters: count,
        namedFaces: count,
        clusteredFaces: count,
        looseFaces: count,
      }),
      /** The newest first. `replaced` is the library as it was before a backup took its place. */
      backups: z.array(
        z.object({
          file: z.string(),
          kind: z.enum(['daily', 'asked', 'migration', 'replaced']),
          madeAt: time,
          bytes: count,
        }),
      ),
    }),
  },
  /** Counts them all: seconds for a large library. */
  'library.thumbnails': { args: z.object({}), result: z.object({ files: count, bytes: count }) },
  /** To a file; without one among the library's own backups. */
  'library.backup': {
    args: z.object({
      path: path.optional(),
      /** The user has agreed that a backup which is there goes. Nothing else is ever written over. */
      replaces: z.boolean().default(false),
    }),
    result: z.object({ file: z.string() }),
  },
  /** What is in a backup, read as a whole. */
  'library.inspect': {
    args: z.object({ path }),
    result: z.object({ bytes: count, photos: count, faces: count, persons: count }),
  },
  /** The backup takes the library's place, which is kept among the backups as one of the last five; answered when it has. */
  'library.restore': { args: z.object({ path }), result: done },
  /** Reads everything: seconds for a large library. Nothing found is good. */
  'library.check': {
    args: z.object({}),
    result: z.object({ findings: z.array(z.object({ rule: z.string(), message: z.string() })) }),
  },
} as const;
