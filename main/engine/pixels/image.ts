/** Decoded pixels: 8-bit sRGB, interleaved RGB rows without padding; `data.length === width * height * 3`. */
export interface RgbImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}
