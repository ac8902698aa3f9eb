/** What a merge or a removal does, in sentences made from the numbers of its preview. Zeroes are left out. Pure. */
import type { CodebookPart } from '../../../shared/domain/codebook-import.ts'
import type { MergeConflict, MergePreview, RemovePreview } from '../../../shared/domain/codebook-changes.ts'
import type { Say } from '../../lib/say.ts'

/** What happens, in order of weight; at least one line. */
export function mergeLines(say: Say, part: CodebookPart, preview: MergePreview): string[] {
  const { from, into, annotations, both, examples, children, threads, fields, aliases, affiliations, summaries, readings, takes, drops } =
    preview
  const names = { from: from.name, into: into.name }
  const texts = (list: readonly string[]): string => list.map((what) => say(`codebook.text.${what}`)).join(', ')
  return [
    say(`codebook.merge.annotations.${part}`, { ...names, count: annotations }),
    both > 0 && say('codebook.merge.both', { ...names, count: both }),
    children > 0 && say('codebook.merge.children', { ...names, count: children }),
    threads > 0 && say('codebook.merge.threads', { ...names, count: threads }),
    examples > 0 && say('codebook.merge.examples', { ...names, count: examples }),
    ...fields.map(({ name, outcome, values }) => say(`codebook.merge.field.${outcome}`, { name, count: values, ...names })),
    aliases.length > 0 && say('codebook.merge.aliases', { ...names, list: aliases.map((alias) => `“${alias}”`).join(', ') }),
    affiliations > 0 && say('codebook.merge.affiliations', { ...names, count: affiliations }),
    summaries > 0 && say('codebook.merge.summaries', { ...names, count: summaries }),
    readings > 0 && say('codebook.merge.readings', { ...names, count: readings }),
    takes.length > 0 && say('codebook.merge.takes', { ...names, list: texts(takes) }),
    drops.length > 0 && say('codebook.merge.drops', { ...names, list: texts(drops) }),
  ].filter((line) => line !== false)
}

export const conflictText = (say: Say, { kind, name, other, count }: MergeConflict): string =>
  say(`codebook.conflict.${kind}`, { name, other: other ?? '', count })

/** What removing does. `keeps`: the annotations get another tag. */
export function removeLines(say: Say, part: CodebookPart, preview: RemovePreview, keeps: boolean): string[] {
  const { annotations, articles, examples, children, threads, fields, values, aliases, affiliations, summaries, readings } = preview
  return [
    !keeps && say(`codebook.remove.annotations.${part}`, { count: annotations, articles }),
    keeps && say('codebook.remove.kept', { count: annotations }),
    children > 0 && say('codebook.remove.children', { count: children }),
    threads > 0 && say('codebook.remove.threads', { count: threads }),
    examples > 0 && say('codebook.remove.examples', { count: examples }),
    fields > 0 && say('codebook.remove.fields', { count: fields, values }),
    aliases > 0 && say('codebook.remove.aliases', { count: aliases }),
    affiliations > 0 && say('codebook.remove.affiliations', { count: affiliations }),
    summaries > 0 && say('codebook.remove.summaries', { count: summaries }),
    readings > 0 && say('codebook.remove.readings', { count: readings }),
  ].filter((line) => line !== false)
}
