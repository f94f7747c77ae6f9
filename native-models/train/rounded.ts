/** Numbers with four significant digits: more than a fit on some hundred faces knows, and a third of the file. */
export const rounded = (values: Iterable<number>): number[] =>
  Array.from(values, (value) => Number(value.toPrecision(4)));
