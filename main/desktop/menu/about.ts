/** Who Kindred is: its version, its licence, and the models that it sees by. */
import { app } from 'electron';
import manifest from '../../../package.json' with { type: 'json' };
import type { Result } from '../../../preload/contract.ts';
import { VERSION } from '../../version.ts';
import type { Words } from '../words/english.ts';

type ModelFacts = Pick<Result<'model.facts'>, 'name' | 'version' | 'licence'>;

export function showAbout({ name, version, licence }: ModelFacts, words: Words['about']): void {
  app.setAboutPanelOptions({
    applicationName: 'Kindred',
    applicationVersion: VERSION,
    // The one text that the panels of all systems show.
    copyright: [words.licence(manifest.license), words.models(name, version, licence)].join('\n'),
  });
  app.showAboutPanel();
}
