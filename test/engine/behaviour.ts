/** Widths of photos, px, that make faulty-process.ts misbehave. */
export const BEHAVIOUR = { crash: 11, crashOnce: 12, hang: 13, slow: 14, good: 15, meet: 16 } as const;
