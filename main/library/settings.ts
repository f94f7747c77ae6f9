/** Settings: one JSON value for each name. What a value may be is for those to check who read it. */
import type { Store } from './store.ts';

export type Settings = ReturnType<typeof settings>;

export function settings(store: Store) {
  const one = store.values<[string], string>('SELECT value FROM setting WHERE name = ?');
  const put = store.write<[string, string]>(
    'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  );
  const remove = store.write<[string]>('DELETE FROM setting WHERE name = ?');

  return {
    /** Undefined when never set. */
    get: (name: string): unknown => {
      const value = one.get(name);
      return value === undefined ? undefined : JSON.parse(value);
    },
    /** @param value anything JSON can hold; undefined goes back to the default */
    set: (name: string, value: unknown): void => {
      if (value === undefined) remove(name);
      else put(name, JSON.stringify(value));
    },
  };
}
