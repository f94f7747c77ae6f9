/**
 * The v1 face API without any transport: a call comes in as a method, a path and named parameters, an answer goes out as
 * an HTTP code, headers and a JSON body. What carries them is for http/.
 */
import type { StatusName } from './statuses.ts';

/** An uploaded file: a part of a multipart body. */
export interface Upload {
  readonly bytes: Uint8Array;
}

/**
 * Parameters by name, query string and body merged. A value is text, a list of texts (a key given more than once), what
 * JSON can hold, or an Upload.
 */
export type Parameters = ReadonlyMap<string, unknown>;

export interface ApiRequest {
  readonly method: string;
  /** Without the query string. */
  readonly path: string;
  /** Address of the caller: calls that belong to no key are counted by it. */
  readonly remote: string;
  readonly parameters: Parameters;
  /** Why the body could not be read, as a reason for INVALID_ARGUMENT; told once the caller is known. */
  readonly bodyFault: string | null;
  /** Aborted when the caller has gone. */
  readonly signal: AbortSignal;
}

/** What is known of a request before its body. */
export type BegunRequest = Pick<ApiRequest, 'method' | 'path' | 'remote' | 'parameters'>;

export interface ApiAnswer {
  readonly http: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}

/** One call as the settings page lists it: never its parameters. */
export interface CallRecord {
  /** ms since 1970. */
  readonly at: number;
  /** Name of the key; null for calls of nobody. */
  readonly key: string | null;
  readonly method: string;
  readonly path: string;
  readonly http: number;
  readonly status: string;
  readonly ms: number;
}

export interface FaceApi {
  /** Never rejects: a fault is an answer of 500. */
  answer(request: ApiRequest): Promise<ApiAnswer>;
  /**
   * An answer that the transport decides on before there is a whole request (too large, wrong host, too busy), counted
   * and with the headers of any other.
   */
  refuse(status: StatusName, request: BegunRequest, reason?: string): Promise<ApiAnswer>;
}
