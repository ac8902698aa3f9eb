/**
 * What an annotation must be (W3C model, the MUSTs of its sections 3 and 4), so that one that is not is refused by name and never half
 * understood. Faults are the words of `import.problem.damaged.web-annotation`.
 */
import { hasType, isAddress, isRecord, many, only, textOf, type Item } from './values.ts'
import type { FoundAnnotation } from './collect.ts'

export type Fault =
  'context' | 'type' | 'id' | 'target' | 'source' | 'selector' | 'body' | 'both' | 'date' | 'direction' | 'agent' | 'address'

/** The first thing that is wrong with it; null where it is as it must be. */
export function faultOf({ item, hasContext, isHypothesis }: FoundAnnotation): Fault | null {
  const target = targetFault(item['target'])
  if (isHypothesis) return target
  if (!hasContext) return 'context'
  if (!hasType(item, 'Annotation')) return 'type'
  if (!isAddress(only(item['id'] ?? item['@id']))) return 'id'
  if (target) return target
  if ('body' in item && 'bodyValue' in item) return 'both'
  if ('bodyValue' in item && textOf(item['bodyValue']) === null) return 'body'
  const bodies = 'body' in item ? (bodyFault(item['body']) ?? null) : null
  return bodies ?? commonFault(item)
}

/** What annotations, bodies and targets have in common. */
function commonFault(item: Item): Fault | null {
  const isWrong = (name: string, isRight: (value: unknown) => boolean): boolean => name in item && !isRight(item[name])
  if (['created', 'modified', 'generated'].some((name) => isWrong(name, isMoment))) return 'date'
  if (isWrong('textDirection', (value) => ['ltr', 'rtl', 'auto'].includes(textOf(value) ?? ''))) return 'direction'
  if (['creator', 'generator'].some((name) => isWrong(name, isAgents))) return 'agent'
  if (['rights', 'via'].some((name) => isWrong(name, (value) => many(value).length > 0 && many(value).every(isAddress)))) return 'address'
  return isWrong('canonical', (value) => isAddress(only(value))) ? 'address' : null
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/i
const isMoment = (value: unknown): boolean => MOMENT.test(textOf(value) ?? '') && !Number.isNaN(Date.parse(textOf(value) ?? ''))
const isAgents = (value: unknown): boolean => many(value).length > 0 && many(value).every((one) => isAddress(one) || isRecord(one))

function targetFault(value: unknown): Fault | null {
  const targets = many(value)
  if (targets.length === 0) return 'target'
  for (const target of targets) {
    if (isAddress(target)) continue
    if (!isRecord(target)) return 'target'
    const fault = hasType(target, 'TextualBody') ? 'target' : resourceFault(target, 'target')
    if (fault) return fault
  }
  return null
}

function bodyFault(value: unknown): Fault | null {
  const bodies = many(value)
  if (bodies.length === 0) return 'body'
  for (const body of bodies) {
    if (isAddress(body)) continue
    if (!isRecord(body)) return 'body'
    if (hasType(body, 'TextualBody') || 'value' in body) {
      if (textOf(body['value']) === null || 'items' in body || 'source' in body) return 'body'
    }
    const fault = 'value' in body ? commonFault(body) : resourceFault(body, 'body')
    if (fault) return fault
  }
  return null
}

const SETS = ['Choice', 'List', 'Composite', 'Independents']

function resourceFault(item: Item, fault: 'body' | 'target'): Fault | null {
  const isSet = SETS.some((name) => hasType(item, name))
  if (isSet) {
    const isOne = many(item['type'] ?? item['@type']).length === 1 && many(item['items']).length > 0
    return isOne && !('value' in item) && !('source' in item) ? commonFault(item) : fault
  }
  if ('items' in item) return fault
  if ('source' in item || 'selector' in item || hasType(item, 'SpecificResource')) {
    if (!isSource(item['source']) || 'value' in item) return 'source'
    return many(item['selector']).every(isSelector) ? commonFault(item) : 'selector'
  }
  return isAddress(only(item['id'] ?? item['@id'])) ? commonFault(item) : fault
}

/** One resource: an address, or an object that has one. */
function isSource(value: unknown): boolean {
  const source = only(value)
  return isAddress(source) || (isRecord(source) && isAddress(only(source['id'] ?? source['@id'])))
}

function isSelector(value: unknown): boolean {
  if (isAddress(value)) return true
  if (!isRecord(value)) return false
  const isText = (name: string): boolean => textOf(value[name]) !== null
  const isOptional = (name: string): boolean => !(name in value) || isText(name)
  if (hasType(value, 'TextQuoteSelector')) return isText('exact') && isOptional('prefix') && isOptional('suffix')
  if (hasType(value, 'TextPositionSelector') || hasType(value, 'DataPositionSelector'))
    return isPlace(value['start']) && isPlace(value['end'])
  if (['FragmentSelector', 'CssSelector', 'XPathSelector'].some((name) => hasType(value, name))) return isText('value')
  return true
}

const isPlace = (value: unknown): boolean => Number.isSafeInteger(only(value)) && Number(only(value)) >= 0
