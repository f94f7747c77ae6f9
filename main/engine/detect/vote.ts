/**
 * Several views of one photo vote on what is a face: a box that every view sees keeps its score, one that only a single
 * view believes in loses. Measured on WIDER: taking the best view's score instead makes things worse, because larger
 * scales give confident false faces.
 */
import { longerSide, overlap } from '../rect.ts';
import type { Detection } from './detection.ts';

/** Boxes of different views that overlap this much speak of the same face. */
const SAME_FACE = 0.4;
/** Members that overlap the group's best box this much also shape its rectangle. */
const SAME_BOX = 0.5;
/** What a view says of a face that it does not see. */
const UNSEEN = 0.05;

/** What one view found, in the frame of the photo. */
export interface ViewFindings {
  readonly detections: readonly Detection[];
  /**
   * Longer side of the largest face it reliably sees, px of the photo. Of a larger one it may see nothing, which is no
   * vote against it, or only parts, which are no faces of their own: a view in which the face is smaller decides.
   */
  readonly largest: number;
  /**
   * 0 for a view that votes on every face. Otherwise it is there for large faces: it has a say only from this many px of
   * the photo on, and only for what it sees, never against.
   */
  readonly closeFrom: number;
}

interface Group {
  readonly best: Detection;
  readonly members: Detection[];
  /** Best score of each view that sees the face, by the view's index. */
  readonly scores: Map<number, number>;
}

/** @returns one detection a face, its score the mean over the views, its box the score-weighted mean; best first */
export function vote(views: readonly ViewFindings[]): Detection[] {
  const groups: Group[] = [];
  const widest = Math.max(...views.map(({ largest }) => largest));
  const pool = views.flatMap(({ detections, largest, closeFrom }, view) =>
    detections
      .map((detection) => ({ detection, view, side: longerSide(detection.rect) }))
      .filter(({ side }) => side >= closeFrom)
      .map((seen) => ({ ...seen, whole: largest === widest || seen.side <= largest })),
  );
  pool.sort((a, b) => Number(b.whole) - Number(a.whole) || b.detection.score - a.detection.score);
  for (const { detection, view, whole } of pool) {
    // Groups stand in the order of their best scores, so the first that overlaps is the highest-scoring one.
    let group = groups.find(({ best }) => overlap(best.rect, detection.rect) >= SAME_FACE);
    if (group === undefined) {
      if (!whole) continue;
      group = { best: detection, members: [], scores: new Map() };
      groups.push(group);
    }
    if (whole) group.members.push(detection);
    group.scores.set(view, Math.max(group.scores.get(view) ?? UNSEEN, detection.score));
  }
  return groups
    .map(({ best, members, scores }) => ({
      rect: meanBox(members.filter((member) => overlap(member.rect, best.rect) >= SAME_BOX)),
      score: mean(
        views.flatMap(
          ({ largest, closeFrom }, view) =>
            scores.get(view) ?? (closeFrom > 0 || longerSide(best.rect) > largest ? [] : UNSEEN),
        ),
      ),
      ...(best.points && { points: best.points }),
    }))
    .sort((a, b) => b.score - a.score);
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function meanBox(members: readonly Detection[]): Detection['rect'] {
  let left = 0;
  let top = 0;
  let right = 0;
  let bottom = 0;
  let weight = 0;
  for (const { rect, score } of members) {
    left += score * rect.left;
    top += score * rect.top;
    right += score * rect.right;
    bottom += score * rect.bottom;
    weight += score;
  }
  return { left: left / weight, top: top / weight, right: right / weight, bottom: bottom / weight };
}
