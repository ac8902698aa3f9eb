/** Reports of every kind, made of the sample library in four scripts, are valid HTML: judged by a checker that is not ours. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCore } from '../../../../src/core/app.ts'
import { createClient } from '../../../../src/shared/rpc/client.ts'
import type { Core } from '../../../../src/shared/rpc/core-control.ts'
import { reportKindSchema, type ReportInput, type ReportKind } from '../../../../src/shared/domain/report.ts'

const checker = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Either is HTML.
    'doctype-style': 'off',
    // Frames that scroll by keyboard: regions without a heading of their own, which the native element does not stand for.
    'prefer-native-element': 'off',
    // A heading may stand in two sections ("Demand": what it says, what is said to it), and a table be named as its section is.
    'unique-landmark': 'off',
  },
})
const folder = mkdtempSync(join(tmpdir(), 'parley-html-'))
let core: Core
beforeAll(async () => {
  core = openCore({ coder: 'Ada', clock: () => Date.UTC(2026, 10, 22) })
  await core.control.openSample(join(folder, 'sample.parley'))
}, 60_000)
afterAll(async () => {
  await core.control.shutdown()
  rmSync(folder, { recursive: true, force: true })
})

const look = { house: 'House & <Talks>', banner: 'RESTRICTED' }
const inputs: Readonly<Record<ReportKind, Omit<ReportInput, 'kind'>>> = {
  annotated: {},
  comparison: { look },
  ledger: {},
  timeline: {},
  dossier: { party: 1 },
  changes: { since: '2025-10-15', until: '2025-10-30' },
  briefing: {
    look,
    blocks: [
      { kind: 'summary', text: 'It **failed**. [1]\n\n- One\n- Two', quotes: [1] },
      { kind: 'matrix' },
      { kind: 'chart', chart: 'stances' },
      { kind: 'dossier', party: 1 },
      { kind: 'quotes' },
    ],
  },
}

test.each(reportKindSchema.options)('%s', async (kind) => {
  const { html } = await createClient(core).call('reports.preview', { kind, ...inputs[kind] })
  const { results } = await checker.validateString(html)
  expect(results.flatMap(({ messages }) => messages.map(({ ruleId, line, message }) => `${ruleId} ${line}: ${message}`))).toEqual([])
  // What a link leads to is there.
  const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id))
  const places = [...html.matchAll(/href="#([^"]+)"/g)].map(([, place]) => place)
  expect(places.length).toBeGreaterThan(0)
  expect(places.filter((place) => !ids.has(place))).toEqual([])
})
