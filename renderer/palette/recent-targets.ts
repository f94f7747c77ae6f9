/** What has been chosen lately, the latest first; kept by the window. */
import { keyOf, Target } from './targets.ts';

const KEY = 'palette.recent';
const KEPT = 6;

/** What is written may come from an older Kindred: what it cannot read is left out. */
export function recentTargets(): Target[] {
  try {
    const written: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    if (!Array.isArray(written)) return [];
    return written.flatMap((one) => Target.safeParse(one).data ?? []);
  } catch {
    return [];
  }
}

export function rememberTarget(target: Target): void {
  const others = recentTargets().filter((other) => keyOf(other) !== keyOf(target));
  localStorage.setItem(KEY, JSON.stringify([target, ...others].slice(0, KEPT)));
}
