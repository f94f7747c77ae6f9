/** Keywords from the three places where programs put them, each once. */
import { content, items, property, type TagNode, text } from './tag-tree.ts';

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });
const latin1 = new TextDecoder('windows-1252');
const utf16 = new TextDecoder('utf-16le');

/** IPTC text: UTF-8 whether or not the file says so, Latin 1 where it cannot be UTF-8. */
function iptcText(bytes: Uint8Array): string {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return latin1.decode(bytes);
  }
}

/** A tag's raw bytes as ExifReader gives them: an array of numbers. */
const byteValue = (tag: TagNode): Uint8Array | null => {
  const value = content(tag);
  return Array.isArray(value) && value.every((byte) => Number.isInteger(byte)) ? Uint8Array.from(value) : null;
};

/**
 * @param xmp        ExifReader's group `xmp` (dc:subject)
 * @param iptc       its tag `Keywords` (2:25): one tag, or a list of them
 * @param xpKeywords its EXIF tag `XPKeywords`: UTF-16, separated by semicolons
 */
export function keywords(xmp: TagNode, iptc: TagNode, xpKeywords: TagNode): string[] {
  const fromXmp = items(property(xmp, 'subject')).map(text);
  const fromIptc = (Array.isArray(iptc) ? iptc : [iptc]).map(byteValue).map((bytes) => bytes && iptcText(bytes));
  const windows = byteValue(xpKeywords);
  const fromWindows = windows ? utf16.decode(windows).split(';') : [];
  const found = new Map<string, string>();
  for (const word of [...fromXmp, ...fromIptc, ...fromWindows]) {
    // The same word may come composed from one place and decomposed from another, and ends in NUL from the third.
    const clean = word?.replaceAll('\0', '').trim().normalize('NFC');
    if (clean && !found.has(clean)) found.set(clean, clean);
  }
  return [...found.values()];
}
