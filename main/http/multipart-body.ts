/** A multipart/form-data body: text parts become texts, the parts of files their bytes. */
import { Busboy } from '@fastify/busboy';
import type { Upload } from '../faceapi/face-api.ts';
import { add, type ParameterMap } from './parameter-list.ts';

/** The body is bounded as a whole; these bound what can be made of it. Sizes in bytes. */
const LIMITS = { fields: 200, files: 20, parts: 220, headerPairs: 20, fieldNameSize: 200, fieldSize: 16 * 1024 * 1024 };

/** Bytes read at once: a body that has gone wrong is not read on. */
const SLICE = 64 * 1024;

/**
 * @param contentType with its boundary
 * @throws Error for a body that is no multipart body, or not the whole of one
 */
export function parseMultipart(bytes: Buffer, contentType: string): Promise<ParameterMap> {
  return new Promise((resolve, reject) => {
    const parameters: ParameterMap = new Map();
    // What is a file is its own default, as the reference has it: a part with a file name, or of no known type.
    const parser = new Busboy({ headers: { 'content-type': contentType }, limits: LIMITS });
    let hasFailed = false;
    const fail = (error: Error): void => {
      hasFailed = true;
      reject(error);
    };
    // A part's name may be missing, whatever the parser's types say.
    parser.on('field', (name: string | undefined, value) => {
      if (name !== undefined && !isUpload(parameters.get(name))) add(parameters, name, value);
    });
    parser.on('file', (name: string | undefined, stream, fileName: string | undefined) => {
      const upload = { bytes: Buffer.alloc(0) };
      const chunks: Buffer[] = [];
      const isKept = name !== undefined && !parameters.has(name);
      if (isKept) parameters.set(name, upload);
      stream.on('error', fail);
      stream.on('data', (chunk: Buffer) => void (isKept && chunks.push(chunk)));
      stream.on('end', () => {
        upload.bytes = Buffer.concat(chunks);
        // A browser sends the field of a form that no file was chosen for as a file without a name and without bytes.
        if (isKept && !fileName && upload.bytes.length === 0) parameters.delete(name);
      });
    });
    for (const event of ['fieldsLimit', 'filesLimit', 'partsLimit']) {
      parser.on(event, () => fail(new RangeError('The body has too many parts.')));
    }
    parser.on('error', fail);
    parser.on('finish', () => resolve(parameters));
    for (let at = 0; at < bytes.length && !hasFailed; at += SLICE) parser.write(bytes.subarray(at, at + SLICE));
    parser.end();
  });
}

const isUpload = (value: unknown): value is Upload => typeof value === 'object' && value !== null && 'bytes' in value;
