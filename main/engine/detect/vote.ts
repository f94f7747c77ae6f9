/**
 * Several views of one photo vote on what is a face: a box that every view sees keeps its score, one that only a single
 * view believes in loses. Measured on WIDER: taking the best view's score instead makes things worse, because larger
 * scales give confident false faces.
 */
import { type Detection, overlap } from './detection.ts';

/** Boxes of different views that overlap this much speak of the same face. */
const SAME_FACE = 0.4;
/** Members that overlap the group's best box this much also shape its rectangle. */
const SAME_BOX = 0.5;
/** What a view says of a face that it does not see. */
const UNSEEN = 0.05;

/**
 * @param views what each view found, in the frame of the photo
 * @returns one detection a face, its score the mean over the views, its box the score-weighted mean; highest score first
 */
export function vote(views: readonly (readonly Detection[])[]): Detection[] {
  const groups: { members: Detection[]; best: Detection; perView: number[] }[] = [];
  const pool = views.flatMap((found, view) => found.map((detection) => ({ detection, view })));
  pool.sort((a, b) => b.detection.score - a.detection.score);
  for (const { detection, view } of pool) {
    // Groups stand in the order of their best scores, so the first that overlaps is the highest-scoring one.
    const group = groups.find(({ best }) => overlap(best.rect, detection.rect) >= SAME_FACE);
    if (group === undefined) {
      groups.push({
        members: [detection],
        best: detection,
        perView: views.map((_, i) => (i === view ? detection.score : UNSEEN)),
      });
    } else {
      group.members.push(detection);
      group.perView[view] = Math.max(group.perView[view] ?? UNSEEN, detection.score);
    }
  }
  return groups
    .map(({ members, best, perView }) => ({
      rect: meanBox(members.filter((member) => overlap(member.rect, best.rect) >= SAME_BOX)),
      score: perView.reduce((sum, score) => sum + score, 0) / views.length,
      ...(best.points && { points: best.points }),
    }))
    .sort((a, b) => b.score - a.score);
}

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
