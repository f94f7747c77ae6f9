/** Entry of the process that reads whole library files; library-examiner.ts starts it, asks one question, and ends it. */
import process from 'node:process';
import { z } from 'zod';
import { openLine } from './engine/port.ts';
import { toFailure } from './kindred-error.ts';
import { checkLibraryFile } from './library/check.ts';
import { questions } from './library-examiner.ts';

const question = z.discriminatedUnion('kind', [questions.check.asked]);

const line = openLine();
line.listen(
  (message) => {
    try {
      line.post({ answer: checkLibraryFile(question.parse(message).file) });
    } catch (error: unknown) {
      line.post({ failure: toFailure(error) });
    }
  },
  () => process.exit(),
);
