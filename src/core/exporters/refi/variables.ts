/** Variables of a REFI-QDA project: only those that something has a value of, each defined once, in the order in which they are first used. */
import { madeUid } from '../../importers/projects/uids.ts'
import type { XmlText } from './xml-text.ts'

export type VariableValue = string | number | boolean

type VariableType = 'Text' | 'Integer' | 'Float' | 'Boolean'

interface Variable {
  readonly guid: string
  readonly name: string
  type: VariableType
}

export class Variables {
  readonly #xml: XmlText
  readonly #used = new Map<string, Variable>()

  constructor(xml: XmlText) {
    this.#xml = xml
  }

  /** The element with a value; nothing for none. `code` tells variables apart, whatever they are called; all values of one are of one type. */
  value(code: string, name: string, value: VariableValue | null | undefined, type: VariableType = 'Text'): string[] {
    if (value === null || value === undefined || value === '') return []
    const text = written(value, type)
    if (text === null) return []
    const known = this.#used.get(code)
    const variable = known ?? { guid: madeUid('refi', 'variable', code), name, type }
    if (!known) this.#used.set(code, variable)
    const inside = [this.#xml.element('VariableRef', { targetGUID: variable.guid }), this.#xml.leaf(`${type}Value`, text)]
    return [this.#xml.element('VariableValue', {}, inside)]
  }

  /** The definitions of all that were used; names that two share are told apart by a number. */
  definitions(): string[] {
    const names = new Map<string, number>()
    return [...this.#used.values()].map(({ guid, name, type }) => {
      const times = (names.get(name) ?? 0) + 1
      names.set(name, times)
      return this.#xml.element('Variable', { guid, name: times === 1 ? name : `${name} (${times})`, typeOfVariable: type })
    })
  }
}

/** As its type is written in XML; null for what it cannot hold. */
function written(value: VariableValue, type: VariableType): string | null {
  if (type === 'Boolean') return value === true ? 'true' : 'false'
  if (type === 'Text') return String(value)
  if (typeof value !== 'number' || !Number.isFinite(value)) return null
  const plain = String(value)
  // A decimal of XML has no exponent.
  if (!plain.includes('e')) return plain
  return Math.abs(value) < 1 ? value.toFixed(20) : BigInt(Math.trunc(value)).toString()
}
