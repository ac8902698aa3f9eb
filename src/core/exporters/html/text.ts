/** Foreign words inside our own: names isolated from the direction of what surrounds them, and messages with markup in their gaps. */
import { say } from '../../messages.ts'
import { attrs, markup, joined, Markup } from './markup.ts'

/** A name, title or other foreign text in its own direction, so that it cannot turn the text around it. */
export const bdi = (text: string, language: string | null = null): Markup => markup`<bdi${attrs({ lang: language })}>${text}</bdi>`

/** Names in a row. */
export const names = (list: readonly string[]): Markup =>
  joined(
    list.map((name) => bdi(name)),
    say('report.listSeparator'),
  )

/** The message with its gaps filled: numbers as the message formats them, words as isolated names, markup as it is. */
export function phrase(id: string, values: Readonly<Record<string, string | number | Markup>> = {}): Markup {
  const gaps: Markup[] = []
  const filled = Object.entries(values).map(([name, value]): [string, string | number] => {
    if (typeof value === 'number') return [name, value]
    gaps.push(value instanceof Markup ? value : bdi(value))
    return [name, `\ue000${gaps.length - 1}\ue001`]
  })
  // No foreign text is in the message now, so every such sign is one of ours.
  const parts = say(id, Object.fromEntries(filled)).split(/\ue000(\d+)\ue001/)
  return markup`${parts.map((part, index) => (index % 2 === 1 ? gaps[Number(part)] : part))}`
}
