/** Files that a `report` command names: a briefing in JSON, and a logo. Both fail with a sentence that says what is off in them. */
import { open, readFile } from 'node:fs/promises'
import { z } from 'zod'
import { logoKind, MOST_LOGO, type Logo } from '../shared/domain/logo.ts'
import { briefingBlockSchema } from '../shared/domain/report.ts'
import { templateInputSchema, type TemplateInput } from '../shared/domain/report-template.ts'
import { UsageError } from './console.ts'
import { say } from './words.ts'

const blocks = z.array(briefingBlockSchema).min(1).max(200)
/** The blocks alone, or with what else is asked for: a title, a filter, what is left out. */
const briefingSchema = templateInputSchema.partial().extend({ kind: z.literal('briefing').optional(), blocks })

/** Throws UsageError. */
export async function readBriefing(path: string): Promise<Partial<TemplateInput>> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new UsageError(say('cli.report.unreadable', { file: path }))
  })
  const given = parsed(text, path)
  const read = Array.isArray(given) ? blocks.safeParse(given) : briefingSchema.safeParse(given)
  if (!read.success) {
    const [issue] = read.error.issues
    const at = issue?.path.join('.')
    throw new UsageError(say('cli.report.badBriefing', { file: path, problem: at ? `${at}: ${issue?.message}` : (issue?.message ?? '') }))
  }
  if (Array.isArray(read.data)) return { blocks: read.data }
  // What the file does not say has no default here: it is left to the options, and to what is usual.
  const said = new Set(Object.keys(given as object))
  return Object.fromEntries(Object.entries(read.data).filter(([name]) => said.has(name)))
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw new UsageError(say('cli.report.notJson', { file: path }))
  }
}

/** Throws UsageError. */
export async function readLogoFile(path: string): Promise<Logo> {
  const bytes = await firstBytes(path).catch(() => {
    throw new UsageError(say('cli.report.unreadable', { file: path }))
  })
  if (bytes.byteLength > MOST_LOGO) throw new UsageError(say('cli.report.largeLogo', { file: path }))
  const mediaType = logoKind(bytes)
  if (mediaType === null) throw new UsageError(say('cli.report.badLogo', { file: path }))
  return { mediaType, base64: Buffer.from(bytes).toString('base64') }
}

/** As much of a file as tells whether it is too large, and all of it where it is not. */
async function firstBytes(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(MOST_LOGO + 1))
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
