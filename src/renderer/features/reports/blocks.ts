/**
 * The blocks of a briefing while it is put together: an order of blocks, each with a key of its own that stays with it wherever it goes.
 * Every operation gives a new list in which each key stands once. Pure.
 */
import { z } from 'zod'
import { briefingBlockSchema, type BriefingBlock } from '../../../shared/domain/report.ts'

type Dossier = Extract<BriefingBlock, { kind: 'dossier' }>
/** A block that may still lack its party: it is then no part of the report. */
export type BlockContent = Exclude<BriefingBlock, Dossier> | (Omit<Dossier, 'party'> & { party: number | null })
export type BlockKind = BlockContent['kind']
export interface Block {
  key: string
  content: BlockContent
}

/** In the order in which they are offered: words, pictures and tables of the whole, then one party and single quotes. */
export const BLOCK_KINDS = [
  'summary',
  'text',
  'matrix',
  'side-by-side',
  'summaries',
  'changes',
  'ledger',
  'timeline',
  'chart',
  'dossier',
  'quotes',
  'articles',
] as const satisfies readonly BlockKind[]

export const blockContentSchema: z.ZodType<BlockContent> = z.union([
  briefingBlockSchema,
  z.strictObject({ ...briefingBlockSchema.options[7].shape, party: z.null() }),
])

/** The block at `from` goes to where `to` was; an index that is none changes nothing. */
export function moveBlock(blocks: readonly Block[], key: string, to: number): Block[] {
  const from = blocks.findIndex((block) => block.key === key)
  const moved = blocks[from]
  if (!moved || to < 0 || to >= blocks.length) return [...blocks]
  return blocks.toSpliced(from, 1).toSpliced(to, 0, moved)
}

/** Puts a block behind the one with the key `after`, or last. A key that is taken changes nothing. */
export function addBlock(blocks: readonly Block[], block: Block, after: string | null): Block[] {
  if (blocks.some(({ key }) => key === block.key)) return [...blocks]
  const at = blocks.findIndex(({ key }) => key === after)
  return blocks.toSpliced(at < 0 ? blocks.length : at + 1, 0, block)
}

export const removeBlock = (blocks: readonly Block[], key: string): Block[] => blocks.filter((block) => block.key !== key)

/** The same again right behind it, under `copyKey`. */
export function duplicateBlock(blocks: readonly Block[], key: string, copyKey: string): Block[] {
  const block = blocks.find((one) => one.key === key)
  return block ? addBlock(blocks, { key: copyKey, content: block.content }, key) : [...blocks]
}

export const changeBlock = (blocks: readonly Block[], key: string, content: BlockContent): Block[] =>
  blocks.map((block) => (block.key === key ? { key, content } : block))

/** Whether it can be part of the report as it is. */
export const isWhole = (content: BlockContent): content is BriefingBlock => content.kind !== 'dossier' || content.party !== null

/** What a new block holds. `since`: the day that "what changed" begins with. */
export function newContent(kind: BlockKind, since: string): BlockContent {
  if (kind === 'summary' || kind === 'text') return { kind, text: '', quotes: [] }
  if (kind === 'dossier') return { kind, party: null }
  if (kind === 'changes') return { kind, since }
  return kind === 'chart' ? { kind, chart: 'statements' } : { kind }
}

/** What an analyst's weekly briefing usually holds. */
export const standardBriefing = (since: string): BlockContent[] =>
  (['summary', 'matrix', 'changes', 'side-by-side', 'ledger', 'timeline', 'quotes'] as const).map((kind) => newContent(kind, since))
