/** The keys of what is in sight, as each view tells them: a view gives its table, and the dialog that `?` opens lists it. */
import { useEffect } from 'react';
import { create } from 'zustand';

interface ShortcutTable {
  readonly title: string;
  readonly rows: readonly { readonly keys: string; readonly does: string }[];
  /** It lies over everything else, whose keys do nothing then. */
  readonly covers?: boolean;
}

const useTables = create<{ readonly tables: readonly ShortcutTable[] }>(() => ({ tables: [] }));

/** Lists these keys while the component is shown. */
export function useShortcutTable(table: ShortcutTable): void {
  const written = JSON.stringify(table);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same table comes as another object.
  useEffect(() => {
    useTables.setState(({ tables }) => ({ tables: [...tables, table] }));
    return () => useTables.setState(({ tables }) => ({ tables: tables.filter((other) => other !== table) }));
  }, [written]);
}

export function useShownTables(): readonly ShortcutTable[] {
  const tables = useTables((state) => state.tables);
  return tables.slice(
    Math.max(
      0,
      tables.findLastIndex(({ covers }) => covers),
    ),
  );
}
