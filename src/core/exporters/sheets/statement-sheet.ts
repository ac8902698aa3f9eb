/** The statements that a report cites as a sheet: one row for each, with its coding, its source and a link to its passage. */
import { passageLink } from '../../../shared/domain/passage-link.ts'
import { say } from '../../messages.ts'
import type { Block, Note, Sheet } from '../document/model.ts'
import type { MarkedText } from '../report/marks.ts'
import { lines } from './block-words.ts'

export interface Statement extends Pick<Note, 'statement' | 'head' | 'lines' | 'translation' | 'citation'> {
  readonly quote: string
  readonly language: string | null
}

/** Each once, by number. */
export function statementsOf(blocks: readonly Block[]): Statement[] {
  const found = new Map<number, Statement>()
  for (const block of blocks) {
    if (block.kind === 'quote') {
      const { statement, head, quote, translation, citation } = block
      if (!found.has(statement.number))
        found.set(statement.number, {
          statement,
          head,
          quote: quote.text,
          language: quote.language,
          translation,
          lines: block.lines,
          citation,
        })
    } else if (block.kind === 'article-text') {
      const quotes = passages(block.marked)
      for (const [id, { statement, head, lines: said, translation, citation }] of block.notes) {
        if (!found.has(statement.number)) found.set(statement.number, { statement, head, quote: quotes.get(id) ?? '', language: block.language, translation, lines: said, citation }) // prettier-ignore
      }
    }
  }
  return [...found.values()].toSorted((a, b) => a.statement.number - b.statement.number)
}

export function statementSheet(statements: readonly Statement[]): Sheet {
  return {
    name: say('sheet.statements'),
    columns: [
      { head: say('sheet.statements.number'), kind: 'text' },
      { head: say('sheet.statements.tag'), kind: 'text' },
      { head: say('sheet.statements.quote'), kind: 'text', width: 60 },
      { head: say('sheet.statements.language'), kind: 'text' },
      { head: say('sheet.statements.translation'), kind: 'text' },
      { head: say('sheet.statements.coding'), kind: 'text' },
      { head: say('sheet.statements.details'), kind: 'text' },
      { head: say('sheet.statements.source'), kind: 'text' },
      { head: say('sheet.statements.address'), kind: 'link' },
      { head: say('sheet.statements.passage'), kind: 'link', width: 40 },
    ],
    rows: statements.map(({ statement, quote, language, translation, head, lines: said, citation }) => {
      const targets = [...head, ...said.flat(), ...citation].flatMap((inline) => (inline.kind === 'link' ? [inline.to] : []))
      const passage = targets.find((to) => 'passage' in to)
      return [
        statement.reference,
        statement.tag.name,
        quote,
        language,
        translation?.text ?? null,
        lines(head),
        said.map(lines).join('\n'),
        lines(citation),
        targets.find((to) => 'web' in to)?.web ?? null,
        passage ? passageLink(passage.passage.articleUid, passage.passage.annotationUid) : null,
      ]
    }),
  }
}

/** The words of each passage, by the id of its annotation; its paragraphs on lines of their own. */
function passages({ paragraphs }: MarkedText): Map<number, string> {
  const found = new Map<number, string[]>()
  for (const { pieces } of paragraphs) {
    const here = new Map<number, string>()
    for (const { over, text } of pieces) for (const id of over) here.set(id, (here.get(id) ?? '') + text)
    for (const [id, text] of here) found.set(id, [...(found.get(id) ?? []), text])
  }
  return new Map([...found].map(([id, texts]) => [id, texts.join('\n')]))
}
