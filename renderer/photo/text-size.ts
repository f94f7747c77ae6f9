/** How much room a text of the photo's words takes, px. */

/** Of the smallest letters, with the line's padding and what is left free below it. */
const LINE = 22;
/** On both sides of the letters. */
const PADDING = 20;

let context: CanvasRenderingContext2D | null = null;

/** On one line, in the window's smallest letters. */
function widthOf(text: string): number {
  const { fontFamily } = getComputedStyle(document.body);
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return text.length * 7 + PADDING;
  context.font = `12px ${fontFamily}`;
  return context.measureText(text).width + PADDING;
}

/** With spaces at which no line ends. */
export const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0');

/**
 * @param parts a line ends between two of them only
 * @param list how they are written one after the other
 * @param most of a line; a single part may be longer
 */
export function areaOf(
  parts: readonly string[],
  list: (parts: readonly string[]) => string,
  most: number,
): { readonly width: number; readonly height: number } {
  const lines: string[][] = [];
  for (const part of parts) {
    const line = lines.at(-1);
    if (line && widthOf(list([...line, part, ''])) <= most) line.push(part);
    else lines.push([part]);
  }
  return { width: Math.max(...lines.map((line) => widthOf(list(line)))), height: lines.length * LINE };
}

/** Of one line that ends in dots where it is too long. */
export const lineOf = (text: string, most: number): { readonly width: number; readonly height: number } => ({
  width: Math.min(most, widthOf(text)),
  height: LINE,
});
