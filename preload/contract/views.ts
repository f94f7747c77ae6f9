/** The views of the rail, in its order. The window shows them; the application's menu goes to them. */
export const VIEWS = ['photos', 'people', 'groups', 'facesets', 'albums', 'imports', 'api', 'settings'] as const;
export type View = (typeof VIEWS)[number];
