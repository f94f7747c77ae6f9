/**
 * Who calls: api_id and api_secret against the keys of the library. The key itself is read at every call, so that one
 * that another process has revoked or changed counts at once; only the slow answer to "is this the secret of that hash"
 * is remembered, and never the secret.
 */
import { createHmac, randomBytes } from 'node:crypto';
import PQueue from 'p-queue';
import type { ApiKey } from '../library/api-keys.ts';
import type { Library } from '../library/library.ts';
import { LibraryError } from '../library/library-error.ts';
import type { Id } from '../library/store.ts';
import { RecentSet } from './recent-set.ts';
import { isSecretOf, looksLikeSecret } from './secret.ts';

/** Each needs 32 MiB and one of Node's four threads, which files and images need too. */
const HASHES_AT_ONCE = 2;

/** Verdicts of one kind that are remembered. */
const MOST_VERDICTS = 1000;

/** How old the time of the last use may become before it is written again, ms. */
const USE_INTERVAL = 60_000;

export class Credentials {
  readonly #library: Library;
  readonly #hashes = new PQueue({ concurrency: HASHES_AT_ONCE });
  /** What is remembered tells nothing without this, and this is nowhere but here. */
  readonly #pepper = randomBytes(32);
  // Apart, so that nobody who guesses makes the right ones forgotten.
  readonly #right = new RecentSet(MOST_VERDICTS);
  readonly #wrong = new RecentSet(MOST_VERDICTS);
  /** Hashes on their way, by what is asked: callers that ask the same share one. */
  readonly #asked = new Map<string, Promise<boolean>>();
  /** When a use was last written or tried to be, by key. */
  readonly #marked = new Map<Id, number>();

  constructor(library: Library) {
    this.#library = library;
  }

  /**
   * Takes tens of microseconds for what it has seen before, 0.1 s for a secret it has not. That unknown ids are answered
   * faster than known ones gives nothing away: an id has 122 random bits and opens nothing by itself.
   *
   * @returns the key, which may have expired; null for an unknown id, a wrong secret, a key that was revoked
   */
  async check(apiId: unknown, secret: unknown): Promise<ApiKey | null> {
    if (typeof apiId !== 'string' || typeof secret !== 'string' || !looksLikeSecret(secret)) return null;
    const key = this.#library.apiKeys.byId(apiId);
    if (!key || key.revokedAt !== null) return null;
    const question = this.#digest(key, secret);
    if (!this.#right.has(question)) {
      if (this.#wrong.has(question)) return null;
      if (!(await this.#ask(question, key.secretHash, secret))) return null;
    }
    this.#markUsed(key);
    return key;
  }

  /** One text for this id, hash and secret together. Only the last can be of any form, so no two are confused. */
  #digest({ id, secretHash }: ApiKey, secret: string): string {
    return createHmac('sha256', this.#pepper).update(`${id}\n${secretHash}\n${secret}`).digest('base64');
  }

  #ask(question: string, hash: string, secret: string): Promise<boolean> {
    const asked = this.#asked.get(question);
    if (asked) return asked;
    const answer = this.#hashes
      .add(() => isSecretOf(hash, secret))
      .then((isRight) => {
        (isRight ? this.#right : this.#wrong).add(question);
        return isRight;
      })
      .finally(() => this.#asked.delete(question));
    this.#asked.set(question, answer);
    return answer;
  }

  #markUsed({ id, usedAt }: ApiKey): void {
    const now = this.#library.now();
    const isFresh = (at: number | null | undefined): boolean =>
      // A clock that was set back must not stop the writing until it has caught up.
      typeof at === 'number' && Math.abs(now - at) < USE_INTERVAL;
    if (isFresh(usedAt) || isFresh(this.#marked.get(id))) return;
    this.#marked.set(id, now);
    try {
      this.#library.transaction(() => this.#library.apiKeys.markUsed(id));
    } catch (error: unknown) {
      // A full disk or a busy library may refuse this little note; it is no reason to refuse the call.
      if (!(error instanceof LibraryError)) throw error;
    }
  }
}
