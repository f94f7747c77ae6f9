/** The part of WebAssembly's interface that the kernel needs: Node has it, but its types leave it to those of browsers. */
declare namespace WebAssembly {
  class Memory {
    constructor(descriptor: { initial: number; maximum: number });
    readonly buffer: ArrayBuffer;
  }
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Instance {
    constructor(module: Module, imports: { readonly table: { readonly memory: Memory } });
    readonly exports: Readonly<Record<string, unknown>>;
  }
}
