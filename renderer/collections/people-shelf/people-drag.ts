/** People dragged from a list onto a group. Everything that can be dragged can be chosen and added by keys as well. */
import { type DragEvent, useState } from 'react';

/** Only our own pages know it; nothing else that is dragged over a group is taken for people. */
const TYPE = 'application/x-kindred-people';

export function dragPeople(event: DragEvent, ids: readonly string[]): void {
  event.dataTransfer.setData(TYPE, JSON.stringify(ids));
  event.dataTransfer.effectAllowed = 'copy';
}

interface PeopleDrop {
  readonly isOver: boolean;
  /** Spread on the element that takes them. */
  readonly target: {
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDragLeave: (event: DragEvent) => void;
    readonly onDrop: (event: DragEvent) => void;
  };
}

export function usePeopleDrop(onPeople: (ids: readonly string[]) => void): PeopleDrop {
  const [isOver, setIsOver] = useState(false);
  const holdsPeople = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes(TYPE);
  return {
    isOver,
    target: {
      onDragOver(event) {
        if (!holdsPeople(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setIsOver(true);
      },
      // Leaving one part of it for another is not leaving it.
      onDragLeave({ currentTarget, relatedTarget }) {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setIsOver(false);
      },
      onDrop(event) {
        setIsOver(false);
        if (!holdsPeople(event)) return;
        event.preventDefault();
        const ids: unknown = JSON.parse(event.dataTransfer.getData(TYPE));
        if (Array.isArray(ids)) onPeople(ids.filter((id) => typeof id === 'string'));
      },
    },
  };
}
