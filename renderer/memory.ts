/**
 * What this window remembers from one start to the next: how somebody likes to look at things, and nothing of what is
 * looked at. Filters and selections are left out with intent: photos that are not there at the start look lost.
 */
import type { z } from 'zod';

/** What is written may come from an older Kindred: what cannot be read is as if it had never been. */
export function recall<Schema extends z.ZodType>(key: string, schema: Schema, otherwise: z.output<Schema>) {
  try {
    const written: unknown = JSON.parse(globalThis.localStorage?.getItem(key) ?? 'null');
    return schema.safeParse(written).data ?? otherwise;
  } catch {
    return otherwise;
  }
}

export function remember(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Full, or forbidden by the browser: it is forgotten, and nothing else.
  }
}
