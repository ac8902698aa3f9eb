/** A cell as rows for a spreadsheet, one a quote, oldest first. Offsets are UTF-16 units into the article's text. */
import { PATH_SEPARATOR } from '../../../shared/domain/codebook.ts'
import { citationText, cite } from '../../../shared/citation/cite.ts'
import type { CellData } from './gather.ts'

const HEAD = [
  'summary number',
  'date',
  'date of',
  'speaker',
  'on behalf of',
  'to',
  'tag',
  'stance',
  'intensity',
  'issues',
  'attribution',
  'reported by',
  'quote',
  'translation',
  'condition',
  'consequence',
  'deadline',
  'outlet',
  'grading',
  'citation',
  'article',
  'start',
  'end',
  'annotation',
]

/** With its head. */
export function cellRows({ statements, numbers }: CellData): string[][] {
  const rows = statements.map((statement) => {
    const { coding, article, tag, speaker, onBehalfOf, targets, issues, date } = statement
    return [
      String(numbers.get(coding.id) ?? ''),
      date ?? '',
      coding.stated === null ? (date === null ? '' : 'publication') : 'statement',
      speaker ?? '',
      onBehalfOf ?? '',
      targets.join('; '),
      tag.name,
      coding.stance ?? '',
      String(coding.intensity ?? ''),
      issues.map((path) => path.join(PATH_SEPARATOR)).join('; '),
      coding.attribution ?? '',
      coding.reportedBy.join(' < '),
      coding.quote,
      coding.translation ?? '',
      coding.condition ?? '',
      coding.consequence ?? '',
      coding.deadline ?? '',
      article.outlet ?? '',
      `${article.reliability ?? ''}${article.credibility ?? ''}`,
      citationText(cite(article, 'chicago')),
      String(coding.articleId),
      String(coding.start),
      String(coding.end),
      String(coding.id),
    ]
  })
  return [HEAD, ...rows]
}
