/** The coding of an annotation in words: as lines that a person reads, and as the values of a statement. */
import type { FileTag } from '../../codebook/file.ts'
import type { ProjectAnnotation } from '../../importers/project.ts'
import { say } from '../../messages.ts'
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
    ...text('speaker', say('coding.speaker'), context.party(annotation.speaker)),
    ...text('on-behalf-of', say('coding.onBehalfOf'), context.party(annotation.onBehalfOf)),
    ...text('targets', say('coding.targets'), targets.map((key) => context.party(key)).join('; ')),
    ...text('stance', say('coding.stance'), stance && say(`stance.${stance}`)),
    ...(typeof intensity === 'number'
      ? [{ code: 'intensity', name: say('coding.intensity'), value: intensity, type: 'Integer' as const }]
      : []),
    ...text('attribution', say('coding.attribution'), attribution && say(`attribution.${attribution}`)),
    ...text('reported-by', say('coding.reportedBy'), reportedBy.join(' ← ')),
    ...text('stated', say('coding.stated'), annotation.stated),
    ...text('condition', say('coding.condition'), annotation.condition),
    ...text('consequence', say('coding.consequence'), annotation.consequence),
    ...text('deadline', say('coding.deadline'), annotation.deadline),
    ...text('confidence', say('coding.confidence'), confidence && say(`confidence.${confidence}`)),
    ...text('translation', say('coding.translation'), annotation.translation),
    ...text('translation-language', say('coding.translationLanguage'), annotation.translationLanguage),
    ...(annotation.important ? [{ code: 'important', name: say('coding.important'), value: true, type: 'Boolean' as const }] : []),
    ...text('review', say('coding.status'), status && status !== 'draft' ? say(`coding.status.${status}`) : null),
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
    .map(({ name, value }) => `${name}: ${typeof value === 'boolean' ? say(value ? 'coding.yes' : 'coding.no') : value}`)
    .join('\n')
