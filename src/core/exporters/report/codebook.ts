/** The issues a report speaks of, as the codebook defines them: part of the method note. Tags stand in the key to the signs. */
import { PATH_SEPARATOR } from '../../../shared/domain/codebook.ts'
import { say } from '../../messages.ts'
import { foreign, paragraph, text } from '../document/inlines.ts'
import type { Block } from '../document/model.ts'
import type { ReportContext } from './context.ts'
import { issuePath } from './inlines.ts'

/** Issues that any statement the report rests on is coded with, in codebook order, with how many; nothing where there are none. */
export function issuesUsed({ names, cites }: ReportContext): Block[] {
  const counts = new Map<number, number>()
  for (const { coding } of cites.basis) for (const id of coding.issueIds) counts.set(id, (counts.get(id) ?? 0) + 1)
  const used = names.issues.filter(({ id }) => counts.has(id))
  if (used.length === 0) return []
  const heads = ['issues', 'definition', 'count'] as const
  return [
    {
      kind: 'table',
      id: 'codebook-issues',
      look: 'plain',
      label: say('report.method.issues'),
      caption: [text(say('report.method.issues'))],
      columns: heads.map((head, index) => ({
        head: [text(say(`report.column.${head}`))],
        share: [4, 6, 1][index] ?? 1,
        ...(head === 'count' && { align: 'end' as const }),
      })),
      rows: used.map(({ id, path, definition }) => ({
        cells: [
          { blocks: [paragraph(issuePath(path))] },
          { blocks: definition.trim() === '' ? [] : [paragraph([foreign(definition)])] },
          { blocks: [paragraph([text(String(counts.get(id) ?? 0))])] },
        ],
      })),
      sheet: {
        name: say('report.method.issues'),
        columns: [
          { head: say('report.column.issues'), kind: 'text', width: 40 },
          { head: say('report.column.definition'), kind: 'text', width: 60 },
          { head: say('report.column.count'), kind: 'number' },
        ],
        rows: used.map(({ id, path, definition }) => [path.join(PATH_SEPARATOR), definition, counts.get(id) ?? 0]),
      },
    },
  ]
}
