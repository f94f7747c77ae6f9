/** Whether main answers a page in an ordinary browser; a window of Kindred's own goes when main does. */
import { create } from 'zustand';

/** `shut-out`: Kindred has been started anew and does not know this page. */
type Connection = 'there' | 'lost' | 'shut-out';

export const useConnection = create<{ readonly connection: Connection }>(() => ({ connection: 'there' }));
