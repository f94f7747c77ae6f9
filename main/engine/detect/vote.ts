/**
 * Several views of one photo vote on what is a face: a box that every view sees keeps its score, one that only a single
 * view believes in loses. Measured on WIDER: taking the best view's score instead makes things worse, because larger
 * scales give confident false faces.
 */
import { type Detection, longerSide, overlap } from './detection.ts';

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
   * Longer side in px of the photo. Of larger faces that this view does not see it says nothing, instead of speaking
   * against them: a face that fills the view is too close for it.
   */
  readonly largest: number;
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
  const pool = views.flatMap(({ detections }, view) => detections.map((detection) => ({ detection, view })));
  pool.sort((a, b) => b.detection.score - a.detection.score);
  for (const { detection, view } of pool) {
    // Groups stand in the order of their best scores, so the first that overlaps is the highest-scoring one.
    let group = groups.find(({ best }) => overlap(best.rect, detection.rect) >= SAME_FACE);
    if (group === undefined) {
      group = { best: detection, members: [], scores: new Map() };
      groups.push(group);
    }
    group.members.push(detection);
    // The pool is sorted: what a view says first of a face is its best.
    if (!group.scores.has(view)) group.scores.set(view, detection.score);
  }
  return groups
    .map(({ best, members, scores }) => ({
      rect: meanBox(members.filter((member) => overlap(member.rect, best.rect) >= SAME_BOX)),
      score: mean(
        views.flatMap(({ largest }, view) => scores.get(view) ?? (longerSide(best.rect) > largest ? [] : UNSEEN)),
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
