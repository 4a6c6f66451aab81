import './console.css'
import './shell/shell.css'
import '../shared/old-browsers.ts'

/** The sign-in page shares the look, but needs no console. */
const root = document.getElementById('console')
if (root) import('./start.tsx').then(({ start }) => start(root), showStuck)

/** The console's own files did not come: the server's sentence for this stands in the page. */
function showStuck(): void {
  const stuck = document.getElementById('stuck')
  if (stuck) stuck.hidden = false
}
