/**
 * Parties as cases, with the passages in which they speak; and each statement as a case, because a selection can hold no variables: that
 * way speaker, stance and all else can be counted in another program.
 */
import type { ProjectAnnotation, ProjectArticle, ProjectEntry } from '../../importers/project.ts'
import type { FileParty } from '../../codebook/file.ts'
import { codingValues } from './coding-words.ts'
import { guidFor, ref, shortened, type RefiContext } from './context.ts'
import { isSelection } from './sources.ts'

export function partyCases(context: RefiContext): string[] {
  const spoken = Map.groupBy(context.project.annotations.filter(isSelection), ({ speaker }) => speaker ?? '')
  return context.project.parties.map((party) => {
    const { xml } = context
    const { note } = party.more ?? {}
    return xml.element('Case', { guid: party.key, name: party.name }, [
      ...(note ? [xml.leaf('Description', note)] : []),
      ...partyValues(party, context),
      ...(spoken.get(party.key) ?? []).map(({ key }) => ref(xml, 'SelectionRef', key)),
    ])
  })
}

function partyValues({ more = {}, parent }: ProjectEntry<FileParty>, context: RefiContext): string[] {
  const { kind = 'other', role = 'none', aliases = [], affiliations = [] } = more
  const { variables } = context
  const ties = affiliations.map(({ with: other, since, until, note }) => {
    const time = since === null && until === null ? '' : ` (${since ?? ''}–${until ?? ''})`
    return `${other}${time}${note === '' ? '' : `: ${note}`}`
  })
  return [
    ...variables.value('party-kind', context.word('export.refi.partyKind'), context.word(`party.kind.${kind}`)),
    ...variables.value('party-role', context.word('export.refi.partyRole'), context.word(`party.role.${role}`)),
    ...variables.value('party-above', context.word('export.refi.partyAbove'), context.party(parent)),
    ...variables.value('party-aliases', context.word('export.refi.aliases'), aliases.map(({ name }) => name).join('; ')),
    ...variables.value('party-affiliations', context.word('export.refi.affiliations'), ties.join('; ')),
  ]
}

/** Statements of one article. */
export function statementCases({ text }: ProjectArticle, annotations: readonly ProjectAnnotation[], context: RefiContext): string[] {
  return annotations.filter(isSelection).map((annotation) => {
    const { xml, variables } = context
    const name = shortened(text.slice(annotation.start, annotation.end))
    const issues = (annotation.issues ?? []).map((key) => context.issue(key)).join('; ')
    return xml.element('Case', { guid: guidFor('statement', annotation.key), name }, [
      ...variables.value('tag', context.word('coding.tag'), context.tag(annotation.tag)),
      ...variables.value('issues', context.word('coding.issues'), issues),
      ...codingValues(annotation, context).flatMap(({ code, name: called, value, type }) => variables.value(code, called, value, type)),
      ref(xml, 'SelectionRef', annotation.key),
    ])
  })
}
