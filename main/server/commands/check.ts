/** `kindred check`: is the library in order? */
import { Command } from 'commander';
import { EXIT } from '../exit-codes.ts';
import { asGuest, type GuestOptions } from '../guest.ts';

export const check = (): Command =>
  new Command('check')
    .description("check the library's integrity")
    .option('--data <dir>', 'folder of the library')
    .option('--json', 'one JSON document')
    .action((options: GuestOptions) =>
      asGuest(options, (library, output) => {
        const findings = library.check();
        output.result({ ok: findings.length === 0, findings }, () =>
          findings.length === 0 ? 'The library is in order.' : findings.map(({ message }) => message).join('\n'),
        );
        if (findings.length > 0) process.exitCode = EXIT.failed;
      }),
    );
