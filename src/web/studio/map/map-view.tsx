import '@xyflow/react/dist/style.css'
import dagre from '@dagrejs/dagre'
import { Background, Controls, type Edge, MarkerType, type Node, ReactFlow } from '@xyflow/react'
import { useMemo } from 'react'
import { type Place, useRoom } from '../documents/room.ts'
import { titleOf } from '../outline/title-of.ts'
import { say } from '../step/texts.ts'
import { edgesOf } from './edges.ts'

const BOX = { width: 220, height: 58 } as const

/** The flow drawn: its places are computed each time, nothing of them is stored. A click looks at a step. */
export default function MapView() {
  const { parts, place, goTo, findings, marks, rows: all, vocabulary } = useRoom()
  const rows = useMemo(
    () => all.flatMap((row) => (row.is === 'step' && row.question === undefined ? [row] : [])),
    [all],
  )
  const links = useMemo(() => (parts ? edgesOf(parts) : []), [parts])
  const spots = useMemo(
    () =>
      layOut(
        rows.map(({ id }) => id),
        links,
      ),
    [rows, links],
  )
  const nodes: readonly Node[] = rows.map((row) => {
    const bad = findings.some(({ step, level }) => step === row.id && level === 'error')
    const mark = marks[row.id]
    return {
      id: row.id,
      position: spots.get(row.id) ?? { x: 0, y: 0 },
      data: { label: `${row.number} ${titleOf(row, vocabulary)}${mark ? ` · ${mark.text}` : ''}` },
      className: ['map-step', row.kind, bad ? 'bad' : '', mark?.tone ?? ''].join(' '),
      selected: row.step === place?.step,
      ariaLabel: `${row.number} ${titleOf(row, vocabulary)}`,
      ...{ width: BOX.width, height: BOX.height, draggable: false, connectable: false },
    }
  })
  const edges: readonly Edge[] = links.map(({ from, to, label, kind }) => ({
    id: `${from} ${to} ${label}`,
    ...{ source: from, target: to, label },
    markerEnd: { type: MarkerType.ArrowClosed },
    className: kind,
    focusable: false,
  }))
  if (!parts) return <p className="soft">{say('outline.unusual')}</p>
  return (
    <div className="map box bare">
      <ReactFlow
        nodes={[...nodes]}
        edges={[...edges]}
        onNodeClick={(_, { id }) => {
          const row = rows.find((each) => each.id === id)
          if (row) goTo({ step: row.step })
        }}
        fitView
        fitViewOptions={{ nodes: around(rows, place), maxZoom: 1 }}
        minZoom={0.1}
        nodesDraggable={false}
        nodesConnectable={false}
        edgesFocusable={false}
        proOptions={{ hideAttribution: true }}
        aria-label={say('map.label')}
        ariaLabelConfig={{
          'node.a11yDescription.default': say('map.node'),
          'node.a11yDescription.keyboardDisabled': say('map.node'),
          'controls.ariaLabel': say('map.controls'),
          'controls.zoomIn.ariaLabel': say('map.in'),
          'controls.zoomOut.ariaLabel': say('map.out'),
          'controls.fitView.ariaLabel': say('map.all'),
        }}
      >
        <Background />
        <Controls showInteractive={false} />
      </ReactFlow>
    </div>
  )
}

/** The step that is looked at and its neighbours: a long flow as a whole could not be read. */
function around(rows: readonly { readonly id: string }[], place: Place) {
  const from = Math.max(0, (place?.step ?? 0) - 2)
  return rows.slice(from, from + 5).map(({ id }) => ({ id }))
}

function layOut(ids: readonly string[], links: ReturnType<typeof edgesOf>) {
  const graph = new dagre.graphlib.Graph()
  graph.setGraph({ rankdir: 'TB', nodesep: 30, ranksep: 40 })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const id of ids) graph.setNode(id, { ...BOX })
  for (const { from, to } of links) graph.setEdge(from, to)
  dagre.layout(graph)
  return new Map(
    ids.map((id) => {
      const { x, y } = graph.node(id)
      return [id, { x: x - BOX.width / 2, y: y - BOX.height / 2 }] as const
    }),
  )
}
