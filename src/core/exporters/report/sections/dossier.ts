/**
 * A party's dossier: who it is, where it stands and how it moved, what it demands, threatens, offers, holds, what is said to it, its threads, and
 * of what it is silent. All beneath the party speak with its voice.
 */
import { say } from '../../../messages.ts'
import { ledgerRows } from '../../../store/ledger.ts'
import { foreign, paragraph, text } from '../../document/inlines.ts'
import type { Block, Inline, Section } from '../../document/model.ts'
import type { ReportContext } from '../context.ts'
import type { Statement } from '../data.ts'
import { quoteBlock } from '../quote.ts'
import { dossierData, type DossierData } from './dossier-data.ts'
import { atAGlance, partyFacts } from './dossier-party.ts'
import { silentSections, standsSections } from './dossier-stands.ts'
import { ledgerTable } from './ledger-table.ts'
import { momentOf } from './ledger-words.ts'

/** Throws `invalid-input` without a party, `not-found` where it is gone. */
export function dossierSections(context: ReportContext, partyId: number | undefined): Section[] {
  const data = dossierData(context, partyId)
  return [
    {
      id: `${context.prefix}dossier`,
      look: 'dossier',
      heading: [foreign(data.party.name)],
      aside: say('report.count.statements', { count: data.said.length }),
      blocks: [partyFacts(context, data), ...atAGlance(context, data)],
    },
    ...standsSections(context, data),
    ...byTag(context, { key: 'says', statements: data.said, empty: 'report.dossier.nothingSaid' }),
    ...byTag(context, { key: 'toIt', statements: data.toIt, empty: 'report.dossier.nothingToIt' }),
    ...threadSections(context, data),
    ...silentSections(context, data),
  ]
}

interface Said {
  readonly key: 'says' | 'toIt'
  readonly statements: readonly Statement[]
  readonly empty: string
}

/** Quotes by tag in the order of the codebook, by date. */
function byTag(context: ReportContext, { key, statements, empty }: Said): Section[] {
  const found = Map.groupBy(statements, ({ tag }) => tag.id)
  const id = `${context.prefix}dossier-${key === 'says' ? 'says' : 'to-it'}`
  return [
    {
      id,
      look: 'dossier',
      page: key === 'says',
      heading: [text(say(`report.dossier.${key}`))],
      aside: say('report.count.statements', { count: statements.length }),
      blocks: statements.length === 0 ? [paragraph([text(say(empty))], 'empty')] : [],
      sections: context.names.tags.flatMap((tag): Section[] => {
        const ofTag = found.get(tag.id) ?? []
        if (ofTag.length === 0) return []
        return [
          {
            id: `${id}-t${tag.id}`,
            look: 'part',
            heading: [foreign(tag.name)],
            aside: say('report.count.statements', { count: ofTag.length }),
            blocks: ofTag.map((statement) => quoteBlock(context, statement)),
          },
        ]
      }),
    },
  ]
}

/** Threads that it owns, and threads that are addressed to it. */
function threadSections(context: ReportContext, { party, othersFilter }: DossierData): Section[] {
  const { db, prefix } = context
  const moment = momentOf(context)
  const table = (key: 'owned' | 'addressed'): Block[] => {
    const rows = ledgerRows(
      db,
      { filter: othersFilter, ...(key === 'owned' ? { owners: [party.id] } : { addressees: [party.id] }) },
      moment,
    )
    const caption: Inline[] = [text(say(`report.dossier.${key}`))]
    if (rows.length === 0) return []
    return [ledgerTable(context, rows, { id: `${prefix}dossier-${key}`, caption, placeOf: () => null, isNew: () => false })]
  }
  const tables = [...table('owned'), ...table('addressed')]
  return [
    {
      id: `${prefix}dossier-threads`,
      look: 'dossier',
      heading: [text(say('report.dossier.threads'))],
      blocks: tables.length === 0 ? [paragraph([text(say('report.dossier.noThreads'))], 'empty')] : tables,
    },
  ]
}
