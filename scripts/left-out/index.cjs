// Stands in for parts of wechaty that this house does not use and that carry known holes:
// the web protocol of personal accounts, link previews, and the reading of QR codes in pictures.
module.exports = new Proxy(
  {},
  {
    get(_, name) {
      if (name === '__esModule' || typeof name === 'symbol') return undefined
      throw new Error(`left out of this house: ${name}`)
    },
  },
)
