/**
 * A report as Markdown: CommonMark with the tables and footnotes that GitHub, Obsidian and pandoc share. No HTML is in it. Everything of the library is
 * escaped so that it stays words; the same document gives the same text.
 */
import { firstStrongDirection } from '../../../shared/text/paragraphs.ts'
import { say } from '../../messages.ts'
import { plain, text } from '../document/inlines.ts'
import type { ReportDocument, Section } from '../document/model.ts'
import { blocks, facts, heading, lines } from './blocks.ts'
import { emphasised, isolated, oneLine, own, settled } from './escape.ts'
import { inlines, type Writing } from './inlines.ts'
import { gatherNotes, notes } from './notes.ts'
import { headingAnchors } from './places.ts'

/** Ends with a line end. */
export function writeMarkdown(document: ReportDocument): string {
  const noted = gatherNotes(document)
  const contentsTitle = say('report.contents')
  const anchors = headingAnchors(document, document.hasContents ? [document.title, contentsTitle] : [document.title])
  const writing: Writing = { anchors, noted: new Set(noted.keys()) }
  const banner = document.look.banner === '' ? [] : [emphasised('**', isolated(oneLine(document.look.banner)))]
  const parts = [
    ...banner,
    ...cover(writing, document),
    ...(document.hasContents ? contents(writing, document, contentsTitle) : []),
    ...document.sections.flatMap((section) => written(writing, section, 2)),
    ...document.appendix.flatMap((section) => written(writing, section, 2)),
    ...banner,
    ...notes(writing, noted.values()),
  ]
  return settled(`${parts.filter((part) => part !== '').join('\n\n')}\n`)
}

function written(writing: Writing, section: Section, level: number): string[] {
  return [
    heading(writing, section.heading, level),
    ...blocks(writing, section.blocks, level),
    ...(section.sections ?? []).flatMap((inner) => written(writing, inner, level + 1)),
  ]
}

function cover(writing: Writing, { title, subtitle, look, libraryName, cover: of }: ReportDocument): string[] {
  const aboutIt = [
    isolatedLine(look.house),
    ...(of === null ? [] : [own(of.kicker)]),
    ...(libraryName.trim() === '' || libraryName === title ? [] : [`${say('report.cover.library')} ${isolatedLine(libraryName)}`]),
  ].filter((line) => line !== '')
  return [
    `# ${isolatedLine(title)}`,
    subtitle === null ? '' : emphasised('*', isolatedLine(subtitle)),
    of === null ? lines(isolatedLine(look.house)) : lines(aboutIt.join('\n')),
    of === null ? '' : of.numbers.map(({ value, label }) => `${emphasised('**', String(value))} ${own(label)}`).join(' · '),
    of === null ? '' : facts(writing, of.facts),
  ]
}

const isolatedLine = (words: string): string => (firstStrongDirection(words) === 'rtl' ? isolated(oneLine(words)) : oneLine(words))

function contents(writing: Writing, document: ReportDocument, title: string): string[] {
  const entry = (section: Section, level: number): string[] => [
    `${'  '.repeat(level)}- [${inlines(writing, section.heading, { flat: true, unlinked: true }).trim()}](#${writing.anchors.get(section.id) ?? ''})${section.aside === undefined ? '' : ` ${own(section.aside)}`}`,
    ...(level < 1 ? (section.sections ?? []).flatMap((inner) => entry(inner, level + 1)) : []),
  ]
  const list = [...document.sections, ...document.appendix]
    .filter((section) => plain(section.heading).trim() !== '')
    .flatMap((section) => entry(section, 0))
  return list.length === 0 ? [] : [heading(writing, [text(title)], 2), list.join('\n')]
}
