/** The coding of an annotation in words: as lines that a person reads, and as the values of a statement. */
import type { FileTag } from '../../codebook/file.ts'
import type { ProjectAnnotation } from '../../importers/project.ts'
import type { FieldType, FieldValue } from '../../../shared/domain/tag-field.ts'
import type { RefiContext } from './context.ts'
import type { VariableValue } from './variables.ts'

export interface CodingValue {
  readonly code: string
  readonly name: string
  readonly value: VariableValue
  readonly type?: 'Text' | 'Integer' | 'Float' | 'Boolean'
}

/** All that is coded beside tag, issues and note, each once; what is not set is left out. */
export function codingValues(annotation: ProjectAnnotation, context: RefiContext): CodingValue[] {
  const { stance, intensity, attribution, confidence, status, reportedBy = [], targets = [] } = annotation
  const text = (code: string, name: string, value: string | null | undefined): CodingValue[] => (value ? [{ code, name, value }] : [])
  return [
    ...text('speaker', context.word('coding.speaker'), context.party(annotation.speaker)),
    ...text('on-behalf-of', context.word('coding.onBehalfOf'), context.party(annotation.onBehalfOf)),
    ...text('targets', context.word('coding.targets'), targets.map((key) => context.party(key)).join('; ')),
    ...text('stance', context.word('coding.stance'), stance && context.word(`stance.${stance}`)),
    ...(typeof intensity === 'number'
      ? [{ code: 'intensity', name: context.word('coding.intensity'), value: intensity, type: 'Integer' as const }]
      : []),
    ...text('attribution', context.word('coding.attribution'), attribution && context.word(`attribution.${attribution}`)),
    ...text('reported-by', context.word('coding.reportedBy'), reportedBy.join(' ← ')),
    ...text('stated', context.word('coding.stated'), annotation.stated),
    ...text('condition', context.word('coding.condition'), annotation.condition),
    ...text('consequence', context.word('coding.consequence'), annotation.consequence),
    ...text('deadline', context.word('coding.deadline'), annotation.deadline),
    ...text('confidence', context.word('coding.confidence'), confidence && context.word(`confidence.${confidence}`)),
    ...text('translation', context.word('coding.translation'), annotation.translation),
    ...text('translation-language', context.word('coding.translationLanguage'), annotation.translationLanguage),
    ...(annotation.important ? [{ code: 'important', name: context.word('coding.important'), value: true, type: 'Boolean' as const }] : []),
    ...text('review', context.word('coding.status'), status && status !== 'draft' ? context.word(`coding.status.${status}`) : null),
    ...ownValues(annotation, context),
  ]
}

/** Values of the tag's own fields. */
function ownValues({ tag, fields = {} }: ProjectAnnotation, context: RefiContext): CodingValue[] {
  const entry = context.project.tags.find(({ key }) => key === tag)
  const types = new Map((entry?.more?.fields ?? []).map((field: NonNullable<FileTag['fields']>[number]) => [field.name, field.type]))
  return Object.entries(fields).map(([name, value]) => ({
    code: `field ${tag ?? ''} ${name}`,
    name: `${entry?.name ?? ''}: ${name}`,
    ...typed(value, types.get(name) ?? 'text', context),
  }))
}

function typed(value: FieldValue, type: FieldType, context: RefiContext): Pick<CodingValue, 'value' | 'type'> {
  if (type === 'number') return { value, type: 'Float' }
  if (type === 'yes-no') return { value, type: 'Boolean' }
  return { value: type === 'party' ? context.party(String(value)) : String(value) }
}

/** The same as lines, "Speaker: Oman"; '' where nothing is coded. */
export const codingLines = (annotation: ProjectAnnotation, context: RefiContext): string =>
  codingValues(annotation, context)
    .map(({ name, value }) => `${name}: ${typeof value === 'boolean' ? context.word(value ? 'coding.yes' : 'coding.no') : value}`)
    .join('\n')
