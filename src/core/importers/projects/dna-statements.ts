/** Statements of a DNA project as annotations. What a statement says by variables that have no place here stands in its note. */
import type { DnaData, DnaStatement } from '../../store/foreign/dna.ts'
import type { ProjectAnnotation } from '../project.ts'
import type { ImportLoss } from '../types.ts'
import type { DnaText } from './dna-articles.ts'
import { partyKey, tagKey, type DnaRole } from './dna-entries.ts'
import { madeUid } from './uids.ts'

export function dnaStatements(
  data: DnaData,
  roles: ReadonlyMap<number, DnaRole>,
  texts: ReadonlyMap<number, DnaText>,
): { annotations: ProjectAnnotation[]; lost: ImportLoss[] } {
  const variables = new Map(data.variables.map((variable) => [variable.id, variable]))
  const types = new Map(data.types.map((type) => [type.id, type.label]))
  const names = new Map(data.entities.map((entity) => [entity.id, entity.value]))
  const positions = new Set(data.variables.filter(({ id }) => roles.get(id) === 'concept').map(({ typeId }) => typeId))
  let outside = 0
  let orphans = 0
  const coding = ({ values }: DnaStatement) => {
    const found: { person?: string; organization?: string; concept?: string; agreement?: boolean } = {}
    const notes: string[] = []
    for (const [variableId, value] of values) {
      const role = roles.get(variableId) ?? 'note'
      const shown = 'entity' in value ? (names.get(value.entity) ?? '').trim() : String(value.value).trim()
      if (role === 'agreement') found.agreement = 'value' in value && value.value === true
      else if (shown === '') continue
      else if (role === 'note') notes.push(`${variables.get(variableId)?.name ?? variableId}: ${shown}`)
      else if ('entity' in value) found[role] = partyKey(value.entity)
    }
    return { ...found, note: notes.length === 0 ? null : notes.join('\n') }
  }
  const annotations = data.statements.flatMap((statement): ProjectAnnotation[] => {
    const { id, typeId, documentId, start, stop, coder } = statement
    const text = texts.get(documentId)
    if (!text) {
      orphans += 1
      return []
    }
    if (!Number.isInteger(start) || !Number.isInteger(stop) || start < 0 || stop > text.length || start >= stop) {
      outside += 1
      return []
    }
    const { person, organization, concept, agreement, note } = coding(statement)
    const speaker = person ?? organization ?? null
    return [
      {
        key: String(id),
        uid: madeUid('dna-statement', text.hash, types.get(typeId) ?? '', id, start, stop),
        article: String(documentId),
        start: text.toText(start),
        end: text.toText(stop),
        tag: positions.has(typeId) || !types.get(typeId)?.trim() ? null : tagKey(typeId),
        speaker,
        onBehalfOf: person !== undefined && organization !== undefined ? organization : null,
        issues: concept === undefined ? [] : [concept],
        stance: agreement === undefined ? null : agreement ? 'supports' : 'opposes',
        note,
        coder,
      },
    ]
  })
  return {
    annotations,
    lost: [
      { code: 'annotations-outside', count: outside },
      { code: 'annotations-without-article', count: orphans },
    ],
  }
}
