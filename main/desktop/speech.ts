/** The language that the shell speaks: the one chosen in the settings, else the system's, else English. */
import { app } from 'electron';
import type { Core } from '../core.ts';
import { ask, on } from './ask-core.ts';
import { chinese } from './words/chinese.ts';
import { english, type Words } from './words/english.ts';

export interface Speech {
  /** In the language of this moment. */
  readonly words: Words;
  /** Be told when it has changed. */
  onChange(listener: () => void): void;
}

/** Before there is a library that knows better. Not before the application is ready: it does not know its locale. */
export const wordsOfSystem = (): Words => (app.getLocale().startsWith('zh') ? chinese : english);

export async function followLanguage(core: Core): Promise<Speech> {
  const listeners: (() => void)[] = [];
  const read = async (): Promise<Words> => {
    const { language } = (await ask(core, 'settings.get', {})).window;
    return language === 'system' ? wordsOfSystem() : { en: english, zh: chinese }[language];
  };
  let words = await read();
  on(core, 'library.changed', async ({ kinds }) => {
    if (!kinds.includes('settings')) return;
    const before = words;
    words = await read();
    if (words !== before) for (const listener of listeners) listener();
  });
  return {
    get words() {
      return words;
    },
    onChange: (listener) => void listeners.push(listener),
  };
}
