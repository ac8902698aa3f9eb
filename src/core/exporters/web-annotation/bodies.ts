/**
 * The coding of an annotation as bodies, each a text that any program can show, with the purpose that comes nearest to what it says and
 * `parley:part` for what it is. Values of closed lists are the words of our contract ("supports", "high").
 */
import type { ProjectAnnotation } from '../../importers/project.ts'
import { urnOf } from '../../importers/web-annotation/vocabulary.ts'
import type { Names } from './names.ts'

type Purpose = 'tagging' | 'classifying' | 'assessing' | 'describing' | 'commenting' | 'bookmarking'

export interface Body {
  readonly type: 'TextualBody'
  readonly purpose: Purpose
  readonly value: string
  readonly format: 'text/plain'
  readonly language?: string
  readonly 'parley:part': string
  readonly 'parley:name'?: string
  readonly 'parley:entry'?: string
}

export function bodiesOf(annotation: ProjectAnnotation, names: Names): Body[] {
  const { tag, speaker, onBehalfOf, targets = [], issues = [], reportedBy = [], fields = {}, ...plain } = annotation
  const bodies: Body[] = []
  const add = (purpose: Purpose, part: string, value: string | number | null | undefined, more: Partial<Body> = {}): void => {
    if (value !== null && value !== undefined && value !== '')
      bodies.push({ type: 'TextualBody', purpose, value: String(value), format: 'text/plain', ...more, 'parley:part': part })
  }
  const entry = (key: string | null | undefined): Partial<Body> => (key ? { 'parley:entry': urnOf(key) } : {})
  add('tagging', 'tag', names.tag(tag), entry(tag))
  for (const key of issues) add('classifying', 'issue', names.issue(key), entry(key))
  add('tagging', 'speaker', names.party(speaker), entry(speaker))
  add('tagging', 'onBehalfOf', names.party(onBehalfOf), entry(onBehalfOf))
  for (const key of targets) add('tagging', 'target', names.party(key), entry(key))
  add('assessing', 'stance', plain.stance)
  add('assessing', 'intensity', plain.intensity)
  add('assessing', 'confidence', plain.confidence)
  add('assessing', 'status', plain.status)
  if (plain.important === true) add('bookmarking', 'important', 'important')
  add('describing', 'attribution', plain.attribution)
  for (const name of reportedBy) add('describing', 'reportedBy', name)
  add('describing', 'stated', plain.stated)
  add('describing', 'condition', plain.condition)
  add('describing', 'consequence', plain.consequence)
  add('describing', 'deadline', plain.deadline)
  for (const [name, value] of Object.entries(fields).toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    const isParty = names.holdsParty(tag, name)
    const shown = isParty ? names.party(String(value)) : typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
    add('describing', 'field', shown, { 'parley:name': name, ...(isParty && entry(String(value))) })
  }
  add('describing', 'translation', plain.translation, plain.translationLanguage ? { language: plain.translationLanguage } : {})
  add('commenting', 'note', plain.note)
  return bodies
}
