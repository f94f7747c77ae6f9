/** People and groups that are dragged from one card to another. */
import type { DragEvent } from 'react';
import { z } from 'zod';
import type { Picked } from '../people-actions.ts';

const TYPE = 'application/x-kindred-people-and-groups';
const Carried = z.object({ persons: z.array(z.string()), groups: z.array(z.string()) });

export function carry({ dataTransfer }: DragEvent, picked: Picked): void {
  dataTransfer.clearData();
  dataTransfer.setData(TYPE, JSON.stringify(picked));
  dataTransfer.effectAllowed = 'copyMove';
}

export const isCarried = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes(TYPE);

/** @returns null for anything else that is dropped */
export function carried({ dataTransfer }: DragEvent): Picked | null {
  const data = dataTransfer.getData(TYPE);
  return data === '' ? null : Carried.parse(JSON.parse(data));
}
