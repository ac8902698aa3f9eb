import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFile } from '../../../../src/core/importers/read-file.ts'
import { csvRows } from '../../../../src/core/importers/tables/csv-rows.ts'
import { proposeColumns, tableHead } from '../../../../src/core/importers/tables/columns.ts'
import { tableShape } from '../../../../src/core/importers/tables/shape.ts'
import { bytesOf } from './fixtures.ts'
import { asProblem, readAs, tableFixture } from './import-tables.ts'

const rowsOf = (text: string, delimiter = ','): unknown => {
  const read = csvRows(bytesOf(text), delimiter)
  return 'rows' in read ? read.rows : read
}

describe('rows', () => {
  it.each([
    [
      'quotes, doubled quotes and lines inside a cell',
      'a,b\r\n1,"x, ""y""\nz"',
      [
        ['a', 'b'],
        ['1', 'x, "y"\nz'],
      ],
    ],
    [
      'CR alone',
      'a,b\rc,d\r',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['blank lines, as rows that count', 'a,b\n\nc,d', [['a', 'b'], [''], ['c', 'd']]],
    ['blanks around quotes', 'a, "b, c" ,d\n', [['a', 'b, c', 'd']]],
    [
      'formulas as text',
      'a,=1+1\n"=HYPERLINK(""x"")",@b\n',
      [
        ['a', '=1+1'],
        ['=HYPERLINK("x")', '@b'],
      ],
    ],
    [
      'quotes inside of a cell',
      'he said "no",x\n"q",y\n',
      [
        ['he said "no"', 'x'],
        ['q', 'y'],
      ],
    ],
  ])('reads %s', (_, text, rows) => {
    expect(rowsOf(text)).toEqual(rows)
  })

  it('D22 a quote that is never closed costs its own line and is named by its row', () => {
    expect(csvRows(bytesOf('a,b\n1,"open\n2,fine\n3,"also fine"\n'), ',')).toEqual({
      rows: [['a', 'b'], ['1', '"open'], ['2', 'fine'], ['3', 'also fine']],
      badQuotes: [2],
    }) // prettier-ignore
  })

  it('D22 a quote that ends in the middle of a cell keeps the row as it stands', () => {
    expect(csvRows(bytesOf('a,b\n"a "bad" one",2\n3,4\n'), ',')).toEqual({
      rows: [['a', 'b'], ['"a "bad" one"', '2'], ['3', '4']],
      badQuotes: [2],
    }) // prettier-ignore
  })

  it('gives back what was written, whatever is in the cells', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ü', '字', '"', ',', ';', '\n', '\r\n', '\t', ' ', '=', '𝄞') })
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }))
    fc.assert(
      fc.property(table, fc.constantFrom(',', ';', '\t', '|'), fc.constantFrom('\n', '\r\n'), (rows, delimiter, end) => {
        const written = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(delimiter)).join(end)
        expect(csvRows(bytesOf(written), delimiter)).toEqual({ rows, badQuotes: [] })
      }),
    )
  })
})

describe('shape', () => {
  it.each([
    ['a;b\n1,5;2\n3,4;5', ';', 2],
    ['a\tb\nx, y\tz', '\t', 2],
    ['a|b|c\n1|2|3\n', '|', 3],
    ['sep=:\na:b\n1:2\n', ':', 2],
    ['"a;b;c",d\n"e;f;g",h\n', ',', 2],
  ])('finds the delimiter of %j', (text, delimiter, columns) => {
    expect(tableShape(text, true)).toMatchObject({ delimiter, columns, share: 1 })
  })
})

describe('columns', () => {
  const propose = (rows: string[][]): unknown => {
    const head = tableHead(rows)
    return { columns: head.columns, firstRow: head.firstRow, uses: proposeColumns(head, rows).columns }
  }

  it.each([
    [
      ['Titel', 'Volltext', 'Quelle', 'Datum'],
      ['title', 'text', 'outlet', 'published'],
    ],
    [
      ['Titre', 'Texte intégral', 'Auteur', 'Date de publication'],
      ['title', 'text', 'author', 'published'],
    ],
    [
      ['عنوان', 'متن', 'منبع', 'تاریخ'],
      ['title', 'text', 'outlet', 'published'],
    ],
    [
      ['标题', '正文', '来源', '发布时间'],
      ['title', 'text', 'outlet', 'published'],
    ],
    [
      ['Заголовок', 'Текст', 'Источник', 'Дата'],
      ['title', 'text', 'outlet', 'published'],
    ],
    [
      ['headline', 'articleBody', 'mediaName', 'publishedAt'],
      ['title', 'text', 'outlet', 'published'],
    ],
  ])('knows %j by name', (head, uses) => {
    expect(propose([head, ['One', 'Some words of a text', 'A paper', '2025-01-02']])).toMatchObject({ uses, firstRow: 1 })
  })

  it('finds the head below what a service wrote above it, and names columns without a head by letters', () => {
    expect(propose([['Export of 3 May'], [''], ['title', 'text'], ['One', 'words']])).toMatchObject({
      firstRow: 3,
      columns: ['title', 'text'],
    })
    expect(
      propose([
        ['2025-01-02', 'A line'],
        ['2025-01-03', 'Another'],
      ]),
    ).toMatchObject({ firstRow: 0, columns: ['A', 'B'] })
  })

  it('proposes by content what no name says', () => {
    const long = 'A sentence that goes on and on until there can be no doubt that this is what people read. '.repeat(4)
    const rows = [['x1', 'x2', 'x3', 'x4'], ['https://a.example/1', '2025-01-02', long, 'How a thing came to be'], ['https://a.example/2', '2025-01-03', long, 'How another came to be']] // prettier-ignore
    expect(propose(rows)).toMatchObject({ uses: ['url', 'published', 'text', 'title'] })
  })

  it('does not believe a name against what is in the column', () => {
    expect(
      propose([
        ['text', 'date', 'source'],
        ['Words to read', 'on a Monday', 'https://a.example/'],
      ]),
    ).toMatchObject({
      uses: ['text', 'detail:date', 'url'],
    })
  })
})

describe('tables as articles', () => {
  it('reads a table with known columns, and shows how it took them', async () => {
    const { articles, lost, table, encoding } = await readAs('articles.csv', tableFixture('articles.csv'))
    expect({ lost, encoding, count: articles.length }).toEqual({ lost: [], encoding: 'utf-8', count: 3 })
    expect(articles[0]).toMatchObject({
      title: 'Valley council asks for a second bridge',
      text: 'The council of Upper Marn met on Monday.\n\n"We ask for a second bridge before winter," said its speaker, Ilse Tarn.',
      outlet: 'Marn Courier',
      author: 'Otto Reev',
      published: '2025-10-27',
      url: 'https://marn.example/bridge',
      language: 'en',
      details: { id: '1', section: 'Local' },
    })
    expect(articles.map(({ published }) => published)).toEqual(['2025-10-27', '2025-10-28', '2025-10-29T14:30+01:00'])
    expect(table?.proposed).toEqual(['detail:id', 'title', 'text', 'outlet', 'author', 'published', 'url', 'language', 'detail:section'])
    expect(table?.rows).toHaveLength(3)
  })

  it('D22 reads sep=; with another encoding, and counts rows as a spreadsheet does', async () => {
    const { articles, encoding } = await readAs('export.csv', tableFixture('windows-1252.csv'))
    expect(encoding).toBe('windows-1252')
    expect(articles.map(({ title, published, note }) => [title, published, note])).toEqual([
      ['Brücke gesperrt', '2025-11-03', 'geprüft'],
      ['Fähre fällt aus', '2025-11-04', undefined],
    ])
    const { lost } = await readAs(
      'a.csv',
      bytesOf('sep=;\ntitle;text;date\nA;Words here;2025\nB;;2024\n\nC;More words;soon\nD;And more;2023\n'),
    )
    expect(lost).toEqual([
      { code: 'textMissing', count: 1, details: { rows: '4' } },
      { code: 'rowDate', count: 1, details: { rows: '6' } },
    ])
  })

  it('asks where no column is known to be the text, and reads what a person says', async () => {
    const bytes = bytesOf('Kennung;Beitrag;Blatt\n1;Die Stadt verhandelt mit dem Land.;Talblatt\n2;Das Land lehnt ab.;Hafenbote\n')
    const asked = asProblem(await readFile({ name: 'a.csv', bytes }))
    expect(asked.problem.code).toBe('needs-columns')
    expect(asked.table).toMatchObject({ columns: ['Kennung', 'Beitrag', 'Blatt'], rows: [['1', 'Die Stadt verhandelt mit dem Land.', 'Talblatt'], ['2', 'Das Land lehnt ab.', 'Hafenbote']] }) // prettier-ignore
    const { articles, lost } = await readAs('a.csv', bytes, { columns: [null, 'text', 'outlet'] })
    expect(articles.map(({ text, outlet }) => [text, outlet])).toEqual([['Die Stadt verhandelt mit dem Land.', 'Talblatt'], ['Das Land lehnt ab.', 'Hafenbote']]) // prettier-ignore
    expect(lost).toEqual([{ code: 'columns', count: 1, details: { names: 'Kennung' } }])
    const named = await readAs('a.csv', bytes, { columns: ['detail:Nummer', 'text', 'nonsense'] })
    expect(named.articles[0]?.details).toEqual({ Nummer: '1' })
    expect(asProblem(await readFile({ name: 'a.csv', bytes, columns: ['note', null] })).problem.code).toBe('needs-columns')
  })

  it('lets the dates of a column say what comes first in them', async () => {
    const days = async (...dates: string[]): Promise<unknown> =>
      (await readAs('a.csv', bytesOf(`text\tdate\n${dates.map((date) => `Some words\t${date}`).join('\n')}\n`))).articles.map(
        ({ published }) => published,
      )
    expect(await days('3/4/2025', '29/10/2025')).toEqual(['2025-04-03', '2025-10-29'])
    expect(await days('3/4/2025', '10/29/2025')).toEqual(['2025-03-04', '2025-10-29'])
    expect(await days('3/4/2025', '5/6/2025')).toEqual(['2025', '2025'])
    expect(await days('2025-10-29 00:00:00', '20251030', '2025-11')).toEqual(['2025-10-29', '2025-10-30', '2025-11'])
  })

  it('keeps what does not fit a field as a detail, and says what it left out', async () => {
    const text =
      'title,text,url,language,date\nOne,Words to read,ftp://x,Klingon,in spring\n,,,,\nTwo,More words,www.b.example/x,ENGLISH,2025,more,\n'
    const { articles, lost } = await readAs('a.csv', bytesOf(text))
    expect(articles).toMatchObject([
      { url: null, details: { link: 'ftp://x', languageWritten: 'Klingon', dateWritten: 'in spring' } },
      { url: 'https://www.b.example/x', language: 'en', published: '2025' },
    ])
    expect(lost).toEqual([{ code: 'rowDate', count: 1, details: { rows: '2' } }, { code: 'rowWidth', count: 1, details: { rows: '4' } }]) // prettier-ignore
  })

  it('reads records of JSON, one a line or in a list', async () => {
    const { articles, lost } = await readAs('records.jsonl', tableFixture('records.jsonl'))
    expect(articles).toMatchObject([
      { title: 'Talks in Orsa adjourned', outlet: 'Orsa Wire', author: 'Mina Holt; Jan Brix', published: '2025-11-07T18:05Z', details: { tags: 'talks; border' } },
      { title: 'Border post reopens', author: null, published: '2025-11-08' },
    ]) // prettier-ignore
    expect(lost).toEqual([{ code: 'jsonLine', count: 1, details: { rows: '4' } }])
    const list = bytesOf('{"status":"ok","articles":[{"title":"A","text":"Some words"},{"title":"B","text":"Other words"}]}')
    expect((await readAs('a.json', list)).articles.map(({ title }) => title)).toEqual(['A', 'B'])
  })
})
