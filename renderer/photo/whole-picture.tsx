/**
 * All pixels of a photo that a browser cannot show as it is (HEIC, TIFF, turned ones …): over its smaller picture, from the
 * moment on that more of it is to be seen than that has.
 */
import { useEffect, useState } from 'react';
import { shownAs } from '../../preload/contract/pictures.ts';
import type { PhotoDetail } from '../../preload/contract.ts';
import { wholeAddress } from './addresses.ts';

interface WholePictureProps {
  readonly photo: PhotoDetail;
  /** The longer side of the picture as it is on the screen now, CSS px. */
  readonly side: number;
}

/** What the smaller picture has in the usual size, px. */
const ENOUGH = 1280;
/** Not for photos that are only passed by, ms: of a TIFF of 12 megapixels it is made in a third of a second. */
const PATIENCE = 300;

export function WholePicture({ photo, side }: WholePictureProps) {
  const [isWanted, setIsWanted] = useState(false);
  const isReduced = shownAs(photo.format, photo.turn) === null && Math.max(photo.width, photo.height) > ENOUGH;
  const isNear = isReduced && photo.original === 'there' && side * devicePixelRatio > ENOUGH;
  useEffect(() => {
    if (!isNear) return;
    const timer = setTimeout(() => setIsWanted(true), PATIENCE);
    return () => clearTimeout(timer);
  }, [isNear]);
  // Until it has come, and where it does not come, the smaller picture is seen through it.
  return isWanted && isReduced && <img src={wholeAddress(photo)} alt="" draggable={false} decoding="async" />;
}
