/** A short list of what was used last. */

/** @returns with `item` in front, once, and no more than `most` */
export const putFirst = (item: string, list: readonly string[], most: number): readonly string[] =>
  [item, ...list.filter((other) => other !== item)].slice(0, most);
