/**
 * Opening a model pack: a folder with a pack.json and the files it names. Every file is read once, compared with the
 * length and the SHA-256 that pack.json states, and handed on as those very bytes, so that what was checked is what
 * runs.
 */
import { createHash } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type AttributeHeads, headsFile } from '../attributes.ts';
import type { PackFacts } from '../engine.ts';
import { correctionFile, type LandmarkCorrection } from '../landmarks/correction.ts';
import { DECODERS, type Manifest, manifest, PACK_FORMAT, type PackedFile, ROLES, type Role } from './manifest.ts';
import { PackError } from './pack-error.ts';

/** The pack that Kindred ships. */
export const SHIPPED_PACK = join(import.meta.dirname, '../../../native-models/kindred');

type Entries = Required<Manifest['models']>;
type Entry<R extends Role> = NonNullable<Entries[R]>;

/** A model as the engine loads it: its entry in pack.json, and the ONNX file's bytes. */
export type PackedModel<R extends Role> = Omit<Entry<R>, 'file' | 'correction' | 'heads'> & {
  readonly onnx: Uint8Array;
};

export interface PackModels {
  readonly detector: PackedModel<'detector'>;
  readonly orientation: PackedModel<'orientation'>;
  readonly landmarks: PackedModel<'landmarks'> & { readonly correction: LandmarkCorrection | null };
  readonly embedding: PackedModel<'embedding'>;
  readonly attributes: PackedModel<'attributes'> & { readonly heads: AttributeHeads | null };
}

/** A pack with every role filled and every file verified. */
export interface Pack {
  readonly facts: PackFacts;
  readonly models: PackModels;
}

export interface OpenPackOptions {
  /** Folder of the pack that fills the roles this one leaves open. */
  readonly base?: string;
}

/**
 * @param directory the pack's folder
 * @throws PackError when the pack or the base is missing, damaged, made for a later Kindred, or no pack at all
 */
export async function openPack(directory: string, { base = SHIPPED_PACK }: OpenPackOptions = {}): Promise<Pack> {
  const own = await openFolder(directory);
  const missing = ROLES.filter((role) => own.manifest.models[role] === undefined);
  if (missing.length === 0 || base === directory) return assemble(own, own.models, directory);
  const filler = await openFolder(base);
  return assemble(own, { ...filler.models, ...own.models }, directory, filler.manifest);
}

/** Of a pack.json, bytes; the shipped one has 7,000. */
export const MANIFEST_LIMIT = 2 ** 20;

interface OpenFolder {
  readonly manifest: Manifest;
  readonly models: Partial<PackModels>;
}

function assemble(
  { manifest: own }: OpenFolder,
  models: Partial<PackModels>,
  directory: string,
  base?: Manifest,
): Pack {
  const { detector, orientation, landmarks, embedding, attributes } = models;
  if (!(detector && orientation && landmarks && embedding && attributes)) {
    const missing = ROLES.filter((role) => models[role] === undefined).join(', ');
    throw new PackError('pack-invalid', `The model pack in ${directory} has no model for: ${missing}.`);
  }
  return {
    facts: {
      name: base ? `${own.name} + ${base.name}` : own.name,
      version: base ? `${own.version} + ${base.version}` : own.version,
      licence: base && base.licence !== own.licence ? `${own.licence}; ${base.licence}` : own.licence,
      embeddingModel: embedding.id,
      embeddingSize: embedding.dimensions,
      calibration: embedding.calibration,
    },
    models: { detector, orientation, landmarks, embedding, attributes: fitted(attributes, embedding.id) },
  };
}

/** Heads that were fitted with another embedding than the pack's do without one. */
function fitted(attributes: PackModels['attributes'], embedding: string): PackModels['attributes'] {
  const { heads } = attributes;
  if (heads === null || heads.withEmbedding?.model === embedding) return attributes;
  return { ...attributes, heads: { ...heads, withEmbedding: null } };
}

async function openFolder(directory: string): Promise<OpenFolder> {
  const parsed = await readManifest(directory);
  const { detector, orientation, landmarks, embedding, attributes } = parsed.models;
  const models: { -readonly [R in Role]?: PackModels[R] } = {};
  if (detector) models.detector = await load(directory, detector);
  if (orientation) models.orientation = await load(directory, orientation);
  if (embedding) models.embedding = await load(directory, embedding);
  if (landmarks) {
    const { correction, ...model } = landmarks;
    const read = correction ? await loadJson(directory, correction, correctionFile) : null;
    models.landmarks = { ...(await load(directory, model)), correction: read };
  }
  if (attributes) {
    const { heads, ...model } = attributes;
    const read = heads ? await loadJson(directory, heads, headsFile) : null;
    models.attributes = { ...(await load(directory, model)), heads: read };
  }
  return { manifest: parsed, models };
}

async function load<Model extends { readonly file: PackedFile }>(directory: string, { file, ...rest }: Model) {
  return { ...rest, onnx: await readVerified(directory, file) };
}

async function loadJson<Schema extends z.ZodType>(directory: string, file: PackedFile, schema: Schema) {
  const bytes = await readVerified(directory, file);
  return parse(bytes, schema, join(directory, file.name));
}

/**
 * What a pack says of itself; none of the files that it names is read.
 *
 * @param from where to tell the user that it is, if it has been brought from elsewhere
 * @throws PackError pack-missing, pack-invalid, pack-too-new, pack-unknown-decoder
 */
export async function readManifest(directory: string, from = directory): Promise<Manifest> {
  const path = join(from, 'pack.json');
  const bytes = await readFile(join(directory, 'pack.json')).catch((cause: unknown) => {
    throw new PackError('pack-missing', `There is no model pack in ${from}: pack.json cannot be read.`, {
      about: from,
      cause,
    });
  });
  if (bytes.length > MANIFEST_LIMIT) throw new PackError('pack-invalid', `${path} is too large to be a pack.json.`);
  // What decides how to read the rest comes first, so that a later pack is not called a broken one.
  const outline = parse(bytes, z.object({ format: z.number() }), path);
  if (outline.format > PACK_FORMAT)
    throw new PackError(
      'pack-too-new',
      `The model pack in ${from} was made for a later version of Kindred. Update Kindred to use it.`,
    );
  const { models } = parse(bytes, z.object({ models: z.record(z.string(), z.object({ decoder: z.string() })) }), path);
  for (const role of ROLES) {
    const decoder = models[role]?.decoder;
    const known: readonly string[] = DECODERS[role];
    if (decoder !== undefined && !known.includes(decoder))
      throw new PackError(
        'pack-unknown-decoder',
        `The model pack in ${from} wants the ${role} decoder "${decoder}"; this Kindred has: ${known.join(', ')}.`,
      );
  }
  return parse(bytes, manifest, path);
}

function parse<Schema extends z.ZodType>(bytes: Uint8Array, schema: Schema, path: string): z.infer<Schema> {
  let json: unknown;
  try {
    json = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch (cause) {
    throw new PackError('pack-invalid', `${path} is not valid JSON.`, { cause });
  }
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const where = issue?.path.join('.') || 'the file';
  throw new PackError('pack-invalid', `${path} is not what Kindred expects: ${where}: ${issue?.message}.`);
}

async function readVerified(directory: string, { name, bytes, sha256 }: PackedFile): Promise<Uint8Array> {
  const path = join(directory, name);
  const content = await readExactly(path, bytes);
  if (createHash('sha256').update(content).digest('hex') !== sha256)
    throw new PackError('pack-damaged', `${path} is damaged: its checksum is not the one in pack.json. ${CURE}`, {
      about: path,
    });
  return content;
}

const CURE = 'Copy the model pack again from where it came from.';

/** Reads a file of a known length; one of another length is refused before its content is read. */
async function readExactly(path: string, bytes: number): Promise<Uint8Array> {
  const file = await open(path).catch((cause: unknown) => {
    throw new PackError('pack-missing', `${path} is missing or cannot be read. ${CURE}`, { about: path, cause });
  });
  try {
    const { size } = await file.stat();
    if (size !== bytes)
      throw new PackError('pack-damaged', `${path} is damaged: it has ${size} bytes instead of ${bytes}. ${CURE}`, {
        about: path,
      });
    return await file.readFile();
  } finally {
    await file.close();
  }
}
