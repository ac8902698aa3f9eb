/** A cell taken along: its summary and quotes as text or as a table on the clipboard, or as a file with its sources. */
import { FileSpreadsheet, FileText, Share, Sheet, Text } from 'lucide-react'
import type { CellRef, Evidence } from '../../../shared/domain/compare.ts'
import type { Filter } from '../../../shared/domain/filter.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { copyTable } from '../../lib/copy-out.ts'
import { useAction } from '../../lib/data.ts'
import { useSaveOutput } from '../../lib/save-output.ts'
import { useDateText, useSay } from '../../lib/say.ts'
import { toasts } from '../../stores/toasts.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem, MenuSection } from '../../ui/menu.tsx'
import { attributionOf } from './attribution-words.ts'

export interface CellExportMenuProps {
  cell: CellRef
  name: string
  quotes: readonly Evidence[]
  filter: Filter
  codebook: Codebook
  numbers: ReadonlyMap<number, number>
  summary: string | null
}

export function CellExportMenu({ cell, name, quotes, filter, codebook, numbers, summary }: CellExportMenuProps) {
  const say = useSay()
  const dateText = useDateText()
  const { run } = useAction('cells.export')
  const save = useSaveOutput()
  const copy = (work: Promise<void>): void =>
    void work
      .then(() => toasts.add({ kind: 'success', text: say('copy.copied') }))
      .catch(() => toasts.add({ kind: 'error', text: say('copy.refused') }))
  const exportAs = async (format: 'csv' | 'html'): Promise<void> => {
    const started = await run({ cell, filter, format })
    if (started) await save({ jobId: started.jobId, kind: 'report', said: 'cell.saved' })
  }
  /** What a message leaves out. */
  const orNone = (text: string): string => (text === '' ? 'none' : text)
  const lineOf = (quote: Evidence): { number: string; date: string; who: string; how: string } => {
    const { speaker, how } = attributionOf(quote, codebook, say)
    const number = numbers.get(quote.id)
    return { number: number === undefined ? '' : `[${number}]`, date: dateText(quote.date), who: speaker, how: how.join('; ') }
  }
  const text = (): string => {
    const lines = quotes.map((quote) => {
      const { number, date, who, how } = lineOf(quote)
      return [
        say('cell.text.who', { number: orNone(number), date, who, how: orNone(how) }),
        say('cell.text.quote', { quote: quote.quote }),
        ...(quote.translation ? [say('cell.text.translation', { translation: quote.translation })] : []),
        say('cell.text.source', { outlet: orNone(quote.outlet ?? ''), title: quote.articleTitle }),
      ].join('\n')
    })
    return [name, ...(summary === null ? [] : [summary]), ...lines].join('\n\n')
  }
  const table = () => ({
    head: ['number', 'date', 'who', 'how', 'quote', 'translation', 'outlet', 'article'].map((column) => say(`cell.column.${column}`)),
    rows: quotes.map((quote) => {
      const { number, date, who, how } = lineOf(quote)
      return [number, date, who, how, quote.quote, quote.translation ?? '', quote.outlet ?? '', quote.articleTitle]
    }),
  })
  return (
    <Menu label={say('cell.take')} trigger={<IconButton label={say('cell.take')} icon={<Share />} size="small" />} placement="bottom end">
      <MenuSection label={say('cell.copy')} hideLabel>
        <MenuItem label={say('cell.copyText')} icon={<Text />} onAction={() => copy(navigator.clipboard.writeText(text()))} />
        <MenuItem label={say('cell.copyTable')} icon={<Sheet />} onAction={() => copy(copyTable(table()))} />
      </MenuSection>
      <MenuSection label={say('cell.save')} hideLabel>
        <MenuItem label={say('cell.saveCsv')} icon={<FileSpreadsheet />} onAction={() => void exportAs('csv')} />
        <MenuItem label={say('cell.saveHtml')} icon={<FileText />} onAction={() => void exportAs('html')} />
      </MenuSection>
    </Menu>
  )
}
