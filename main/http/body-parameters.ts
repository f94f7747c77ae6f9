/** A request's body as parameters, by its content type; or why it cannot be read. */
import { z } from 'zod';
import { reasons } from '../faceapi/statuses.ts';
import { parseMultipart } from './multipart-body.ts';
import { fromUrlEncoded, type ParameterMap } from './parameter-list.ts';

export interface BodyParameters {
  readonly parameters: ParameterMap;
  /** A reason for INVALID_ARGUMENT. */
  readonly fault: string | null;
}

const jsonObject = z.record(z.string(), z.unknown());

/** @param contentType as sent; '' for none, which is taken for JSON when the body looks like it */
export async function readBodyParameters(bytes: Buffer, contentType: string): Promise<BodyParameters> {
  if (bytes.length === 0) return { parameters: new Map(), fault: null };
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  try {
    switch (type) {
      case 'application/json':
        return { parameters: parseJson(bytes), fault: null };
      case 'application/x-www-form-urlencoded':
        return { parameters: fromUrlEncoded(bytes.toString()), fault: null };
      case 'multipart/form-data':
        return { parameters: await parseMultipart(bytes, contentType), fault: null };
      case '':
        return { parameters: bytes[0] === OPENING_BRACE ? parseJson(bytes) : new Map(), fault: null };
      default:
        return { parameters: new Map(), fault: null };
    }
  } catch {
    const kind = type === 'multipart/form-data' ? 'multipart' : 'JSON';
    return { parameters: new Map(), fault: reasons.malformedBody(kind) };
  }
}

const OPENING_BRACE = '{'.charCodeAt(0);

/** @throws for anything but a JSON object */
function parseJson(bytes: Buffer): ParameterMap {
  const text = bytes.toString().replace(/^\uFEFF/, '');
  const value: unknown = JSON.parse(text);
  if (Array.isArray(value)) throw new TypeError('A list is no JSON object.');
  return new Map(Object.entries(jsonObject.parse(value)));
}
