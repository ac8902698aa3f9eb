/**
 * Projects of the Discourse Network Analyzer. Its default statement (person, organization, concept, agreement) is a position: the person
 * speaks, on behalf of the organization and beneath it in the tree; the concept is the issue, agreement the stance. Statements of other
 * types are annotations with a tag of their own. What has no place becomes part of the note, by its own name.
 */
import { ForeignRefused } from '../../store/foreign/open-foreign.ts'
import { readDnaDatabase, type DnaData } from '../../store/foreign/dna.ts'
import type { FileReader, ImportLoss } from '../types.ts'
import { dnaArticles } from './dna-articles.ts'
import { dnaEntries, rolesOf } from './dna-entries.ts'
import { dnaStatements } from './dna-statements.ts'
import { kept } from './losses.ts'

export const read: FileReader = async ({ name, bytes }) => {
  let data: DnaData
  try {
    data = readDnaDatabase(bytes)
  } catch (error) {
    if (!(error instanceof ForeignRefused)) throw error
    return { kind: 'problem', format: 'dna', problem: { code: 'damaged', details: { format: 'DNA', reason: error.reason } } }
  }
  const { articles, texts, lost } = await dnaArticles(data)
  const roles = rolesOf(data)
  const entries = dnaEntries(data, roles)
  const statements = dnaStatements(data, roles, texts)
  const { others } = data
  const unread: ImportLoss[] = [
    { code: 'unfinished', count: data.unfinished ? 1 : 0 },
    { code: 'dna-regexes', count: others.regexes },
    { code: 'dna-links', count: others.statementLinks + others.variableLinks },
    { code: 'dna-relations', count: others.coderRelations },
  ]
  return {
    kind: 'project',
    format: 'dna',
    mediaType: 'application/vnd.sqlite3',
    project: {
      origin: `Discourse Network Analyzer ${data.program || data.version}`,
      name: name.replace(/\.[^.]*$/, ''),
      articles,
      ...entries.lists,
      annotations: statements.annotations,
    },
    lost: kept([...lost, ...entries.lost, ...statements.lost, ...unread]),
  }
}
