/** What a library has to tell its user at opening: every time it did something to the file on its own. */
export type LibraryNotice = { readonly message: string } & (
  | { readonly code: 'checked' }
  | { readonly code: 'migrated'; readonly from: number; readonly to: number; readonly backup: string }
  /** `setAside` is null when the library file was gone. */
  | { readonly code: 'restored'; readonly setAside: string | null; readonly backup: string; readonly madeAt: number }
  /** By the user's wish. */
  | { readonly code: 'replaced'; readonly setAside: string | null }
  | { readonly code: 'not-restored' }
  | { readonly code: 'started-empty'; readonly setAside: string }
);
