/** A multipart/form-data body: text parts become texts, the parts of files their bytes. */
import { Busboy, type BusboyFileStream } from '@fastify/busboy';
import type { Upload } from '../faceapi/face-api.ts';
import { add, type ParameterMap } from './parameter-list.ts';

/** The body is bounded as a whole; these bound what can be made of it. */
const LIMITS = { fields: 200, files: 20, parts: 220, headerPairs: 20, fieldNameSize: 200, fieldSize: 16 * 1024 * 1024 };

/**
 * @param contentType with its boundary
 * @throws Error for a body that is no multipart body, or not the whole of one
 */
export function parseMultipart(bytes: Buffer, contentType: string): Promise<ParameterMap> {
  return new Promise((resolve, reject) => {
    const parameters: ParameterMap = new Map();
    const files: Promise<void>[] = [];
    // A part with a file name, or of no known type, is a file: its own default, as the reference has it.
    const parser = new Busboy({ headers: { 'content-type': contentType }, limits: LIMITS });
    parser.on('field', (name, value) => add(parameters, name, value));
    parser.on('file', (name, stream) => {
      files.push(
        collect(stream).then((upload) => {
          if (!parameters.has(name)) parameters.set(name, upload);
        }, reject),
      );
    });
    for (const event of ['fieldsLimit', 'filesLimit', 'partsLimit']) {
      parser.on(event, () => reject(new Error('The body has too many parts.')));
    }
    parser.on('error', reject);
    parser.on('finish', () => Promise.all(files).then(() => resolve(parameters)));
    parser.end(bytes);
  });
}

async function collect(stream: BusboyFileStream): Promise<Upload> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return { bytes: Buffer.concat(chunks) };
}
