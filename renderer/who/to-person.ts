/** From the dialog to a person's page, with nothing over it. */
import { go } from '../navigation/route.ts';
import { closePhoto } from '../photo/open-photo.ts';
import { closeWho } from './who-store.ts';

export function toPerson(id: string): void {
  closeWho();
  closePhoto();
  go('people', id);
}
