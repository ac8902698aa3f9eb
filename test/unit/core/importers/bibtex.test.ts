/** BibTeX and BibLaTeX as people and programs write them, and our own on its way back. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bibEntry } from '../../../../src/core/exporters/references/bibtex.ts'
import { texText } from '../../../../src/core/exporters/references/tex-text.ts'
import { bibEntries } from '../../../../src/core/importers/references/bib.ts'
import { texNames, texToText } from '../../../../src/core/importers/references/tex.ts'
import { detectFormat } from '../../../../src/core/importers/detect.ts'
import { readFile } from '../../../../src/core/importers/read-file.ts'
import { bytesOf } from './fixtures.ts'
import { asProblem, readAs } from './import-tables.ts'

const LIST = String.raw`% Made by hand
@string{mc = "Marn Courier"}
@comment{ nothing {to} see }
@Article{tarn25,
  author = {Tarn, Ilse and {Desk of the Courier} and Ad\`ele K{\"o}nig and others},
  title = "Bridge talks: {Marn} \& the valley -- what {\textbf{it}} wants",
  journal = mc # { (Weekend)},
  year = 2025, month = oct,
  pages = {4--6},
  doi = {10.1234/marn\_77},
  keywords = {bridge, council},
  abstract = {The council names three demands.

    It gives no date for an answer: 50\,\% say so.},
  note = {Scanned copy.},
  langid = {ngerman}
}
@online{x, title={No more}, organization={Ministry of Rivers}, url={https://marn.example/a_b?c=%20}, date={2025-10-29T14:30:00+05:00/2025-10-30}}
`

it('reads entries with strings, braces, quotes and commands of TeX', async () => {
  const { format, articles, lost } = await readAs('list.bib', bytesOf(LIST))
  expect(format).toBe('bibtex')
  expect(articles).toMatchObject([
    {
      title: 'Bridge talks: Marn & the valley – what it wants',
      outlet: 'Marn Courier (Weekend)',
      author: 'Ilse Tarn; Desk of the Courier; Adèle König',
      published: '2025-10',
      url: 'https://doi.org/10.1234/marn_77',
      language: 'de',
      text: 'The council names three demands.\n\nIt gives no date for an answer: 50% say so.',
      note: 'Scanned copy.',
      details: { type: 'article', pages: '4–6', doi: '10.1234/marn_77', keywords: 'bridge, council' },
    },
    { title: 'No more', outlet: 'Ministry of Rivers', url: 'https://marn.example/a_b?c=%20', published: '2025-10-29T14:30+05:00' },
  ])
  expect(lost).toEqual([{ code: 'textMissing', count: 1, details: { rows: '2' } }])
})

it('sets accents and signs, and runs no command', () => {
  const written: [tex: string, text: string][] = [
    [String.raw`\'{e}\'e{\'e}\'{\i} \v{s}\v s \c c \H{o} \ss{} \o \L{}\'od\'z \aa`, 'ééé\u00ed šš ç ő ß øŁódź å'],
    [String.raw`\input{/etc/passwd} \write18{ls} \emph{so}`, '/etc/passwd 18ls so'],
    [String.raw`100\% \$5 \_ \{x\} a~b ---`, '100% $5 _ {x} a\u00a0b —'],
    [String.raw`\textbackslash{}'e`, "\\'e"],
  ]
  for (const [tex, text] of written) expect(texToText(tex)).toBe(text)
  expect(texNames('{A and B} and C, D and others')).toEqual(['{A and B}', 'C, D'])
})

it('any text that is written comes back as it was', () => {
  const text = fc.string({
    unit: fc.constantFrom(
      'a',
      ' ',
      '-',
      "'",
      '`',
      '?',
      ',',
      '<',
      '\\',
      '{',
      '}',
      '~',
      '^',
      '$',
      '&',
      '#',
      '_',
      '%',
      '"',
      '@',
      'é',
      '😀',
      'ط',
      '\ue000',
    ),
  })
  const shown = (one: string): string => one.replaceAll(/\s+/g, ' ').replaceAll('\ue000', '').trim()
  fc.assert(fc.property(text, (one) => texToText(texText(one)) === shown(one)))
  fc.assert(
    fc.property(text, text, (title, author) => {
      const reference = { uid: 'u', key: 'k-1', title: `T ${title}`, outlet: null, author: `A ${author}`, published: null, url: null, language: null, note: null, details: {}, translatedFrom: null, reliability: null, credibility: null } // prettier-ignore
      const [entry, ...others] = bibEntries(bibEntry(reference))
      expect(others).toEqual([])
      expect(texToText(entry?.fields.get('title') ?? '')).toBe(shown(`T ${title}`))
    }),
  )
})

it('says of what is broken off that it is, and keeps what is whole', async () => {
  const { articles, lost } = await readAs('a.bib', bytesOf('@misc{a, title={Whole}}\n@misc{b, title={Broken'))
  expect(articles).toMatchObject([{ title: 'Whole' }])
  expect(lost).toContainEqual({ code: 'rowEmpty', count: 1, details: { rows: '2' } })
  expect(asProblem(await readFile({ name: 'a.bib', bytes: bytesOf('@misc{b, title={Broken') })).problem.code).toBe('damaged')
  // Many beginnings without an end take time in line with their length.
  expect(bibEntries('@misc{a, b={'.repeat(200_000))).toEqual([null])
})

it('is known by its first entry, and a text that speaks of one is not', () => {
  const formatOf = (text: string) => detectFormat('a.txt', bytesOf(text))
  expect(formatOf('This file was created with JabRef.\n\n@article{a,\n title={x}}')).toEqual({ id: 'bibtex' })
  expect(formatOf('Write to us at desk@article{a}.\n\nThat is all.')).toBe('plain-text')
  expect(formatOf('He showed me this:\n\n@article{a, title={x}}\n')).toBe('plain-text')
})
