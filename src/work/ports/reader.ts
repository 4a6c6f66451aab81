/** Reads the print in a picture, on this machine: nothing leaves the house. Off where it is not installed. */
export type Reader = {
  /** Lines from top to bottom; empty when there is nothing to be read. Never throws. */
  readonly read: (picture: Uint8Array) => Promise<readonly string[]>
  readonly close: () => Promise<void>
}
