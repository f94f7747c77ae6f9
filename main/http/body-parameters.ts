/** A request's body as parameters, by its content type; or why it cannot be read. */
import { reasons } from '../faceapi/statuses.ts';
import { looksLikeJson, parseJson } from './json-body.ts';
import { parseMultipart } from './multipart-body.ts';
import { fromUrlEncoded, type ParameterMap } from './parameter-list.ts';

export interface BodyParameters {
  readonly parameters: ParameterMap;
  /** A reason for INVALID_ARGUMENT. */
  readonly fault: string | null;
}

type Kind = Parameters<typeof reasons.malformedBody>[0];

/** @param contentType as sent; '' for none, which is taken for JSON when the body looks like it */
export async function readBodyParameters(bytes: Buffer, contentType: string): Promise<BodyParameters> {
  const kind = bytes.length === 0 ? null : kindOf(bytes, contentType);
  try {
    return { parameters: kind === null ? new Map() : await parse[kind](bytes, contentType), fault: null };
  } catch {
    return { parameters: new Map(), fault: kind && reasons.malformedBody(kind) };
  }
}

const parse: Record<Kind, (bytes: Buffer, contentType: string) => ParameterMap | Promise<ParameterMap>> = {
  JSON: parseJson,
  form: (bytes) => fromUrlEncoded(bytes.toString()),
  multipart: parseMultipart,
};

/** @returns null for a body that nobody reads */
function kindOf(bytes: Buffer, contentType: string): Kind | null {
  const type = contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  switch (type) {
    case 'application/json':
      return 'JSON';
    case 'application/x-www-form-urlencoded':
      return 'form';
    case 'multipart/form-data':
      return 'multipart';
    default:
      return type === '' && looksLikeJson(bytes) ? 'JSON' : null;
  }
}
