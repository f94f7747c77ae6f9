/** Keys that belong to a text, and not to what is around it. */

/** Whether the focus is in a text, which has a history of its own. */
export const isTyping = (element: EventTarget | null): boolean =>
  element instanceof Element &&
  element.closest('textarea, [contenteditable], input:not([type="checkbox"], [type="radio"], [type="range"])') !== null;

/** Whether an input method is spelling a word: Enter ends the word then, and Escape takes back its letters. */
export const isSpelling = ({ isComposing, keyCode }: KeyboardEvent): boolean =>
  // Safari tells of the Enter only once the word has ended: by the code of keys that an input method has taken.
  isComposing || keyCode === 229;
