/**
 * HEIC and HEIF stills, whose HEVC pictures sharp's build may not decode: libheif as WebAssembly, loaded when the first
 * such photo comes. It applies the file's own rotation, mirror and crop (irot, imir, clap), so what comes out is upright
 * and an EXIF orientation beside it must not be applied again.
 */
import type { HeifModule } from 'libheif-js/libheif-wasm/libheif-bundle.mjs';
import { EngineError } from '../engine-error.ts';

export interface HeifPixels {
  readonly width: number;
  readonly height: number;
  readonly channels: 3 | 4;
  /** Rows without padding, not yet converted from the file's ICC profile. */
  readonly data: Uint8Array;
}

/** Memory a wasm instance may keep after a photo; it can grow but never shrink, so a larger one is thrown away. */
const KEPT_BYTES = 256 * 1024 ** 2;

let library: HeifModule | null = null;

async function open(): Promise<HeifModule> {
  if (library) return library;
  const { default: instantiate } = await import('libheif-js/libheif-wasm/libheif-bundle.mjs');
  library = instantiate();
  return library;
}

/** libheif's own error, as the one it means for the user. */
function failure(lib: HeifModule, result: { readonly code: unknown; readonly message?: string }): EngineError {
  const { heif_error_Unsupported_filetype: filetype, heif_error_Unsupported_feature: feature } = lib.heif_error_code;
  const reason = result.message ?? 'no reason given';
  if (result.code === filetype || result.code === feature) {
    return new EngineError('unsupported', `This kind of HEIF cannot be decoded: ${reason}.`);
  }
  return new EngineError('corrupt', `The heif data is damaged: ${reason}.`);
}

/** @throws EngineError `corrupt`, `unsupported` */
export async function decodeHeif(bytes: Uint8Array): Promise<HeifPixels> {
  const lib = await open();
  const context = lib.heif_context_alloc();
  try {
    const parsed = lib.heif_context_read_from_memory(context, bytes);
    if (parsed.code !== lib.heif_error_code.heif_error_Ok) throw failure(lib, parsed);
    const handle = lib.heif_js_context_get_primary_image_handle(context);
    if ('code' in handle) throw failure(lib, handle);
    try {
      const alpha = lib.heif_image_handle_has_alpha_channel(handle) !== 0;
      const chroma = alpha ? 'heif_chroma_interleaved_RGBA' : 'heif_chroma_interleaved_RGB';
      const image = lib.heif_js_decode_image2(handle, lib.heif_colorspace.heif_colorspace_RGB, lib.heif_chroma[chroma]);
      if ('code' in image) throw failure(lib, image);
      try {
        return packed(image.channels[0], alpha ? 4 : 3);
      } finally {
        lib.heif_image_release(image.image);
      }
    } finally {
      lib.heif_image_handle_release(handle);
    }
  } finally {
    lib.heif_context_free(context);
    if (lib.HEAPU8.length > KEPT_BYTES) library = null;
  }
}

type Plane = { readonly width: number; readonly height: number; readonly stride: number; readonly data: Uint8Array };

/** A copy of the plane without the padding of its rows. */
function packed(plane: Plane | undefined, channels: 3 | 4): HeifPixels {
  if (!plane) throw new EngineError('corrupt', 'The heif data has no picture.');
  const { width, height, stride, data } = plane;
  const row = width * channels;
  const out = new Uint8Array(row * height);
  for (let y = 0; y < height; y++) out.set(data.subarray(y * stride, y * stride + row), y * row);
  return { width, height, channels, data: out };
}
