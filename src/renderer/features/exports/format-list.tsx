/** The formats, each with a sentence that says for whom it is. */
import { useEffect, useRef } from 'react'
import type { ExportFormat } from '../../../shared/domain/export.ts'
import { useSay } from '../../lib/say.ts'
import { RadioList } from '../../ui/radio-list.tsx'
import styles from './export-dialog.module.css'

/** Groups begin at these. */
const HEADINGS: Partial<Record<ExportFormat, string>> = {
  qdpx: 'export.group.coding',
  xlsx: 'export.group.tables',
  csl: 'export.group.references',
  parley: 'export.group.parley',
}
const ORDER: readonly ExportFormat[] = ['qdpx', 'qdc', 'jsonld', 'xlsx', 'csv', 'graphml', 'csl', 'bibtex', 'parley']

export interface FormatListProps {
  value: ExportFormat
  onChange: (format: ExportFormat) => void
  isDisabled: boolean
}

export function FormatList({ value, onChange, isDisabled }: FormatListProps) {
  const say = useSay()
  const frame = useRef<HTMLDivElement>(null)
  // The one that was chosen the last time may be far down.
  useEffect(() => {
    // In braces: newer engines give a promise back, which is nothing to clean up with.
    frame.current?.querySelector('[data-selected]')?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <div ref={frame} className={styles.formats}>
      <RadioList
        label={say('export.format')}
        value={value}
        onChange={onChange}
        isDisabled={isDisabled}
        options={ORDER.map((id) => ({
          id,
          label: say(`export.format.${id}`),
          about: say(`export.about.${id}`),
          ...(HEADINGS[id] !== undefined && { heading: say(HEADINGS[id]) }),
        }))}
      />
    </div>
  )
}
