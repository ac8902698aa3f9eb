/** What can be made here is said before it is made, in the words of the error that would come. */
import { expect, test } from 'vitest'
import { openCore } from '../../../../src/core/app.ts'
import { createClient } from '../../../../src/shared/rpc/client.ts'
import { reportFormatSchema } from '../../../../src/shared/domain/report.ts'
import type { Printer } from '../../../../src/shared/rpc/printer.ts'

const printing = (problem: Awaited<ReturnType<Printer['problem']>>): Printer => ({
  problem: async () => problem,
  print: () => Promise.reject(new Error('not asked to')),
})

test('every format is listed; PDF only where there is something to print with, with the reason where there is not', async () => {
  const formats = (printer: Printer) => createClient(openCore({ printer })).call('reports.formats', {})
  const all = await formats(printing(null))
  expect(all.map(({ format }) => format)).toEqual(reportFormatSchema.options)
  expect(all.filter(({ problem }) => problem !== null)).toEqual([])
  const without = await formats(printing({ code: 'no-printer', details: {} }))
  expect(without.filter(({ problem }) => problem !== null)).toEqual([
    {
      format: 'pdf',
      problem: { code: 'no-printer', details: {}, message: expect.stringMatching(/Chromium.+[Ss]ave the report as HTML/) as string },
    },
  ])
  const named = await formats(printing({ code: 'no-printer', details: { reason: 'variable' } }))
  expect(named.find(({ format }) => format === 'pdf')?.problem?.message).toMatch(/^PARLEY_BROWSER names/)
})
