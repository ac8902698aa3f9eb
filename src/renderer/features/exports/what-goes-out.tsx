/** Which articles and annotations go out, and what of them: only what makes a difference in the format. */
import { useSay } from '../../lib/say.ts'
import { FilterBar } from '../../lib/parts/filter/filter-bar.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import styles from './export-dialog.module.css'
import type { ExportDraft, Scope, Switch } from './use-export-choice.ts'

const SWITCHES: readonly Switch[] = ['coders', 'notes', 'quotesOnly', 'originals', 'history']

export interface WhatGoesOutProps {
  draft: ExportDraft
  /** How many articles were chosen before. */
  articles: number
  isDisabled: boolean
}

export function WhatGoesOut({ draft, articles, isDisabled }: WhatGoesOutProps) {
  const say = useSay()
  const { options, scope, isWhole, settings } = draft
  const switches = SWITCHES.filter((option) => options.includes(option))
  const scopes: Scope[] = articles > 0 ? ['articles', 'all', 'filter'] : ['all', 'filter']
  const canFilter = options.includes('filter') && !isWhole
  const isOff = (option: Switch): boolean => isDisabled || (isWhole && (option === 'coders' || option === 'notes'))
  return (
    <section className={styles.section} aria-label={say('export.scope')}>
      <h3 className={styles.heading}>{say('export.scope')}</h3>
      {canFilter && (
        <SegmentedControl
          label={say('export.scope')}
          value={scope}
          onChange={draft.setScope}
          isDisabled={isDisabled}
          className={styles.scopes}
          options={scopes.map((id) => ({ id, label: say(`export.scope.${id}`, { count: articles }) }))}
        />
      )}
      {canFilter && scope === 'filter' && <FilterBar filter={draft.filter} onChange={draft.setFilter} />}
      {!options.includes('filter') && <p className={styles.about}>{say('export.codebookWhole')}</p>}
      {isWhole && <p className={styles.about}>{say('export.historyWhole')}</p>}
      {switches.length > 0 && (
        <div className={styles.switches} role="group" aria-label={say('export.options')}>
          {switches.map((option) => (
            <Checkbox
              key={option}
              label={say(`export.option.${option}`)}
              value={isOff(option) && !isDisabled ? true : settings[option]}
              onChange={(value) => draft.setSwitch(option, value)}
              isDisabled={isOff(option)}
            />
          ))}
        </div>
      )}
    </section>
  )
}
