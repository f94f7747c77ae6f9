/** Whether the focus is in a text, which has a history of its own. */
export const isTyping = (element: EventTarget | null): boolean =>
  element instanceof Element &&
  element.closest('textarea, [contenteditable], input:not([type="checkbox"], [type="radio"], [type="range"])') !== null;
