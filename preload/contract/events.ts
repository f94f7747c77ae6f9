/** What main tells the window unasked. */
import { z } from 'zod';
import { ApiCall } from './api.ts';
import { ExportProgress } from './exports.ts';
import { ImportProgress } from './imports.ts';
import { Notice } from './notices.ts';
import { id } from './shapes.ts';
import { VIEWS } from './views.ts';

/**
 * Names on faces are `people`: a view that shows names of faces, or photos by person, follows both. `photos` are photos,
 * files, tags and faces.
 */
const Kind = z.enum(['photos', 'people', 'collections', 'imports', 'settings', 'keys', 'history']);

/** What the application's menu asks of the window: to go to a view, or something that only the window can do. */
const MenuCommand = z.enum([...VIEWS, 'undo', 'redo', 'select-all', 'palette', 'shortcuts']);
export type MenuCommand = z.infer<typeof MenuCommand>;

export const events = {
  /** Something in the library is not what it was, by whomever; views of these kinds ask again. At once; once a second while there is something all the time. */
  'library.changed': z.object({ kinds: z.array(Kind) }),
  /** A few times a second while an import runs, and at its end. */
  'import.progress': ImportProgress,
  /** A few times a second while an export runs, and at its end. */
  'export.progress': ExportProgress,
  /** The small picture of a photo, shown in a former size so far, is there in the one that is wanted. */
  'thumbnail.improved': z.object({ id }),
  /** Somebody has called the local API. */
  'api.called': ApiCall,
  /** Somebody has chosen this in the application's menu. */
  'menu.command': z.object({ command: MenuCommand }),
  /** What went wrong, or was put right, behind the user's back. */
  notice: Notice,
} as const;
