/** What only a library has, as notes that a person can read elsewhere: threads with their checks, events, and what was written of cells. */
import type { ProjectCheck, ProjectEvent, ProjectReading, ProjectSummary, ProjectThread } from '../../importers/project.ts'
import { say } from '../../messages.ts'
import { shortened, type RefiContext } from './context.ts'

type Line = readonly [name: string, value: string | null | undefined]

const written = (lines: readonly Line[]): string =>
  lines.flatMap(([name, value]) => (value ? [name === '' ? value : `${name}: ${value}`] : [])).join('\n')

export function libraryNotes(context: RefiContext): string[] {
  const { threads, events, summaries, readings } = context.project.library
  const quotes = quotesOf(context)
  return [
    ...threads.map((thread) =>
      context.note(thread.uid, {
        name: say('export.refi.thread', { title: thread.title }),
        text: threadText(thread, quotes, context),
        createdAt: thread.createdAt,
      }),
    ),
    ...events.map((event) =>
      context.note(event.uid, {
        name: say('export.refi.event', { title: event.title }),
        text: eventText(event),
        createdAt: event.createdAt,
      }),
    ),
    ...[...summaries, ...readings].map((cell) =>
      context.note(cell.uid, {
        name: say('export.refi.cell', { party: context.party(cell.party), issue: context.issue(cell.issue) || say('compare.noIssue') }),
        text: 'text' in cell ? summaryText(cell, quotes) : readingText(cell),
        user: cell.coder,
        createdAt: cell.writtenAt,
      }),
    ),
  ]
}

/** Quotes by the uid of their annotation, each at once. */
function quotesOf({ project }: RefiContext): (uid: string) => string {
  const texts = new Map(project.articles.map((article) => [article.key, article]))
  const annotations = new Map(project.annotations.map((annotation) => [annotation.key, annotation]))
  return (uid) => {
    const annotation = annotations.get(uid)
    const article = texts.get(annotation?.article ?? '')
    const text = article?.revisions?.find(({ number }) => number === annotation?.revision)?.text ?? article?.text
    return annotation && text !== undefined ? text.slice(annotation.start, annotation.end) : ''
  }
}

function threadText(thread: ProjectThread, quotes: (uid: string) => string, context: RefiContext): string {
  const { statusOverride, statusReason } = thread
  return written([
    [say('thread.kind'), say(`thread.kind.${thread.kind}`)],
    [say('thread.owner'), context.party(thread.owner)],
    [say('thread.addressee'), context.party(thread.addressee)],
    [say('coding.issues'), context.issue(thread.issue)],
    [say('thread.page.criterion'), thread.criterion],
    [say('thread.page.deadline'), thread.deadline],
    [say('thread.page.schedule'), thread.schedule],
    [say('thread.page.measure'), thread.measure],
    [say('thread.page.standard'), thread.standard],
    [say('thread.page.monitor'), thread.monitor],
    [say('ledger.statuses'), statusOverride && [say(`thread.status.${statusOverride}`), statusReason].filter(Boolean).join(': ')],
    [say('thread.page.note'), thread.note],
    ...thread.members.map(({ annotation, role }): Line => [say(`thread.role.${role}`), shortened(quotes(annotation))]),
    ...thread.checks.map((check): Line => [say('export.refi.check'), checkText(check, context)]),
  ])
}

const checkText = ({ checked, result, by, note }: ProjectCheck, context: RefiContext): string =>
  [checked, say(`check.result.${result}`), context.party(by), note].filter((part) => part !== '').join(' · ')

const eventText = ({ kind, starts, ends, place, note }: ProjectEvent): string =>
  written([
    [say('event.kind'), say(`event.kind.${kind}`)],
    ['', ends === null ? starts : `${starts} – ${ends}`],
    ['', place],
    ['', note],
  ])

const summaryText = ({ text, quotes: linked }: ProjectSummary, quotes: (uid: string) => string): string =>
  [text, ...linked.map(({ annotation, number }) => `[${number}] ${shortened(quotes(annotation))}`)].join('\n')

const readingText = ({ stance, trend, reason }: ProjectReading): string =>
  written([
    [say('coding.stance'), stance && say(`stance.${stance}`)],
    [say('export.refi.trend'), trend && say(`matrix.trend.${trend}`)],
    ['', reason],
  ])
