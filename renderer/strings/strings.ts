/** Every text of the window, in the language that it speaks now. */
import { create } from 'zustand';
import { chinese } from './chinese.ts';
import { english, type Strings } from './english.ts';

export type Language = 'en' | 'zh';

const LANGUAGES: Readonly<Record<Language, Strings>> = { en: english, zh: chinese };

/** The language of the browser, English where it speaks another. */
const spoken = (): Language => (globalThis.navigator?.language.startsWith('zh') ? 'zh' : 'en');

const useLanguage = create<{ readonly language: Language }>(() => ({ language: spoken() }));

/** @param language null for that of the system */
export function speak(language: Language | null): void {
  const next = language ?? spoken();
  document.documentElement.lang = next;
  useLanguage.setState({ language: next });
}

/** For what is said once, outside of what is drawn. */
export const currentStrings = (): Strings => LANGUAGES[useLanguage.getState().language];

/** Drawn anew when the language changes. */
export const useStrings = (): Strings => LANGUAGES[useLanguage((state) => state.language)];
