/** Who a party is: what the codebook says of it, and at a glance what it said. */
import type { Party } from '../../../../shared/domain/party.ts'
import { say } from '../../../messages.ts'
import { foreign, paragraph, spaced, text } from '../../document/inlines.ts'
import type { Block, Fact, Inline } from '../../document/model.ts'
import type { ReportContext } from '../context.ts'
import { DOT, fact, names as nameRow } from '../inlines.ts'
import { nameOf, tagSign } from '../statements.ts'
import { dateText, languageText, periodText } from '../words.ts'
import { chartBlocks } from './charts.ts'
import type { DossierData } from './dossier-data.ts'

export function partyFacts(context: ReportContext, { party, members }: DossierData): Block {
  const { names, shown } = context
  const above = aboveOf(names.parties, party)
  const facts: Fact[] = [
    ...fact(say('report.dossier.kind'), say(`report.dossier.kind.${party.kind}`)),
    ...(party.role === 'none' ? [] : fact(say('report.dossier.role'), say(`report.role.${party.role}`))),
    ...fact(say('report.dossier.above'), nameRow(above.map(({ name }) => name))),
    ...fact(say('report.dossier.aliases'), aliases(party)),
    ...party.affiliations.flatMap((affiliation) => fact(say('report.dossier.affiliation'), affiliationWords(context, affiliation))),
    ...fact(say('report.dossier.members'), nameRow(members.map(({ name }) => name))),
    ...(shown.own && shown.notes ? fact(say('report.dossier.note'), party.note.trim() === '' ? null : [foreign(party.note)]) : []),
  ]
  return { kind: 'facts', facts }
}

/** From the party right above it to the root. */
function aboveOf(parties: readonly Party[], party: Party): Party[] {
  const byId = new Map(parties.map((one) => [one.id, one]))
  const found: Party[] = []
  for (let at = party.parentId; at !== null;) {
    const up = byId.get(at)
    if (!up || found.includes(up)) break
    found.push(up)
    at = up.parentId
  }
  return found
}

/** Each with its language behind it. */
const aliases = ({ aliases: list }: Party): Inline[] =>
  spaced(
    list.map(({ name, language }) => [
      foreign(name, language),
      ...(language === null ? [] : [text(` (${languageText(language)})`, 'muted')]),
    ]),
    say('report.wordSeparator'),
  )

function affiliationWords({ names, shown }: ReportContext, { withId, since, until, note }: Party['affiliations'][number]): Inline[] {
  const name = nameOf(names.partyNames, withId)
  if (name === null) return []
  const period =
    since !== null && until !== null
      ? say('report.date.period', { from: dateText(since, 'short'), to: dateText(until, 'short') })
      : since !== null
        ? say('report.dossier.since', { date: dateText(since, 'short') })
        : until !== null
          ? say('report.dossier.until', { date: dateText(until, 'short') })
          : null
  return spaced(
    [foreign(name), period !== null && text(period), note.trim() !== '' && shown.own && shown.notes && foreign(note)],
    say('report.listSeparator'),
  )
}

/** How much it said, when, through whom and of which kinds; with charts where they are wanted. */
export function atAGlance(context: ReportContext, data: DossierData): Block[] {
  const { said, filter, members } = data
  const tags = Map.groupBy(said, ({ tag }) => tag.id)
  const outlets = new Set(said.flatMap(({ article }) => article.outlet ?? []))
  const byTag = context.names.tags.flatMap((tag): Inline[][] => {
    const count = tags.get(tag.id)?.length ?? 0
    return count === 0 ? [] : [[{ kind: 'letter', tag: tagSign(tag) }, text(' '), foreign(tag.name), text(` ${count}`)]]
  })
  const facts: Fact[] = [
    ...fact(say('report.dossier.statements'), String(said.length)),
    ...fact(say('report.dossier.byTag'), spaced(byTag, DOT)),
    ...fact(say('report.dossier.outlets'), spaced([text(`${outlets.size}`), outlets.size > 0 && nameRow([...outlets].toSorted())], ': ')),
    ...fact(say('report.dossier.period'), periodText(said.map(({ date }) => date))),
  ]
  const own: ReportContext = { ...context, filter, request: { ...context.request, level: 'speaker' } }
  return [
    { kind: 'subheading', content: [text(say('report.dossier.glance'))] },
    { kind: 'facts', facts },
    ...(said.length === 0
      ? [paragraph([text(say('report.dossier.nothingSaid'))], 'empty')]
      : chartBlocks(own, members.length > 0 ? ['statements', 'months'] : ['months'], 'dossier-')),
  ]
}
