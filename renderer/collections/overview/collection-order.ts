/** In what order the cards stand: chosen for each kind, and remembered by the window. */
import { z } from 'zod';
import { create } from 'zustand';
import { recall, remember } from '../../memory.ts';
import type { CollectionCardData, CollectionKind } from '../kinds.ts';

export const ORDERS = ['name', 'size', 'newest'] as const;
export type CollectionOrder = (typeof ORDERS)[number];

const key = (kind: CollectionKind): string => `collections.order.${kind}`;

const remembered = (kind: CollectionKind): CollectionOrder => recall(key(kind), z.enum(ORDERS), 'name');

const useOrders = create<Readonly<Record<CollectionKind, CollectionOrder>>>(() => ({
  group: remembered('group'),
  faceset: remembered('faceset'),
  album: remembered('album'),
}));

export const useOrder = (kind: CollectionKind): CollectionOrder => useOrders((orders) => orders[kind]);

export function chooseOrder(kind: CollectionKind, order: CollectionOrder): void {
  remember(key(kind), order);
  useOrders.setState({ [kind]: order });
}

/** @param all by name, as main tells them; what is alike otherwise stays so */
export function inOrder(all: readonly CollectionCardData[], order: CollectionOrder): readonly CollectionCardData[] {
  if (order === 'size') return all.toSorted((a, b) => b.memberCount - a.memberCount);
  if (order === 'newest') return all.toSorted((a, b) => b.createdAt - a.createdAt);
  return all;
}
