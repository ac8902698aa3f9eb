/** Brings a codebook in from a file or a template: what it would do, row by row, with a choice where it meets what is there; then one step. */
import { useMemo, useState } from 'react'
import {
  codebookPartSchema,
  type CodebookImported,
  type CodebookPart,
  type ImportAction,
  type ImportDecision,
} from '../../../shared/domain/codebook-import.ts'
import type { Staged } from '../../../shared/domain/import.ts'
import { useAction, useData } from '../../lib/data.ts'
import { useOfferUndo } from '../../lib/offer-undo.ts'
import { errorText, useSay } from '../../lib/say.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Select } from '../../ui/select.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import styles from './import-dialog.module.css'
import { ImportRows, rowId } from './import-rows.tsx'

export interface ImportDialogProps {
  /** A staged file; null: one of the templates that come with Parley. */
  file: Staged | null
  onClose: () => void
}

export function ImportDialog({ file, onClose }: ImportDialogProps) {
  const say = useSay()
  const offerUndo = useOfferUndo()
  const { run: apply, pending: isApplying } = useAction('codebook.applyTemplate')
  const { run: bringIn, pending: isImporting } = useAction('codebook.import')
  const { data: templates = [] } = useData('codebook.templates', {}, { enabled: file === null })
  const [chosen, setChosen] = useState<string | null>(null)
  const [codesAs, setCodesAs] = useState<'tags' | 'issues'>('issues')
  const [without, setWithout] = useState<readonly CodebookPart[]>([])
  const [decided, setDecided] = useState<ReadonlyMap<string, ImportDecision>>(new Map())
  const template = chosen ?? templates[0]?.template ?? null
  const isForeign = file !== null && !/\.json$/i.test(file.name)
  const source = file ? { stagedId: file.stagedId, ...(isForeign && { codesAs }) } : { template: template ?? '' }
  const {
    data: preview,
    error,
    isPlaceholderData,
  } = useData('codebook.previewImport', source, { enabled: file !== null || template !== null })
  const parts = useMemo(
    () => codebookPartSchema.options.filter((part) => preview?.rows.some((row) => row.part === part) && !without.includes(part)),
    [preview, without],
  )
  const rows = useMemo(() => preview?.rows.filter((row) => parts.includes(row.part)) ?? [], [preview, parts])
  const actionOf = (row: (typeof rows)[number]): ImportAction => decided.get(rowId(row))?.action ?? row.action
  const taken = rows.filter((row) => row.state !== 'same' && actionOf(row) !== 'leave').length
  const isBusy = isApplying || isImporting

  const run = async (): Promise<void> => {
    if (!preview || preview.refused || isPlaceholderData || taken === 0) return
    const input = { parts, decisions: [...decided.values()].filter((decision) => parts.includes(decision.part)) }
    const done = file
      ? await bringIn({ stagedId: file.stagedId, ...input, ...(isForeign && { codesAs }) })
      : await apply({ template: template ?? '', ...input })
    if (!done) return
    offerUndo(say('codebook.imported', { name: preview.name, ...totals(done) }))
    onClose()
  }
  const decide = (row: (typeof rows)[number], action: ImportAction): void =>
    setDecided(new Map(decided).set(rowId(row), { part: row.part, key: row.key, action }))

  return (
    <Dialog
      title={say(file ? 'codebook.importTitle' : 'codebook.templateTitle')}
      isOpen
      onClose={onClose}
      onSubmit={() => void run()}
      size="large"
      aside={
        preview &&
        !preview.refused && <span className={styles.note}>{taken > 0 ? say('codebook.oneStep') : say('codebook.nothingNew')}</span>
      }
      actions={
        <>
          <Button label={say('action.cancel')} onPress={onClose} />
          <Button
            label={say(file ? 'codebook.importNow' : 'codebook.addNow', { count: taken })}
            kind="primary"
            type="submit"
            isDisabled={!preview || preview.refused || isPlaceholderData || taken === 0}
            {...(isBusy && { pendingLabel: say('status.saving') })}
          />
        </>
      }
    >
      <div className={styles.body}>
        {file === null && templates.length > 0 && (
          <Select
            label={say('codebook.template')}
            value={template}
            onChange={(next) => {
              setChosen(next)
              setDecided(new Map())
              setWithout([])
            }}
            options={templates.map((each) => ({ id: each.template, label: each.name }))}
          />
        )}
        {isForeign && (
          <div className={styles.line}>
            <span id="codes-as">{say('codebook.codesAs')}</span>
            <SegmentedControl
              label={say('codebook.codesAs')}
              value={codesAs}
              onChange={(next) => {
                setCodesAs(next)
                setDecided(new Map())
                setWithout([])
              }}
              options={[
                { id: 'issues', label: say('codebook.issues') },
                { id: 'tags', label: say('codebook.tags') },
              ]}
              size="small"
            />
          </div>
        )}
        {error && <Banner kind="error" title={errorText(say, error)} />}
        {!preview && !error && <Spinner label={say('codebook.reading')} />}
        {preview && (
          <>
            <div>
              {file && (
                <h3 className={styles.name}>
                  <bdi>{preview.name}</bdi>
                </h3>
              )}
              {preview.description !== '' && <p className={styles.note}>{preview.description}</p>}
            </div>
            {preview.problems.map((problem, index) => (
              <Banner
                key={index}
                kind={preview.refused ? 'error' : 'warning'}
                title={say(`codebook.problem.${problem.code}`, problem.details)}
              />
            ))}
            {!preview.refused && (
              <>
                <div className={styles.parts} role="group" aria-label={say('codebook.importParts')}>
                  {codebookPartSchema.options
                    .filter((part) => preview.rows.some((row) => row.part === part))
                    .map((part) => (
                      <Checkbox
                        key={part}
                        label={say(`codebook.${part}`)}
                        hint={say('codebook.importCounts', preview.parts[part])}
                        value={!without.includes(part)}
                        onChange={(isOn) => setWithout(isOn ? without.filter((each) => each !== part) : [...without, part])}
                      />
                    ))}
                </div>
                {preview.examples > 0 && <p className={styles.note}>{say('codebook.importExamples', { count: preview.examples })}</p>}
                <ImportRows rows={rows} actionOf={actionOf} onDecide={decide} />
              </>
            )}
          </>
        )}
      </div>
    </Dialog>
  )
}

/** Over all parts: how many came new, and how many were changed. */
function totals({ tags, issues, parties }: CodebookImported): { added: number; changed: number } {
  const all = [tags, issues, parties]
  const sum = (what: 'added' | 'changed'): number => all.reduce((total, part) => total + part[what], 0)
  return { added: sum('added'), changed: sum('changed') }
}
