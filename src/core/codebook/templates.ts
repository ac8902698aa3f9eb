/** Codebooks that come with Parley: files of the same format as an export, from resources/codebooks, so that they are read the same way. */
import cameo from '../../../resources/codebooks/cameo.json' with { type: 'json' }
import defaults from '../../../resources/codebooks/default.json' with { type: 'json' }
import negotiation from '../../../resources/codebooks/negotiation.json' with { type: 'json' }
import type { CodebookTemplate } from '../../shared/domain/codebook-import.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import type { CodebookFile } from './file.ts'
import { readCodebookValue } from './formats/json.ts'
import { normalise } from './normalise.ts'
import type { CodebookSource } from './read.ts'

const sources: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['negotiation', negotiation],
  ['default', defaults],
  ['cameo', cameo],
])

/** In the order in which they are offered. */
export function listTemplates(): CodebookTemplate[] {
  return [...sources.keys()].map((template) => {
    const { name, description, tags, issues, parties } = templateFile(template)
    return { template, name, description, tags: tags.length, issues: issues.length, parties: parties.length }
  })
}

/** Throws `not-found`. */
export function templateFile(template: string): CodebookFile {
  const { file } = templateSource(template)
  if (!file) throw new Error(`the template ${template} is damaged`)
  return file
}

/** The same with what could not be read, as a file that is imported. Throws `not-found`. */
export function templateSource(template: string): CodebookSource {
  const value = sources.get(template)
  if (value === undefined) throw new ParleyError('not-found', { what: 'template', id: template })
  const { file, problems } = readCodebookValue(value)
  return file ? { ...normalise(file, problems), format: 'template' } : { file, problems, format: 'template' }
}
