/** How `kindred` ends, for scripts. Listed in the README. */
export const EXIT = {
  ok: 0,
  /** What was asked could not be done. */
  failed: 1,
  /** The command line was not understood. */
  usage: 2,
  /** Another Kindred has this library open. */
  busy: 3,
  /** Done, but some files could not be read; they are listed with reasons. */
  partly: 4,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
