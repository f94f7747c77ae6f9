/** One line of the accuracy table: what was measured, what the models' own study found, what has to hold. */

export interface Row {
  readonly what: string;
  readonly measured: string;
  /** The figure of the study that chose the models; empty where it has none. */
  readonly study: string;
  /** What has to hold, in words, and whether it does. */
  readonly bar?: { readonly wanted: string; readonly holds: boolean };
}

/** @returns a Markdown table */
export function table(rows: readonly Row[]): string {
  const lines = rows.map(
    ({ what, measured, study, bar }) =>
      `| ${what} | ${measured} | ${study} | ${bar?.wanted ?? ''} | ${bar ? (bar.holds ? 'pass' : '**FAIL**') : ''} |`,
  );
  return ['| measure | here | study | bar | |', '|---|---|---|---|---|', ...lines].join('\n');
}

export const percent = (share: number, digits = 2): string => `${(100 * share).toFixed(digits)} %`;
