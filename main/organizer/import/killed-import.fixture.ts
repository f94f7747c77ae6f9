/**
 * A process for killed-import.test.ts: goes on with the import it finds in the library, or begins one, and says a line
 * for each file that is done.
 *
 * Arguments: data folder, folder of photos.
 */
import { setTimeout } from 'node:timers/promises';
import { openLibrary } from '../../library/library.ts';
import { Organizer } from '../organizer.ts';
import { ThumbnailCache } from '../thumbnail-cache.ts';
import { fakeEngine } from './fake-engine.ts';

const [data = '', photos = ''] = process.argv.slice(2);
const library = openLibrary(data, { role: 'owner', appVersion: 'test' });
const engine = fakeEngine();
// Files come to their ends in no particular order, so that a kill finds each of them at another stage.
engine.before = async () => {
  await setTimeout(Math.random() * 6);
};
const organizer = new Organizer({
  library,
  engine,
  thumbnails: new ThumbnailCache(`${data}/thumbnails`),
  onChange: () => undefined,
  onProgress: () => undefined,
  onNotice: ({ message }) => console.error(message),
});
const unfinished = library.importJobs.unfinished()[0]?.id;
await organizer.open();
const id = unfinished ?? organizer.import([photos]);
const said = setInterval(() => console.log(organizer.job(id).progress.finished), 2);
await organizer.run(id);
clearInterval(said);
console.log('done');
await organizer.close();
await library.close();
