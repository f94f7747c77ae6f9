/** One line of the accuracy table: what was measured, what the models' own study found, what has to hold. */
import { markdownTable } from '../markdown-table.ts';

export interface Row {
  readonly what: string;
  readonly measured: string;
  /** The figure of the study that chose the models; empty where it has none. */
  readonly study: string;
  /** What has to hold, in words, and whether it does. */
  readonly bar?: { readonly wanted: string; readonly holds: boolean };
}

/** @returns a Markdown table */
export const table = (rows: readonly Row[]): string =>
  markdownTable(
    rows.map(({ what, measured, study, bar }) => ({
      measure: what,
      here: measured,
      study,
      bar: bar?.wanted ?? '',
      holds: bar ? (bar.holds ? 'pass' : '**FAIL**') : '',
    })),
  );

export const percent = (share: number, digits = 2): string => `${(100 * share).toFixed(digits)} %`;
