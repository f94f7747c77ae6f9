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

/** @param most of a line; a longer one is broken */
export function areaOf(text: string, most: number): { readonly width: number; readonly height: number } {
  const width = widthOf(text);
  return { width: Math.min(most, width), height: Math.ceil(width / most) * LINE };
}

/** As `areaOf`, for what ends in dots instead. */
export const lineOf = (text: string, most: number): { readonly width: number; readonly height: number } => ({
  width: Math.min(most, widthOf(text)),
  height: LINE,
});
