/**
 * What the libraries of the console use and Chrome 88–92 do not have yet. Nothing else of newer
 * browsers is in the bundle; a test reads the built files.
 */
function at<T>(this: ArrayLike<T>, index: number): T | undefined {
  return this[index < 0 ? this.length + index : index]
}

for (const type of [Array, String] as { prototype: object }[]) {
  if (!('at' in type.prototype)) {
    Object.defineProperty(type.prototype, 'at', { value: at, writable: true, configurable: true })
  }
}

Object.hasOwn ??= (object, key) => Object.hasOwn(object, key)
