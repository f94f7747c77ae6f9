/** Says that main no longer answers, and that it does again. */
import { currentStrings } from '../strings/strings.ts';
import { toast } from '../ui/toasts.tsx';
import { useConnection } from './connection-store.ts';

/** Of all that is said of it only the last holds. */
const TOPIC = 'connection';

/** Call once, when the window starts. */
export function followConnection(): void {
  useConnection.subscribe(({ connection }, before) => {
    if (connection === before.connection) return;
    const { connection: words } = currentStrings().common;
    if (connection === 'there') askForPicturesAgain();
    toast(words[connection], { topic: TOPIC, isFailure: connection !== 'there' });
  });
}

/** The browser does not try again by itself. */
function askForPicturesAgain(): void {
  for (const picture of document.images) {
    const { src } = picture;
    if (picture.complete && picture.naturalWidth === 0) picture.src = src;
  }
}
