import '../console/console.css'
import './studio.css'
import '../shared/old-browsers.ts'

const root = document.getElementById('studio')
if (root) import('./start.tsx').then(({ start }) => start(root), showStuck)

/** The studio's own files did not come: the server's sentence for this stands in the page. */
function showStuck(): void {
  const stuck = document.getElementById('stuck')
  if (stuck) stuck.hidden = false
}
