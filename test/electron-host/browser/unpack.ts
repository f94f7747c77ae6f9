/** Unpacks the archives of @sparticuz/chromium into the folder for temporary files (TMPDIR). Argument: their folder. */
import { join } from 'node:path';
import { inflate } from '@sparticuz/chromium';

const [, , folder = ''] = process.argv;
const archives = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'];
await Promise.all(archives.map((archive) => inflate(join(folder, archive))));
