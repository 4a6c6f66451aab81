import { startEmbedded } from '../../src/edge/storage/embedded/embedded.ts'

/** A process of its own that uses the embedded server of a folder until it is told to stop. */
const server = await startEmbedded(process.argv[2] ?? '')
process.stdout.write(`${JSON.stringify({ joined: server.joined, pid: server.pid })}\n`)
process.stdin.once('data', async () => {
  await server.stop()
  process.exit(0)
})
