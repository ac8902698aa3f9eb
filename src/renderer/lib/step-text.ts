/** A step of the history in words: "Tag “clear, verifiable …”". */
import type { Step } from '../../shared/domain/history.ts'
import { messages } from './locale.tsx'
import type { Say } from './say.ts'

const LONGEST = 60

/** The subject is isolated, so that its direction moves nothing around it. Kinds without words of their own are called a change: a newer Parley may have written them. */
export function stepText(say: Say, step: Pick<Step, 'kind' | 'subject' | 'count'>): string {
  const key = `step.${step.kind}`
  const subject = (step.subject ?? '').replaceAll(/\s+/g, ' ')
  const shown = subject.length > LONGEST ? `${subject.slice(0, LONGEST).trimEnd()}…` : subject
  return say(key in messages ? key : 'step.other', { subject: `\u2068${shown}\u2069`, count: step.count })
}
