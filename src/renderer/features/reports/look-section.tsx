/** How the house's reports look. Kept in the library, so that all who work with it make reports that look alike. */
import { pageSizeSchema, type ReportLook } from '../../../shared/domain/report.ts'
import type { ReportLookPatch } from '../../../shared/domain/report-template.ts'
import { useAction, useCanWrite } from '../../lib/data.ts'
import { useSay } from '../../lib/say.ts'
import { useDraft } from '../../lib/use-draft.ts'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { LogoField } from './logo-field.tsx'
import styles from './options.module.css'

export function LookSection({ look }: { look: ReportLook }) {
  const say = useSay()
  const canWrite = useCanWrite()
  const { run } = useAction('reports.setLook')
  const set = async (patch: ReportLookPatch): Promise<boolean> => (await run({ patch })) !== undefined
  return (
    <div className={styles.section}>
      <LookText
        label={say('reports.house')}
        example={say('reports.houseExample')}
        stored={look.house}
        longest={200}
        isDisabled={!canWrite}
        onCommit={(house) => set({ house })}
      />
      <LogoField value={look.logo} isDisabled={!canWrite} onChange={(logo) => void set({ logo })} />
      <LookText
        label={say('reports.banner')}
        example={say('reports.bannerExample')}
        stored={look.banner}
        longest={100}
        isDisabled={!canWrite}
        onCommit={(banner) => set({ banner })}
      />
      <div className={styles.labelled}>
        <span className={styles.label} aria-hidden="true">
          {say('reports.pageSize')}
        </span>
        <SegmentedControl
          label={say('reports.pageSize')}
          size="small"
          value={look.pageSize}
          isDisabled={!canWrite}
          onChange={(pageSize) => void set({ pageSize })}
          options={pageSizeSchema.options.map((id) => ({ id, label: say(`reports.pageSize.${id}`) }))}
        />
      </div>
      <p className={styles.hint}>{say(canWrite ? 'reports.lookKept' : 'reports.lookReadOnly')}</p>
    </div>
  )
}

interface LookTextProps {
  label: string
  example: string
  stored: string
  longest: number
  isDisabled: boolean
  onCommit: (text: string) => Promise<boolean>
}

const clean = (text: string): string => text.trim()

function LookText({ label, example, stored, longest, isDisabled, onCommit }: LookTextProps) {
  const draft = useDraft({ stored, onCommit, clean, sendsAtRest: true })
  return (
    <TextField
      label={label}
      placeholder={example}
      value={draft.text}
      onChange={draft.change}
      onCommit={(text) => draft.commit(text)}
      maxLength={longest}
      isDisabled={isDisabled}
    />
  )
}
