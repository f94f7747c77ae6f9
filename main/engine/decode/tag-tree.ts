/**
 * A walk through what ExifReader gives: XMP as a tree of tags by local name, where a property written as an attribute, as
 * an element or as a nested description looks the same, and EXIF and IPTC as flat groups of tags. Files contain anything,
 * so every step may find nothing.
 */

/** One node: a tag `{ value, … }`, or a bare structure inside a list. */
export type TagNode = unknown;

const isObject = (node: unknown): node is Record<string, unknown> => typeof node === 'object' && node !== null;

/** What a tag contains: text, a structure or a list; a bare structure is its own content. */
export const content = (node: TagNode): unknown => (isObject(node) && 'value' in node ? node.value : node);

/** The property `name` of a structure. */
export function property(node: TagNode, name: string): TagNode {
  const inside = content(node);
  return isObject(inside) && Object.hasOwn(inside, name) ? inside[name] : undefined;
}

/** The items of an rdf:Bag, Seq or Alt; a single value counts as a list of one. */
export function items(node: TagNode): readonly TagNode[] {
  const inside = content(node);
  if (Array.isArray(inside)) return inside;
  return inside === undefined || inside === '' ? [] : [inside];
}

/** The text of a property, trimmed; null when there is none. */
export function text(node: TagNode): string | null {
  const inside = content(node);
  return typeof inside === 'string' ? inside.trim() || null : null;
}

/** The number a property says; null when it says none. */
export function number(node: TagNode): number | null {
  const said = text(node);
  const value = said === null ? Number.NaN : Number(said);
  return Number.isFinite(value) ? value : null;
}
