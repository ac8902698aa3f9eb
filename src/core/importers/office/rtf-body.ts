/**
 * Reads an RTF: its blocks in order, its notes, and what was left out. Letters come as bytes of the font's code page or as Unicode with a
 * substitute behind it, which is stepped over. Groups are kept on a stack of our own, so that depth costs nothing but is limited.
 */
import type { ImportProblem } from '../types.ts'
import type { Block } from './blocks.ts'
import type { DocumentProperties } from './core-properties.ts'
import { listNumber } from './list-labels.ts'
import { RtfBlocks } from './rtf-blocks.ts'
import { CHARACTERS, SKIPPED, TAKEN } from './rtf-destinations.ts'
import { encodingOfPage } from './rtf-encodings.ts'
import { RtfTables } from './rtf-tables.ts'
import { OUTERMOST, type RtfGroup } from './rtf-group.ts'
import { rtfTokens, type RtfToken } from './rtf-tokens.ts'
import { symbolCharacter } from './symbols.ts'

export const RTF_DEPTH = 512

export interface RtfBody {
  readonly blocks: readonly Block[]
  readonly notes: readonly { readonly mark: string; readonly blocks: readonly Block[] }[]
  readonly properties: DocumentProperties
  /** Of the document as a whole. */
  readonly encoding: string
  readonly lost: ReadonlyMap<string, number>
}

const TABLES = new Set(['fonttbl', 'stylesheet', 'info'])

/** The text of a document, or `unsafe` with reason `rtf-depth`. Never throws. */
export function rtfBody(bytes: Uint8Array): RtfBody | ImportProblem {
  const lost = new Map<string, number>()
  const lose = (code: string, count = 1): void => void lost.set(code, (lost.get(code) ?? 0) + count)
  const tables = new RtfTables()
  const main = new RtfBlocks()
  const notes: { mark: string; blocks: RtfBlocks }[] = []
  const counts = { footnote: 0, endnote: 0 }
  const stack: RtfGroup[] = []
  const decoders = new Map<string, InstanceType<typeof TextDecoder>>()
  let encoding = 'windows-1252'
  let usual = 0
  let group: RtfGroup = { ...OUTERMOST }
  let toSkip = 0
  let label = ''
  let pending: number[] = []
  let pendingEncoding = encoding
  let left: 'hidden' | 'deleted' | null = null
  let closed = false

  const target = (): RtfBlocks => (group.isNote ? (notes.at(-1)?.blocks ?? main) : main)
  const write = (text: string): void => {
    if (group.skip || text === '') return
    if (group.isLabel) {
      label += text
      return
    }
    const why = group.deleted ? 'deleted' : group.hidden ? 'hidden' : null
    if (why !== null && why !== left && text.trim() !== '') lose(why)
    left = why
    if (why === null) target().write(text)
  }
  const decode = (some: readonly number[], name: string): string => {
    const decoder = decoders.get(name) ?? new TextDecoder(name)
    decoders.set(name, decoder)
    return decoder.decode(Uint8Array.from(some))
  }
  const flush = (): void => {
    if (pending.length === 0) return
    const text = decode(pending, pendingEncoding)
    pending = []
    lose('bytes', text.split('\ufffd').length - 1)
    write(text)
  }
  const takeByte = (byte: number): void => {
    const font = tables.fonts.get(group.font)
    if (font?.isSymbols && byte > 0x20) {
      flush()
      takeSymbol(font.name, byte)
      return
    }
    const name = font?.encoding ?? encoding
    if (name !== pendingEncoding) flush()
    pendingEncoding = name
    pending.push(byte)
  }
  const takeSymbol = (font: string, code: number): void => {
    const character = symbolCharacter(font, code.toString(16)) ?? (code === 0xf0b7 ? '•' : null)
    if (character === null) lose('symbols')
    write(character ?? '\ufffd')
  }
  const startNote = (): void => {
    const mark = `[${listNumber(++counts.footnote, 'decimal')}]`
    write(mark)
    notes.push({ mark, blocks: new RtfBlocks() })
    group.isNote = true
  }
  const destination = (word: string): boolean => {
    if (TABLES.has(word)) {
      group.table = [word]
      return true
    }
    const code = SKIPPED[word]
    if (code !== undefined) {
      if (code !== null && !group.skip) lose(code)
      group.skip = true
      return true
    }
    if (word === 'footnote') startNote()
    else if (word === 'listtext' || word === 'pntext') {
      group.isLabel = true
      label = ''
    } else if (word === 'object') lose('embedded')
    else if (word === 'upr') group.skip = true
    else if (word === 'ud') group.skip = stack.at(-2)?.skip ?? false
    else if (!group.isOptional || TAKEN.has(word)) return TAKEN.has(word)
    else group.skip = true
    return true
  }
  const takeWord = (word: string, value: number | null): void => {
    const character = CHARACTERS[word]
    if (character !== undefined) return write(character)
    const isOn = value !== 0
    switch (word) {
      case 'u': {
        const unit = (value ?? 0) < 0 ? (value ?? 0) + 65_536 : (value ?? 0)
        if (unit >= 0xf000 && unit <= 0xf0ff) takeSymbol(tables.fonts.get(group.font)?.name ?? '', unit)
        else if (unit > 0 && unit <= 0xffff) write(String.fromCharCode(unit))
        toSkip = group.substitutes
        break
      }
      case 'uc':
        group.substitutes = Math.min(100, Math.max(0, value ?? 1))
        break
      case 'f':
        group.font = value ?? 0
        break
      case 'deff':
        usual = value ?? 0
        group.font = usual
        break
      case 'ansicpg':
        if (value !== null && value > 0) encoding = encodingOfPage(value)
        break
      case 'mac':
        encoding = 'macintosh'
        break
      case 'v':
        group.hidden = isOn
        break
      case 'deleted':
        group.deleted = isOn
        break
      case 'plain':
        Object.assign(group, { hidden: false, deleted: false, font: usual })
        break
      case 'ftnalt':
        endnote()
        break
      default:
        if (!group.skip && !group.isLabel) target().word(word, value, tables.levels, takeLabel)
    }
  }
  const takeLabel = (): string => {
    const own = label.trim()
    label = ''
    return own
  }
  /** A note turns out to be an endnote behind the word that begins it. */
  const endnote = (): void => {
    const note = notes.at(-1)
    if (!group.isNote || !note) return
    counts.footnote--
    const mark = `[${listNumber(++counts.endnote, 'lower-roman')}]`
    main.replaceEnd(note.mark, mark)
    note.mark = mark
  }
  const take = (token: RtfToken): void => {
    if (token.kind === 'byte') {
      if (toSkip > 0) toSkip--
      else if (group.table.length > 0)
        tables.take(group.table, token, decode([token.byte], tables.fonts.get(group.font)?.encoding ?? encoding))
      else if (!group.skip) takeByte(token.byte)
      group.isFresh = false
      return
    }
    if (token.kind !== 'word') return
    flush()
    if (token.word === '*') {
      group.isOptional = true
      return
    }
    const isFirst = group.isFresh
    group.isFresh = false
    if (group.table.length > 0) {
      if (isFirst && group.table[0] === 'info') group.table = [...group.table, token.word]
      tables.take(group.table, token, '')
    } else if (!(isFirst && destination(token.word))) {
      if (toSkip > 0 && token.word !== 'u') toSkip--
      else takeWord(token.word, token.value)
    }
  }
  for (const token of rtfTokens(bytes)) {
    if (token.kind === 'open') {
      flush()
      toSkip = 0
      if (stack.length >= RTF_DEPTH) return { code: 'unsafe', details: { reason: 'rtf-depth', limit: RTF_DEPTH } }
      stack.push(group)
      group = { ...group, isFresh: true, isOptional: false }
      if (group.table.length > 0) tables.take(group.table, token, '')
    } else if (token.kind === 'close') {
      flush()
      toSkip = 0
      const inner = group
      group = stack.pop() ?? group
      if (inner.isNote && !group.isNote) notes.at(-1)?.blocks.end(() => '')
      if (stack.length === 0) {
        closed = true
        break
      }
    } else take(token)
  }
  flush()
  main.end(takeLabel)
  if (!closed) lose('brokenOff')
  if (lost.get('bytes') === 0) lost.delete('bytes')
  return {
    blocks: main.blocks,
    notes: notes.map(({ mark, blocks }) => ({ mark, blocks: blocks.blocks })),
    properties: tables.properties,
    encoding,
    lost,
  }
}
