/** The fields of one block: its heading, what it is about, and a filter of its own in place of the report's. */
import { chartKindSchema } from '../../../shared/domain/report.ts'
import type { ProposedSpan } from '../../lib/changes-span.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { FilterBar } from '../../lib/parts/filter/filter-bar.tsx'
import { usePartyItems } from '../../lib/parts/party-items.ts'
import { useSay } from '../../lib/say.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { BlockContent } from './blocks.ts'
import { CitedTextField } from './cited-text-field.tsx'
import { SpanFields } from './kind-section.tsx'
import styles from './options.module.css'

export interface BlockEditorProps {
  content: BlockContent
  codebook: Codebook
  spans: readonly ProposedSpan[]
  /** `mark`: changes under the same one are one step. */
  onChange: (content: BlockContent, mark?: string) => void
}

export function BlockEditor({ content, codebook, spans, onChange }: BlockEditorProps) {
  const say = useSay()
  const parties = usePartyItems(codebook)
  const heading = content.heading ?? ''
  return (
    <div className={styles.section}>
      <TextField
        label={say('reports.block.heading')}
        placeholder={say(`reports.block.${content.kind}`)}
        value={heading}
        onChange={(text) => onChange({ ...content, heading: text === '' ? undefined : text }, 'heading')}
        maxLength={300}
      />
      {(content.kind === 'summary' || content.kind === 'text') && (
        <CitedTextField
          value={content}
          codebook={codebook}
          onChange={(cited, mark) => onChange({ ...content, text: cited.text, quotes: [...cited.quotes] }, mark)}
        />
      )}
      {content.kind === 'dossier' && (
        <ComboBox
          label={say('reports.party')}
          placeholder={say('reports.chooseParty')}
          items={parties}
          value={content.party === null ? null : String(content.party)}
          onChange={(id) => onChange({ ...content, party: id === null ? null : Number(id) })}
        />
      )}
      {content.kind === 'changes' && (
        <SpanFields
          since={content.since}
          until={content.until}
          spans={spans}
          onChange={({ since, until }) => onChange({ ...content, since, until })}
        />
      )}
      {content.kind === 'chart' && (
        <Select
          label={say('reports.chart')}
          value={content.chart}
          onChange={(chart) => onChange({ ...content, chart })}
          options={chartKindSchema.options.map((id) => ({ id, label: say(`reports.chart.${id}`) }))}
        />
      )}
      {content.kind !== 'summary' && content.kind !== 'text' && (
        <div className={styles.labelled}>
          <Checkbox
            label={say('reports.block.filter')}
            value={content.filter !== undefined}
            onChange={(isOwn) => onChange({ ...content, filter: isOwn ? {} : undefined })}
          />
          {content.filter && <FilterBar filter={content.filter} onChange={(filter) => onChange({ ...content, filter })} />}
        </div>
      )}
    </div>
  )
}
