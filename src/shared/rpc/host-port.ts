/**
 * What hosts do differently: pick, stage, save, open links, remember settings. Small on purpose. Each action is parsed
 * by the host like any procedure; answers come in the same envelope. The renderer sees names and ids, never paths.
 */
import { z } from 'zod'
import { exportFormatSchema } from '../domain/export.ts'
import { stagedSchema } from '../domain/import.ts'
import { libraryStatusSchema } from '../domain/library.ts'
import { errorSchema } from './envelope.ts'

/** How texts are set and what stands beside them. */
const readingSchema = z.object({
  /** CSS pixels. */
  size: z.number().min(12).max(40).catch(18),
  /** Height of a line as a multiple of the size. */
  lineHeight: z.number().min(1.2).max(2.4).catch(1.65),
  /** Length of a line in characters. */
  measure: z.number().min(40).max(110).catch(68),
  serif: z.boolean().catch(true),
  nastaliq: z.boolean().catch(true),
  /** Numbers of the paragraphs. */
  numbers: z.boolean().catch(true),
  /** Names beside the text; without them only letters. */
  labels: z.boolean().catch(true),
  /** The map of the annotations beside the scroll bar. */
  map: z.boolean().catch(true),
  /** In focus mode only the paragraph one is in has its full ink. */
  dim: z.boolean().catch(true),
})
export type ReadingSettings = z.infer<typeof readingSchema>

/** The table of articles, as this person has set it up. Ids of columns and facets are the window's; one that is not known is passed over. */
const tableSettingsSchema = z.object({
  /** Columns in order; those that are not named come after. */
  order: z.array(z.string().max(40)).max(40).catch([]),
  hidden: z.array(z.string().max(40)).max(40).catch(['author', 'collections', 'story', 'added', 'reliability', 'credibility', 'chars']),
  /** CSS pixels by column. */
  widths: z.record(z.string().max(40), z.number().min(40).max(2_000)).catch({}),
  dense: z.boolean().catch(true),
  /** Facets that are unfolded. */
  facets: z.array(z.string().max(40)).max(40).catch(['collection', 'outlet', 'month', 'language', 'status', 'tag']),
  /** Whether the facets stand beside the table, and how wide they are. */
  facetsOpen: z.boolean().catch(true),
  facetsWidth: z.number().min(160).max(600).catch(250),
})
export type TableSettings = z.infer<typeof tableSettingsSchema>

/** Widths of the matrix that were changed by hand, in CSS pixels: of the issues, and of a party by what its cells show and its uid. */
const matrixSettingsSchema = z.object({ widths: z.record(z.string().max(80), z.number().min(20).max(1_200)).catch({}) })

/** The quotes of a cell beside the matrix: how wide, and which come first. */
const cellSettingsSchema = z.object({
  width: z.number().min(200).max(1_200).catch(400),
  order: z.enum(['newest', 'oldest']).catch('newest'),
})

/** The ledger, as the table of articles. */
const ledgerSettingsSchema = z.object({
  order: z.array(z.string().max(40)).max(40).catch([]),
  hidden: z.array(z.string().max(40)).max(40).catch(['criterion', 'monitor']),
  widths: z.record(z.string().max(40), z.number().min(40).max(2_000)).catch({}),
  /** Else a line holds two: why a thread has its status, whose it is and to whom. */
  dense: z.boolean().catch(false),
})

/** The last choices of an export for other tools. */
const exportSettingsSchema = z.object({
  format: exportFormatSchema.catch('qdpx'),
  coders: z.boolean().catch(true),
  notes: z.boolean().catch(true),
  quotesOnly: z.boolean().catch(false),
  originals: z.boolean().catch(false),
  history: z.boolean().catch(false),
})
export type ExportSettings = z.infer<typeof exportSettingsSchema>

export const settingsSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
  coder: z.string().trim().min(1).max(200).nullable().catch(null),
  zoom: z.number().min(0.5).max(3).catch(1),
  /** Keys of the reader that were changed, by action; an empty text: that action has no key. */
  keys: z.record(z.string().max(40), z.string().max(12)).catch({}),
  /** Widths in CSS pixels; null: as wide as the design says. */
  panes: z
    .object({
      left: z.number().nullable().catch(null),
      right: z.number().nullable().catch(null),
      leftOpen: z.boolean().catch(true),
      rightOpen: z.boolean().catch(true),
    })
    .catch({ left: null, right: null, leftOpen: true, rightOpen: true }),
  /** Groups of fields of the inspector that are unfolded. */
  groups: z
    .object({
      who: z.boolean().catch(false),
      what: z.boolean().catch(false),
      how: z.boolean().catch(false),
      when: z.boolean().catch(false),
      words: z.boolean().catch(false),
      review: z.boolean().catch(true),
    })
    .catch({ who: false, what: false, how: false, when: false, words: false, review: true }),
  reading: readingSchema.catch(() => readingSchema.parse({})),
  table: tableSettingsSchema.catch(() => tableSettingsSchema.parse({})),
  matrix: matrixSettingsSchema.catch(() => matrixSettingsSchema.parse({})),
  cell: cellSettingsSchema.catch(() => cellSettingsSchema.parse({})),
  ledger: ledgerSettingsSchema.catch(() => ledgerSettingsSchema.parse({})),
  exports: exportSettingsSchema.catch(() => exportSettingsSchema.parse({})),
  /** Where each article was left, as stores/reading-places.ts writes it: one string, because groups are merged and never lose a key. */
  places: z.string().max(40_000).catch(''),
})
export type Settings = z.infer<typeof settingsSchema>

const bytes = z.union([z.instanceof(Uint8Array), z.instanceof(ArrayBuffer)])
const recentSchema = z.object({ recentId: z.string(), name: z.string(), folder: z.string() })
const opened = z.object({ status: libraryStatusSchema.nullable() })
const none = z.strictObject({})

/** Actions by name. `opened.status` is null where the person cancelled. */
export const hostActions = {
  'host.info': {
    input: none,
    output: z.object({
      kind: z.enum(['electron', 'browser']),
      version: z.string(),
      platform: z.enum(['mac', 'windows', 'linux']),
      nativeDialogs: z.boolean(),
    }),
  },
  'settings.get': { input: none, output: settingsSchema },
  'settings.set': { input: z.record(z.string(), z.unknown()), output: settingsSchema },
  'libraries.recent': { input: none, output: z.array(recentSchema) },
  /** Asks for a place (native dialog) or takes `name` (browser host, in its own folder). */
  'libraries.create': { input: z.strictObject({ name: z.string().trim().min(1).max(120).optional() }), output: opened },
  'libraries.open': { input: z.strictObject({ recentId: z.string().optional() }), output: opened },
  'libraries.openSample': { input: none, output: opened },
  'libraries.close': { input: none, output: opened },
  /** Asks for a place and writes a checked copy of the open library there. */
  'libraries.backup': { input: none, output: z.object({ name: z.string().nullable() }) },
  /** Native file dialog, or one for a folder with all that is in it; an empty list where the person cancelled. */
  'files.pick': { input: z.strictObject({ folder: z.boolean().optional() }), output: z.array(stagedSchema) },
  /** Bytes that the renderer got by drop, paste or a file input. */
  'files.stage': { input: z.strictObject({ name: z.string().min(1).max(1_000), bytes }), output: stagedSchema },
  /** Saves the output of a finished job where the person says; null where cancelled. */
  'outputs.save': { input: z.strictObject({ outputId: z.string(), name: z.string() }), output: z.object({ name: z.string().nullable() }) },
  /** Shows the file saved last in the system's file manager, or opens it. */
  'outputs.show': {
    input: z.strictObject({ outputId: z.string(), how: z.enum(['folder', 'open']) }),
    output: z.object({ shown: z.boolean() }),
  },
  /** Opens a web or mail address outside, after asking with the whole address. */
  'links.open': { input: z.strictObject({ url: z.string().max(10_000) }), output: z.object({ opened: z.boolean() }) },
} as const

export type HostAction = keyof typeof hostActions
export type HostInput<A extends HostAction> = z.input<(typeof hostActions)[A]['input']>
export type HostOutput<A extends HostAction> = z.output<(typeof hostActions)[A]['output']>
export const isHostAction = (name: string): name is HostAction => Object.hasOwn(hostActions, name)

/** Commands that a host's menu sends to the renderer. */
export const menuCommandSchema = z.enum([
  'library.new',
  'library.open',
  'library.openSample',
  'library.backup',
  'library.export',
  'library.close',
  'library.stories',
  'import.files',
  'import.folder',
  'import.paste',
  'import.reports',
  'report.export',
  'edit.undo',
  'edit.redo',
  'view.library',
  'view.read',
  'view.compare',
  'view.timeline',
  'view.ledger',
  'view.codebook',
  'view.reports',
  'view.search',
  'view.palette',
  'view.left',
  'view.right',
  'view.theme',
  'view.history',
  'settings.open',
  'help.keys',
  'help.about',
])
export type MenuCommand = z.infer<typeof menuCommandSchema>

/** What a host says unasked, besides the core's events. */
export const hostEventSchema = z.discriminatedUnion('event', [
  z.object({ event: z.literal('menu'), payload: z.object({ command: menuCommandSchema }) }),
  /** Files came from outside (opened with Parley, dropped on its icon) and wait to be imported. */
  z.object({ event: z.literal('staged'), payload: z.object({ files: z.array(stagedSchema) }) }),
  /** A link of a report was followed: the page goes to the passage. */
  z.object({ event: z.literal('linked'), payload: z.object({ link: z.string().max(500) }) }),
  /** What nobody on the page asked for went wrong: a library named at the start, a recent one, a file. `name` is what it was about. */
  z.object({ event: z.literal('hostError'), payload: z.object({ error: errorSchema, name: z.string().nullable() }) }),
  /** The host's own menu changed a setting. */
  z.object({ event: z.literal('settingsChanged'), payload: z.object({ settings: settingsSchema }) }),
  /** The window is about to close: whatever is typed and not yet sent is to be sent now. */
  z.object({ event: z.literal('closing'), payload: z.object({}) }),
])
export type HostEvent = z.infer<typeof hostEventSchema>

/** `window.parley`, as the preload exposes it; in the browser host the same three functions go over HTTP. */
export interface Bridge {
  call(name: string, input: unknown): Promise<unknown>
  host(action: string, input: unknown): Promise<unknown>
  subscribe(listener: (event: unknown) => void): () => void
}
