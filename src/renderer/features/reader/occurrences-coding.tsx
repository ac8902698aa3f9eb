/** What every place gets besides the tag, in one line of the dialog; nothing where it is the tag alone. */
import type { AnnotationInput } from '../../../shared/domain/annotation.ts'
import { issueText, type Codebook } from '../../lib/codebook.ts'
import { useSay } from '../../lib/say.ts'
import { Chip } from '../../ui/chip.tsx'
import styles from './occurrences-dialog.module.css'

export interface OccurrencesCodingProps {
  /** Parties and issues by their ids. */
  coding: Partial<AnnotationInput>
  codebook: Codebook
  /** "Each gets:" */
  intro: string
}

export function OccurrencesCoding({ coding, codebook, intro }: OccurrencesCodingProps) {
  const say = useSay()
  const { speaker, targets = [], issues = [], stance, intensity } = coding
  const party = (ref: unknown): string => (typeof ref === 'number' ? (codebook.partyById.get(ref)?.name ?? '') : '')
  const issue = (ref: unknown): string => {
    const found = typeof ref === 'number' ? codebook.issueById.get(ref) : undefined
    return found ? issueText(found) : ''
  }
  const labels = [
    ...(typeof speaker === 'number' ? [say('sticky.speaker', { name: party(speaker) })] : []),
    ...targets.map((ref) => say('sticky.target', { name: party(ref) })),
    ...issues.map((ref) => say('sticky.issue', { name: issue(ref) })),
    ...(stance ? [say(`stance.${stance}`)] : []),
    ...(typeof intensity === 'number' ? [say('coding.intensityValue', { value: intensity })] : []),
  ]
  if (labels.length === 0) return null
  return (
    <div className={styles.sets}>
      <span>{intro}</span>
      {labels.map((label) => (
        <Chip key={label} label={label} />
      ))}
    </div>
  )
}
