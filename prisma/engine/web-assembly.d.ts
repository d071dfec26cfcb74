// Node has WebAssembly; its types do not say so without those of a browser.
declare const WebAssembly: {
  instantiate: (
    bytes: Uint8Array,
    imports: Record<string, unknown>,
  ) => Promise<{ instance: { exports: object } }>
}
