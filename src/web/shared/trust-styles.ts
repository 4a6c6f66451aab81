type Policies = {
  readonly createPolicy: (name: string, rules: { createHTML: (text: string) => string }) => unknown
}

/**
 * The page takes style sheets only with the server's word (nonce), and refuses text that is made into
 * markup (Trusted Types). antd writes its sheets with innerHTML and forgets the word in some places:
 * so each style element that our script makes carries it, and texts without any `<` pass. Whatever
 * could become an element does not.
 */
export function trustStyles(nonce: string): void {
  const { trustedTypes } = window as { readonly trustedTypes?: Policies }
  trustedTypes?.createPolicy('default', { createHTML: withoutMarkup })
  const make = document.createElement.bind(document) as (...given: unknown[]) => HTMLElement
  const withWord = (...given: unknown[]) => {
    const element = make(...given)
    if (element instanceof HTMLStyleElement) element.nonce = nonce
    return element
  }
  document.createElement = withWord as typeof document.createElement
}

function withoutMarkup(text: string): string {
  if (text.includes('<')) throw new TypeError('text must not become markup')
  return text
}
