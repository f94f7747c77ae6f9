/** `kindred compare`: are the largest faces of two photos one person? */
import { Command } from 'commander';
import { startEngine } from '../../engine/client.ts';
import { confidence } from '../../engine/confidence.ts';
import { similarity } from '../../engine/embed.ts';
import type { Engine } from '../../engine/engine.ts';
import { KindredError } from '../../kindred-error.ts';
import { openOutput } from '../output.ts';

/** The API's threshold (reference, section 3.4): one impostor pair in a thousand is above it. */
const SAME_PERSON_ABOVE = 0.6;

class CompareError extends KindredError<'no-face'> {}

export const compare = (): Command =>
  new Command('compare')
    .description('compare the largest faces of two photos')
    .argument('<file>')
    .argument('<file>')
    .option('--pack <dir>', 'use another model pack')
    .option('--json', 'one JSON document')
    .action(async (first: string, second: string, options: { pack?: string; json?: true }) => {
      const output = openOutput(options.json === true);
      const engine = await startEngine(options.pack ? { pack: options.pack } : {});
      try {
        const [a, b] = await Promise.all([
          embeddingOfLargestFace(engine, first),
          embeddingOfLargestFace(engine, second),
        ]);
        const cosine = similarity(a, b);
        const rounded = Number(confidence(cosine, engine.pack.calibration).toFixed(6));
        const answer = {
          confidence: rounded,
          cosine: Number(cosine.toFixed(6)),
          same_person: rounded > SAME_PERSON_ABOVE,
        };
        output.result(
          answer,
          () =>
            `${answer.same_person ? 'The same person' : 'Two people'}: confidence ${rounded.toFixed(3)}, cosine ${cosine.toFixed(3)}`,
        );
      } finally {
        await engine.close();
      }
    });

async function embeddingOfLargestFace(engine: Engine, file: string): Promise<Float32Array> {
  const { faces } = await engine.analyze({ path: file }, { embedding: true });
  const embedding = faces[0]?.embedding;
  if (!embedding) throw new CompareError('no-face', `No face was found in ${file}.`);
  return embedding;
}
