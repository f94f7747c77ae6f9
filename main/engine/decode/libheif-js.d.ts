/** The part of libheif-js that heif.ts uses; the package declares no types for its bundled WebAssembly build. */
declare module 'libheif-js/libheif-wasm/libheif-bundle.mjs' {
  interface HeifError {
    readonly code: unknown;
    readonly message?: string;
  }
  interface HeifPlane {
    readonly width: number;
    readonly height: number;
    readonly stride: number;
    readonly data: Uint8Array;
  }
  /** Pointers into the module's memory; each has to be released. */
  type HeifContext = { readonly context: unique symbol };
  type HeifHandle = { readonly handle: unique symbol };
  type HeifImage = { readonly image: unique symbol };

  export interface HeifModule {
    readonly HEAPU8: Uint8Array;
    readonly heif_error_code: Record<
      'heif_error_Ok' | 'heif_error_Unsupported_filetype' | 'heif_error_Unsupported_feature',
      unknown
    >;
    readonly heif_colorspace: Record<'heif_colorspace_RGB', unknown>;
    readonly heif_chroma: Record<'heif_chroma_interleaved_RGB' | 'heif_chroma_interleaved_RGBA', unknown>;
    heif_context_alloc(): HeifContext;
    heif_context_free(context: HeifContext): void;
    heif_context_read_from_memory(context: HeifContext, bytes: Uint8Array): HeifError;
    heif_js_context_get_primary_image_handle(context: HeifContext): HeifHandle | HeifError;
    heif_image_handle_has_alpha_channel(handle: HeifHandle): number;
    heif_image_handle_release(handle: HeifHandle): void;
    heif_js_decode_image2(
      handle: HeifHandle,
      colorspace: unknown,
      chroma: unknown,
    ): { readonly image: HeifImage; readonly channels: readonly HeifPlane[] } | HeifError;
    heif_image_release(image: HeifImage): void;
  }

  export default function instantiate(): HeifModule;
}
