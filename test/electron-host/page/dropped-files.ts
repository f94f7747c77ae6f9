/**
 * webUtils.getPathForFile. It answers at once and the DevTools protocol does not, so a drop or a choice of files is held
 * back until their paths are known, and then happens again.
 */
export interface DroppedFiles {
  pathOf(file: File): string;
  /** The paths of files that were asked for have come. */
  settle(id: number, paths: readonly string[]): void;
}

/**
 * Runs in the preload's world by its source text: it may use nothing from outside itself.
 *
 * @param ask asks main for the paths of `files`, which lie in globalThis.__electronHostFiles for it
 */
export function watchDroppedFiles(ask: (id: number, count: number) => void): DroppedFiles {
  const paths = new Map<string, string>();
  const held = new Map<number, { readonly files: readonly File[]; readonly again: () => void }>();
  const released = new WeakSet<Event>();
  let last = 0;

  /** Another object stands for the same file each time it is given. */
  const nameOf = (file: File): string => [file.name, file.size, file.lastModified].join('|');

  const hold = (event: Event, files: readonly File[], again: () => void): void => {
    if (released.has(event) || files.length === 0) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    held.set(++last, { files, again });
    Object.assign(globalThis, { __electronHostFiles: files });
    ask(last, files.length);
  };
  const release = (target: EventTarget | null, event: Event): void => {
    released.add(event);
    target?.dispatchEvent(event);
  };

  addEventListener(
    'drop',
    (event) => {
      const { target, clientX, clientY } = event;
      const files = [...(event.dataTransfer?.files ?? [])];
      hold(event, files, () => {
        const dataTransfer = new DataTransfer();
        for (const file of files) dataTransfer.items.add(file);
        release(
          target,
          new DragEvent('drop', { bubbles: true, cancelable: true, composed: true, clientX, clientY, dataTransfer }),
        );
      });
    },
    true,
  );
  addEventListener(
    'change',
    (event) => {
      const { target } = event;
      if (!(target instanceof HTMLInputElement) || target.type !== 'file') return;
      hold(event, [...(target.files ?? [])], () => release(target, new Event('change', { bubbles: true })));
    },
    true,
  );

  return {
    pathOf(file) {
      if (!(file instanceof File)) throw new TypeError('getPathForFile expected to receive a File object');
      return paths.get(nameOf(file)) ?? '';
    },
    settle(id, found) {
      const { files = [], again } = held.get(id) ?? {};
      held.delete(id);
      for (const [i, file] of files.entries()) paths.set(nameOf(file), found[i] ?? '');
      again?.();
    },
  };
}
