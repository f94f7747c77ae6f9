/** What has been chosen lately, the latest first; kept by the window. */
import { z } from 'zod';
import { recall, remember } from '../memory.ts';
import { keyOf, Target } from './targets.ts';

const KEY = 'palette.recent';
const KEPT = 6;

/** What an older Kindred has written and this one cannot read is left out. */
export function recentTargets(): Target[] {
  return recall(KEY, z.array(z.unknown()), []).flatMap((one) => Target.safeParse(one).data ?? []);
}

export function rememberTarget(target: Target): void {
  const others = recentTargets().filter((other) => keyOf(other) !== keyOf(target));
  remember(KEY, [target, ...others].slice(0, KEPT));
}
