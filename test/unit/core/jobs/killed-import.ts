/** Imports a large table into the library named in the call, and says so once some of it is stored; the test then kills it. */
import { openCore } from '../../../../src/core/app.ts'
import { createClient } from '../../../../src/shared/rpc/client.ts'

const core = openCore()
const client = createClient(core)
await core.control.openLibrary(process.argv[2] ?? '')
const rows = Array.from({ length: 5_000 }, (_, row) => `Row ${row},2025-10-01,"Words of row ${row}, said the council."`)
const { stagedId } = await core.control.stageBytes('a.csv', new TextEncoder().encode(['Headline,Date,Body', ...rows].join('\n')))
core.subscribe((event) => {
  if (event.event === 'jobMoved' && (event.payload.job.at?.done ?? 0) > 200) process.send?.('some')
})
await client.call('imports.start', { items: [{ stagedId }] })
