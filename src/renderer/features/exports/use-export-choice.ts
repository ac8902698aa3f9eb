/** What is chosen in the dialog. Format and what goes with it are kept as they were the last time; what goes out is asked anew. */
import { useState } from 'react'
import { EXPORT_OPTIONS, type ExportFormat, type ExportInput, type ExportOption } from '../../../shared/domain/export.ts'
import type { Filter } from '../../../shared/domain/filter.ts'
import type { ExportSettings } from '../../../shared/rpc/host-port.ts'
import { cleanFilter } from '../../lib/parts/filter/filter-set.ts'
import { useSettings } from '../../stores/settings.ts'

export type Scope = 'all' | 'articles' | 'filter'
export type Switch = Exclude<ExportOption, 'filter'>

export interface ExportDraft {
  readonly format: ExportFormat
  readonly scope: Scope
  readonly filter: Filter
  readonly settings: ExportSettings
  /** What the format can be told. */
  readonly options: readonly ExportOption[]
  /** With its history a library goes out whole, and nothing else can be chosen. */
  readonly isWhole: boolean
  readonly input: ExportInput
  /** The same with all that could be left out, for telling what the format leaves out by itself. */
  readonly fullest: ExportInput
  readonly setFormat: (format: ExportFormat) => void
  readonly setScope: (scope: Scope) => void
  readonly setFilter: (filter: Filter) => void
  readonly setSwitch: (option: Switch, value: boolean) => void
}

/** `articleIds`: articles that were chosen before the dialog was opened; none: there is no such choice. */
export function useExportChoice(articleIds: readonly number[]): ExportDraft {
  const settings = useSettings((state) => state.settings.exports)
  const [scope, setScope] = useState<Scope>(articleIds.length > 0 ? 'articles' : 'all')
  const [filter, setFilter] = useState<Filter>({})
  const { format } = settings
  const options = EXPORT_OPTIONS[format]
  const isWhole = options.includes('history') && settings.history
  const chosen: Filter = scope === 'articles' ? { articles: [...articleIds] } : scope === 'filter' ? cleanFilter(filter) : {}
  const can = (option: ExportOption): boolean => options.includes(option) && !isWhole
  const common = { format, filter: can('filter') ? chosen : {}, history: isWhole }
  const isOn = (option: 'coders' | 'notes'): boolean => !can(option) || settings[option]
  return {
    format,
    scope,
    filter,
    settings,
    options,
    isWhole,
    input: {
      ...common,
      coders: isOn('coders'),
      notes: isOn('notes'),
      quotesOnly: can('quotesOnly') && settings.quotesOnly,
      originals: options.includes('originals') && settings.originals,
    },
    fullest: { ...common, coders: true, notes: true, quotesOnly: false, originals: options.includes('originals') },
    setFormat: (next) => remember({ format: next }),
    setScope,
    setFilter,
    setSwitch: (option, value) => remember({ [option]: value }),
  }
}

/** Kept by the host; where it cannot keep it, it holds for this window. */
function remember(patch: Partial<ExportSettings>): void {
  const { settings, change } = useSettings.getState()
  change({ exports: { ...settings.exports, ...patch } }).catch(() => undefined)
}
