/** Entry of the process that reads whole library files; library-examiner.ts starts it, asks one question, and ends it. */
import process from 'node:process';
import { z } from 'zod';
import { openLine } from './engine/port.ts';
import { toFailure } from './kindred-error.ts';
import { checkLibraryFile } from './library/check.ts';
import { inspectBackup, stageRestore } from './library/restore.ts';
import { questions } from './library-examiner.ts';
import { VERSION } from './version.ts';

const question = z.discriminatedUnion('kind', [questions.check.asked, questions.inspect.asked, questions.stage.asked]);

async function answer(asked: z.infer<typeof question>): Promise<unknown> {
  switch (asked.kind) {
    case 'check':
      return checkLibraryFile(asked.file);
    case 'inspect':
      return inspectBackup(asked.file, VERSION);
    case 'stage':
      await stageRestore(asked.directory, asked.backup, VERSION);
      return null;
  }
}

const line = openLine();
line.listen(
  async (message) => {
    try {
      line.post({ answer: await answer(question.parse(message)) });
    } catch (error: unknown) {
      line.post({ failure: toFailure(error) });
    }
  },
  () => process.exit(),
);
