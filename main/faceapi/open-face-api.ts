/**
 * The gate of the face API: every call passes the same checks in the same order (D2), and every answer has the same
 * headers. What a call does is in the table of endpoints.
 */
import type { Trouble } from '../../preload/contract/notices.ts';
import type { ApiKey } from '../library/api-keys.ts';
import { trouble } from '../notices.ts';
import { ApiError } from './api-error.ts';
import { DEFAULT_RATE, mayCall } from './api-key.ts';
import { CallLog } from './call-log.ts';
import { Credentials } from './credentials.ts';
import { dateTime } from './date-time.ts';
import type { Call, Deferrable, Endpoint, Result, Services } from './endpoint.ts';
import { endpoints } from './endpoints.ts';
import type { ApiAnswer, ApiRequest, BegunRequest, CallRecord, FaceApi } from './face-api.ts';
import { Members } from './members.ts';
import { readArguments } from './parameters.ts';
import { RateWindows, rateHeaders, type Standing } from './rate-windows.ts';
import { reasons } from './statuses.ts';
import { success } from './success.ts';
import { TaskRunner } from './task-runner.ts';

export interface FaceApiOptions extends Omit<Services, 'now' | 'members'> {
  /** A fault of the server, in a sentence; never with parameters. */
  readonly onFault: (notice: Trouble) => void;
  readonly onCall?: (call: CallRecord) => void;
}

export interface OpenFaceApi extends FaceApi {
  /** The last calls, newest first. */
  calls(limit?: number): CallRecord[];
  /** Comes back when no call is left to be answered later. */
  settle(): Promise<void>;
  /** Leaves what is to be answered later for the next start. */
  close(): Promise<void>;
}

/** Untrained work that takes longer than this is answered later where the key leaves it to us, ms (D39). */
const LONG_WORK = 5000;

/** By path; no two endpoints share one. */
const byPath: ReadonlyMap<string, Endpoint> = new Map(endpoints.map((endpoint) => [endpoint.path, endpoint]));

interface Outcome {
  readonly http: number;
  readonly body: Result;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Who calls, and where they stand. */
interface Caller {
  readonly key: ApiKey | null;
  readonly standing: Standing;
}

export function openFaceApi({ onFault, onCall, ...given }: FaceApiOptions): OpenFaceApi {
  const { library } = given;
  const { now } = library;
  const services: Services = { ...given, now, members: new Members(library) };
  const credentials = new Credentials(library);
  const windows = new RateWindows(now);
  const log = new CallLog();
  const tasks = new TaskRunner(services, byPath, onFault);

  async function identify({ remote, parameters }: BegunRequest): Promise<Caller> {
    const key = await credentials.check(parameters.get('api_id'), parameters.get('api_secret'));
    const standing = key ? windows.count(key.id, key.rate) : windows.count(`of nobody, ${remote}`, DEFAULT_RATE);
    return { key, standing };
  }

  /** Whatever `work` throws becomes an answer. */
  async function answered(
    request: BegunRequest,
    work: (caller: Caller) => Outcome | Promise<Outcome>,
  ): Promise<ApiAnswer> {
    const at = now();
    const begun = performance.now();
    let caller: Caller | null = null;
    let outcome: Outcome;
    try {
      caller = await identify(request);
      outcome = await work(caller);
    } catch (error: unknown) {
      outcome = failed(error, request.path);
    }
    const { http, body, headers } = outcome;
    const record = {
      at,
      key: caller?.key?.name ?? null,
      method: request.method,
      path: byPath.has(request.path) ? request.path : 'unknown',
      http,
      status: String(body.status),
      ms: performance.now() - begun,
    };
    log.add(record);
    onCall?.(record);
    return { http, body, headers: { ...(caller && rateHeaders(caller.standing)), ...headers } };
  }

  function failed(error: unknown, path: string): Outcome {
    if (error instanceof ApiError) return { http: error.http, body: error.body };
    const called = byPath.has(path) ? path : 'an unknown path';
    onFault(trouble('api-fault', `A call of ${called} failed.`, error, called));
    const { http, body } = new ApiError('INTERNAL_ERROR');
    return { http, body };
  }

  async function perform(request: ApiRequest, { key, standing }: Caller): Promise<Outcome> {
    const endpoint = byPath.get(request.path);
    if (endpoint?.method !== request.method) return notFound(endpoint);
    if (!key) throw new ApiError('UNAUTHORIZED');
    if (key.expiresAt !== null && key.expiresAt <= now()) {
      throw new ApiError('KEY_EXPIRED', reasons.expired(dateTime(key.expiresAt)));
    }
    if (standing.exceeded) throw new ApiError('RATE_LIMIT_EXCEEDED');
    if (!mayCall(key, endpoint.path)) throw new ApiError('NO_PERMISSION');
    if (request.bodyFault !== null) throw new ApiError('INVALID_ARGUMENT', request.bodyFault);
    // The table has checked that a row's function takes what its parameters are read to.
    const args = readArguments(endpoint.parameters, endpoint, request.parameters) as never;
    const call: Call = { ...services, key, accountId: key.accountId, signal: request.signal };
    if (endpoint.deferrable) return performOrDefer(call, endpoint.path, endpoint.deferrable, args);
    return { http: 200, body: success((await endpoint.run?.(call, args)) ?? {}) };
  }

  async function performOrDefer<Args, Input>(
    call: Call,
    path: string,
    deferrable: Deferrable<Args, Input>,
    args: Args,
  ): Promise<Outcome> {
    const { key, accountId, signal } = call;
    const { input, untrained, promise } = await deferrable.prepare(call, args);
    const mayWait = promise === 'none' || (promise !== 'at once' && untrained.length > 0);
    const isLong = services.likeness.trainingTime(untrained.length) > LONG_WORK;
    if (mayWait && (key.async === 'always' || (key.async === 'auto' && isLong))) {
      const taskId = tasks.add(accountId, path, input, key.taskLifetime * 1000);
      return { http: 202, body: success({ task_id: taskId, task_status: 'pending' }) };
    }
    return { http: 200, body: success(await deferrable.perform(services, input, signal)) };
  }

  return {
    answer: (request) => answered(request, (caller) => perform(request, caller)),
    refuse: (status, request, reason) =>
      answered(request, () => {
        const endpoint = byPath.get(request.path);
        const isThere = endpoint?.method === request.method;
        // That there is nothing at a path comes before what is wrong with a body (D2).
        if (status === 'REQUEST_ENTITY_TOO_LARGE' && !isThere) return notFound(endpoint);
        throw new ApiError(status, reason);
      }),
    calls: (limit) => log.recent(limit),
    settle: () => tasks.settle(),
    close: () => tasks.close(),
  };
}

/** A known path with another method says which it has (D4). */
function notFound(endpoint: Endpoint | undefined): Outcome {
  const { http, body } = new ApiError('NOT_FOUND');
  return endpoint ? { http, body, headers: { Allow: endpoint.method } } : { http, body };
}
