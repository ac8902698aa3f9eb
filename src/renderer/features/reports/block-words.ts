/** How a block of a briefing is called and what it says of itself in one line, and the sign beside it. */
import {
  AlignLeft,
  BookOpen,
  ChartColumn,
  ClipboardList,
  Columns3,
  GitCompareArrows,
  Grid3x3,
  History,
  MessageSquareQuote,
  NotebookPen,
  Quote,
  UserRound,
  type LucideIcon,
} from 'lucide-react'
import { useIntl } from 'react-intl'
import type { Codebook } from '../../lib/codebook.ts'
import { partsOf } from '../../lib/parts/filter/filter-set.ts'
import { formatPartialDate, useSay } from '../../lib/say.ts'
import type { BlockContent, BlockKind } from './blocks.ts'

export const BLOCK_SIGNS: Readonly<Record<BlockKind, LucideIcon>> = {
  summary: NotebookPen,
  text: AlignLeft,
  matrix: Grid3x3,
  'side-by-side': Columns3,
  summaries: MessageSquareQuote,
  changes: GitCompareArrows,
  ledger: ClipboardList,
  timeline: History,
  chart: ChartColumn,
  dossier: UserRound,
  quotes: Quote,
  articles: BookOpen,
}

const SHOWN = 80

/** Without the marks of the text field, on one line. */
export const plainOf = (text: string): string =>
  text
    .replace(/\*+|\[\d+\]|^\s*- /gm, '')
    .replace(/\s+/g, ' ')
    .trim()

export interface BlockWords {
  /** Its heading, or the one it has by itself. */
  title: (content: BlockContent) => string
  about: (content: BlockContent) => string
}

export function useBlockWords(codebook: Codebook): BlockWords {
  const say = useSay()
  const intl = useIntl()
  return {
    title: ({ kind, heading }) => (heading ?? '').trim() || say(`reports.block.${kind}`),
    about(content) {
      const kind = (content.heading ?? '').trim() === '' ? [] : [say(`reports.block.${content.kind}`)]
      const own = 'filter' in content && content.filter ? [say('reports.block.ownFilter', { count: partsOf(content.filter).length })] : []
      switch (content.kind) {
        case 'summary':
        case 'text': {
          const text = content.text.trim()
          const quotes = content.quotes.length > 0 ? [say('reports.block.quoted', { count: content.quotes.length })] : []
          return [...kind, text === '' ? say('reports.block.noText') : plainOf(text).slice(0, SHOWN), ...quotes].join(' · ')
        }
        case 'dossier': {
          const party = content.party === null ? undefined : codebook.partyById.get(content.party)
          return [...kind, party?.name ?? say('reports.block.noParty'), ...own].join(' · ')
        }
        case 'changes': {
          const since = formatPartialDate(intl, content.since)
          const until = content.until === undefined ? undefined : formatPartialDate(intl, content.until)
          const days = until === undefined ? say('reports.block.after', { since }) : say('reports.block.between', { since, until })
          return [...kind, days, ...own].join(' · ')
        }
        case 'chart':
          return [...kind, say(`reports.chart.${content.chart}`), ...own].join(' · ')
        default:
          return [...kind, ...own].join(' · ')
      }
    },
  }
}
