/** Reads a compiled asset by name («spelling-en.bin»); undefined when it was not built. Handed in by the faces. */
export type AssetPort = (name: string) => Uint8Array | undefined;
