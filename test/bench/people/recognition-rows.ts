/** Recognizing known people: how many are found, and how many are taken for somebody else, by confidence asked for. */
import { type Calibration, confidence } from '../../../main/engine/confidence.ts';
import { similarity } from '../../../main/engine/embed.ts';
import { twoMostAlike } from '../../../main/organizer/people/recognition.ts';

export interface KnownFace {
  readonly person: string;
  readonly embedding: Float32Array;
}

const NAMED_FACES = [1, 2, 3, 6];
const CONFIDENCES = [0.65, 0.7, 0.8, 0.85, 0.9];

/** For each number of named photos a person, the shares of the other faces that are found right and wrong. */
export function recognitionRows(faces: readonly KnownFace[], calibration: Calibration): Record<string, string>[] {
  return NAMED_FACES.map((named) => {
    const persons = [...Map.groupBy(faces, ({ person }) => person)];
    const known = persons.filter(([, own]) => own.length > named && own.length >= 4);
    const references = known.map(([person, own]) => ({ person, faces: own.slice(0, named) }));
    const isKnown = new Set(references.map(({ person }) => person));
    const probes = [
      ...known.flatMap(([, own]) => own.slice(named)),
      ...persons.filter(([person]) => !isKnown.has(person)).flatMap(([, own]) => own),
    ];
    const recognized = probes.map((probe) => ({ probe, ...surest(probe, references, calibration) }));
    const own = recognized.filter(({ probe }) => isKnown.has(probe.person));
    const row: Record<string, string> = {
      'named photos': String(named),
      people: String(known.length),
      'faces to find': String(own.length),
      strangers: String(recognized.length - own.length),
    };
    for (const level of CONFIDENCES) {
      const sure = recognized.filter((face) => face.confidence >= level);
      const right = sure.filter(({ probe, person }) => probe.person === person).length;
      row[`found / wrong at ${level}`] = `${((100 * right) / own.length).toFixed(1)} % / ${sure.length - right}`;
    }
    return row;
  });
}

function surest(
  probe: KnownFace,
  references: readonly { person: string; faces: readonly KnownFace[] }[],
  calibration: Calibration,
): { person: string; confidence: number } {
  let best = { person: '', confidence: -1 };
  for (const { person, faces } of references) {
    const cosine = twoMostAlike(faces.map((face) => similarity(probe.embedding, face.embedding)));
    const sure = confidence(cosine, calibration);
    if (sure > best.confidence) best = { person, confidence: sure };
  }
  return best;
}
