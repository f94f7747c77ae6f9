/** The small picture of a photo. */
import { useThumbAddress } from './use-thumb-address.ts';

export function Thumbnail({ photo }: { readonly photo: { readonly id: string; readonly turn: string | null } }) {
  return <img src={useThumbAddress(photo)} alt="" decoding="async" draggable={false} />;
}
