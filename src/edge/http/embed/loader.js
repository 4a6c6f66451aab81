/**
 * Brings the chat onto another site: a button that opens it, or, with data-into, a place of the page
 * that shows it. Nothing is loaded before it is asked for. The words come from the server.
 */
;(() => {
  const script = document.currentScript
  const { street, into } = script.dataset
  const address = new URL('/', script.src)
  if (street) address.searchParams.set('street', street)

  const frame = document.createElement('iframe')
  frame.title = WORDS.title
  frame.allow = 'microphone'
  frame.referrerPolicy = 'no-referrer'
  Object.assign(frame.style, { border: '2px solid #8a2d06', borderRadius: '12px', width: '100%' })

  const place = into && document.querySelector(into)
  if (place) {
    frame.src = address.href
    frame.style.height = 'min(90vh, 50rem)'
    place.append(frame)
    return
  }

  const corner = { position: 'fixed', right: '12px', zIndex: 2147483000 }
  const button = document.createElement('button')
  button.type = 'button'
  Object.assign(button.style, corner, {
    bottom: '12px',
    minWidth: '60px',
    minHeight: '60px',
    padding: '8px 16px',
    border: 0,
    borderRadius: '30px',
    background: '#8a2d06',
    color: '#fff',
    font: 'bold 20px system-ui, sans-serif',
    cursor: 'pointer',
  })
  Object.assign(frame.style, corner, {
    bottom: '84px',
    width: 'min(420px, calc(100vw - 24px))',
    height: 'min(720px, calc(100vh - 108px))',
    background: '#fffaf3',
  })

  const show = (open) => {
    if (open && !frame.src) frame.src = address.href
    frame.hidden = !open
    frame.style.display = open ? 'block' : 'none'
    button.textContent = open ? WORDS.close : WORDS.open
    button.setAttribute('aria-expanded', String(open))
  }
  button.addEventListener('click', () => show(frame.hidden))
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || frame.hidden) return
    show(false)
    button.focus()
  })
  show(false)
  document.body.append(frame, button)
})()
