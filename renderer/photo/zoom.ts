/**
 * Zoom and pan of a picture in a frame, by arithmetic alone. A picture at zoom 1 fits the frame; it is never smaller, and
 * never leaves the frame's middle empty.
 */

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Zoom {
  /** 1 fits the frame. */
  readonly scale: number;
  /** Of the picture's middle from the frame's, px. */
  readonly x: number;
  readonly y: number;
}

export const FITTED: Zoom = { scale: 1, x: 0, y: 0 };

/** As near as a small photo comes. */
const MOST = 12;
/** As near as a large one does: its own pixels, this many times as large. */
const PIXELS = 2;

/** Size of the whole picture in the frame at zoom 1, px; never enlarged. */
export function fittedSize(picture: Size, frame: Size): Size {
  const scale = Math.min(1, frame.width / picture.width, frame.height / picture.height);
  return { width: picture.width * scale, height: picture.height * scale };
}

/**
 * @param by    factor, above 1 to come nearer
 * @param point stays where it is: distance from the frame's middle, px
 * @param picture as large as it is by itself, px
 */
export function zoomBy(
  zoom: Zoom,
  by: number,
  point: { readonly x: number; readonly y: number },
  fitted: Size,
  frame: Size,
  picture: Size,
): Zoom {
  const most = Math.max(MOST, (PIXELS * picture.width) / fitted.width);
  const scale = Math.min(most, Math.max(1, zoom.scale * by));
  const factor = scale / zoom.scale;
  return within(
    { scale, x: point.x - (point.x - zoom.x) * factor, y: point.y - (point.y - zoom.y) * factor },
    fitted,
    frame,
  );
}

/** Moves the picture, as far as it has something to show there. */
export function panBy(zoom: Zoom, x: number, y: number, fitted: Size, frame: Size): Zoom {
  return within({ ...zoom, x: zoom.x + x, y: zoom.y + y }, fitted, frame);
}

function within({ scale, x, y }: Zoom, fitted: Size, frame: Size): Zoom {
  const room = (length: number, of: number): number => Math.max(0, (length * scale - of) / 2);
  const clamp = (value: number, most: number): number => Math.min(most, Math.max(-most, value)) + 0;
  return { scale, x: clamp(x, room(fitted.width, frame.width)), y: clamp(y, room(fitted.height, frame.height)) };
}
