/** Word files judged by programs that are not ours: xmllint, and LibreOffice, which opens them and says what it read. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { JSDOM } from 'jsdom'
import { expect, test } from 'vitest'
import { writeDocx } from '../../../../../src/core/exporters/docx/index.ts'
import { articleText, CHINESE, documentOf, everything, HINDI, HOSTILE, section, URDU } from '../../../../helpers/report-document.ts'
import { officeConvert, runTool, toolPath } from '../../../../helpers/tools.ts'
import { readWord } from './read-docx.ts'

const LIMIT_MS = 120_000
const { DOMParser } = new JSDOM().window

test('E8 xmllint finds every part of a hostile report well-formed', async (context) => {
  if (toolPath('xmllint') === null) return context.skip('no xmllint')
  const { files } = readWord(await writeDocx(everything(HOSTILE.join('\n'))))
  const folder = mkdtempSync(join(tmpdir(), 'parley-docx-'))
  try {
    const paths = Object.entries(files)
      .filter(([path]) => /\.(xml|rels)$/.test(path))
      .map(([path, bytes]) => {
        const file = join(folder, path.replaceAll('/', '_'))
        writeFileSync(file, bytes)
        return file
      })
    expect(paths.length).toBeGreaterThan(12)
    expect(await runTool('xmllint', ['--noout', ...paths])).toBe('')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test(
  'E8 LibreOffice opens a report with hostile words: headings, contents, comments, tables, directions, and the text as it was',
  async (context) => {
    if (toolPath('soffice') === null) return context.skip('no soffice')
    const flat = new TextDecoder().decode(await officeConvert(await writeDocx(everything(HOSTILE.join('\n'))), 'report.docx', 'fodt'))
    const document = new DOMParser().parseFromString(flat, 'application/xml')
    const named = (name: string): Element[] => [...document.getElementsByTagName(name)]
    expect(
      named('text:h')
        .map((one) => one.getAttribute('text:outline-level'))
        .slice(0, 3),
    ).toEqual(['1', '2', '3'])
    expect(named('text:table-of-content')).toHaveLength(1)
    expect(named('office:annotation')).toHaveLength(6)
    expect(named('office:annotation-end')).toHaveLength(6)
    expect(named('table:table-header-rows').length).toBeGreaterThanOrEqual(4)
    expect(named('svg:desc').map((one) => one.textContent)).toContain('Pakistan has most statements.')
    for (const annotation of named('office:annotation')) annotation.remove()
    const words = named('text:p').map((one) => one.textContent)
    for (const expected of [URDU, 'UNAMA said so.']) expect(words.some((one) => one.replace('D15', '') === expected)).toBe(true)
    expect(words.some((one) => one.replace('D16', '') === CHINESE)).toBe(true)
    expect(words.some((one) => one.startsWith(HINDI))).toBe(true)
    expect(flat).not.toMatch(/<script:|text:dde|xlink:href="(?:http:\/\/evil|javascript)/)
  },
  LIMIT_MS,
)

test(
  'E8 LibreOffice opens an article with more highlights than it can hold comments, and reads its text as it was',
  async (context) => {
    if (toolPath('soffice') === null) return context.skip('no soffice')
    const sentence = 'Kabul wants the gates open. '
    const words = Array.from({ length: 40 }, (_, index) => `${index}. ${sentence.repeat(10).trim()}`).join('\n')
    const starts = [...words.matchAll(/Kabul/g)].map(({ index }) => index)
    const passages = starts.map((start, index) => ({ id: index + 1, start, end: start + 26 }))
    const bytes = await writeDocx(documentOf([section('a', 'Head', [articleText('T', words, passages)])], { hasContents: false }))
    const shown = new TextDecoder().decode(await officeConvert(bytes, 'long.docx', 'txt:Text (encoded):UTF8'))
    const lines = shown
      .replace(/^\ufeff/, '')
      .split(/\r?\n/)
      .map((line) => line.replace(/^\s*\d+[\t ](?=\d+\. Kabul)/, '').replace(/(?<=open)D\d+/g, ''))
    expect(lines.filter((line) => /^\d+\. Kabul/.test(line)).join('\n')).toBe(words)
    expect(lines.filter((line) => /^D\d+ /.test(line))).toHaveLength(400)
  },
  LIMIT_MS,
)
