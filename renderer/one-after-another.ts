/**
 * Readings one after the other. What is asked for while one is under way is one more after it: so the last answer that comes
 * is the newest, and news that come faster than answers do not keep every answer from being heard.
 */

/** @returns settled when everything that has been asked for by then is read */
export function oneAfterAnother(read: () => Promise<unknown>): () => Promise<void> {
  let underWay: Promise<void> | null = null;
  let isOutdated = false;
  async function go(): Promise<void> {
    try {
      do {
        isOutdated = false;
        await read();
      } while (isOutdated);
    } finally {
      underWay = null;
    }
  }
  return () => {
    isOutdated = true;
    underWay ??= go();
    return underWay;
  };
}
