/** What a set can be of: tags, issues, collections and stories; and the statements of threads as links of their notes to the selections. */
import { PATH_SEPARATOR } from '../../../shared/domain/codebook.ts'
import { say } from '../../messages.ts'
import { guidFor, ref, type RefiContext } from './context.ts'
import { isSelection } from './sources.ts'

/** One for each that has members: a set of nothing says nothing. */
export function sets(context: RefiContext): string[] {
  const { xml, project } = context
  const { articles, tags, issues, library } = project
  const codes = (part: 'tags' | 'issues', keys: readonly string[]): string[] => [
    xml.element(
      'Set',
      { guid: guidFor('set', part), name: say(part === 'tags' ? 'codebook.tags' : 'codebook.issues') },
      keys.map((key) => ref(xml, 'MemberCode', key)),
    ),
  ]
  const sources = (guid: string, name: string, keys: readonly string[]): string[] =>
    keys.length === 0
      ? []
      : [
          xml.element(
            'Set',
            { guid, name },
            keys.map((key) => ref(xml, 'MemberSource', key)),
          ),
        ]
  const membersOf = (is: (article: (typeof articles)[number]) => boolean): string[] => articles.filter(is).map(({ key }) => key)
  return [
    ...(tags.length > 0
      ? codes(
          'tags',
          tags.map(({ key }) => key),
        )
      : []),
    ...(issues.length > 0
      ? codes(
          'issues',
          issues.map(({ key }) => key),
        )
      : []),
    ...library.collections.flatMap(({ key }) =>
      sources(
        key,
        collectionPath(key, context),
        membersOf((article) => article.collections?.includes(key) ?? false),
      ),
    ),
    ...library.stories.flatMap(({ key }, index) =>
      sources(
        key,
        say('export.refi.story', { number: index + 1 }),
        membersOf(({ story }) => story === key),
      ),
    ),
  ]
}

/** Names from the root. The list stands in tree order, so nothing is beneath itself. */
function collectionPath(key: string, { project }: RefiContext): string {
  const byKey = new Map(project.library.collections.map((collection) => [collection.key, collection]))
  const names: string[] = []
  for (let at = byKey.get(key); at; at = byKey.get(at.parent ?? '')) names.unshift(at.name)
  return names.join(PATH_SEPARATOR)
}

/** From the note of a thread, or of a cell, to each passage it names. */
export function links(context: RefiContext): string[] {
  const { threads, summaries } = context.project.library
  const shown = new Set(context.project.annotations.filter(isSelection).map(({ key }) => key))
  const link = (from: string, to: string, name: string): string[] =>
    shown.has(to)
      ? [context.xml.element('Link', { guid: guidFor('link', from, to), name, direction: 'OneWay', originGUID: from, targetGUID: to })]
      : []
  return [
    ...threads.flatMap(({ uid, members }) => members.flatMap(({ annotation, role }) => link(uid, annotation, say(`thread.role.${role}`)))),
    ...summaries.flatMap(({ uid, quotes }) => quotes.flatMap(({ annotation, number }) => link(uid, annotation, `[${number}]`))),
  ]
}
