/** What lies over the whole view has an entry of its own in the history: to go back is to close it, and the view stays. */

const COVER = 'cover';

/** The entry of before is being gone back to; what is opened meanwhile waits for it. */
let isLeaving = false;
let isAwaited = false;

export const isCovered = (): boolean => history.state === COVER;

export function cover(): void {
  if (isLeaving) isAwaited = true;
  else if (!isCovered()) history.pushState(COVER, '');
}

/** A way that leads elsewhere at once takes the entry instead. */
export function uncover(): void {
  setTimeout(() => {
    isAwaited = false;
    if (isLeaving || !isCovered()) return;
    isLeaving = true;
    history.back();
  });
}

/** Call once, when the window starts. @param close what is open over the view, if anything is */
export function followBack(close: () => void): void {
  window.addEventListener('popstate', () => {
    if (isLeaving) {
      isLeaving = false;
      if (isAwaited) cover();
      isAwaited = false;
    } else if (!isCovered()) close();
  });
}
