/** The sign of each kind of set, as in the rail. */
import { BookImage, BookUser, type LucideIcon, ScanFace } from 'lucide-react';
import type { CollectionKind } from '../kinds.ts';

const SIGNS: Readonly<Record<CollectionKind, LucideIcon>> = { group: BookUser, faceset: ScanFace, album: BookImage };

export function SignOf({ kind }: { readonly kind: CollectionKind }) {
  const Sign = SIGNS[kind];
  return <Sign aria-hidden />;
}
