/** A project of ours that another program has written again: what it left comes in whole, what it changed as it says, and all of that is told. */
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { fill } from '../../projects/library-source.ts'
import { lossesOf, projectLibrary, readProject, type TestLibrary } from '../../projects/helpers.ts'
import { project, reviewed } from './archive.ts'
import { contentsOf } from './oracle.ts'

async function written(): Promise<TestLibrary & { bytes: Uint8Array; demand: string; grain: string }> {
  const library = projectLibrary()
  const ids = fill(library.library)
  reviewed(library.library, ids.demand)
  const uid = (table: string, id: number): string => library.db.value<string>(`SELECT uid FROM ${table} WHERE id = ?`, [id])
  const { bytes } = await project(library.db, { history: true, originals: true })
  return { ...library, bytes, demand: uid('annotation', ids.demand), grain: uid('article', ids.grain) }
}

/** The same archive with another project file, and with other sources. */
function edited(
  bytes: Uint8Array,
  edit: (xml: string) => string,
  sources: (name: string, text: string) => string | null = (_, text) => text,
): Uint8Array {
  const files = Object.entries(unzipSync(bytes)).flatMap(([name, content]): [string, Uint8Array][] => {
    const text = new TextDecoder().decode(content)
    const now = name === 'project.qde' ? edit(text) : sources(name, text)
    return now === null ? [] : [[name, strToU8(now)]]
  })
  return zipSync(Object.fromEntries(files))
}

async function brought(bytes: Uint8Array) {
  const mine = projectLibrary()
  const reading = await readProject(bytes)
  const lines = await mine.bring(reading)
  return { ...mine, lost: { ...Object.fromEntries(reading.lost.map(({ code, count }) => [code, count])), ...lossesOf(lines) }, reading }
}

describe('what another program changed', () => {
  test('nothing but the order of things and the spelling of GUIDs: all of it comes back', async () => {
    const { bytes, db } = await written()
    const { db: mine, lost } = await brought(
      edited(bytes, (xml) =>
        xml
          .replace('origin="Parley"', 'origin="Other 3.1"')
          .replaceAll(/(guid|targetGUID)="([0-9a-f-]{36})"/g, (_, name: string, guid: string) => `${name}="{${guid.toUpperCase()}}"`),
      ),
    )
    expect(lost).toEqual({})
    expect(contentsOf(mine)).toEqual(contentsOf(db))
  })

  test('a selection that is gone is gone; one that is new comes in; the others keep all they had', async () => {
    const { bytes, db, demand, grain } = await written()
    const added = `<PlainTextSelection guid="00000000-0000-4000-8000-00000000aaaa" name="The Council" startPosition="24" endPosition="35" creatingUser="00000000-0000-4000-8000-00000000bbbb"><Coding guid="00000000-0000-4000-8000-00000000cccc"><CodeRef targetGUID="00000000-0000-4000-8000-00000000dddd"/></Coding></PlainTextSelection>` // prettier-ignore
    const edit = (xml: string): string =>
      xml
        .replace(new RegExp(`<PlainTextSelection guid="${demand}"[\\s\\S]*?</PlainTextSelection>`), '')
        .replace(new RegExp(`(<TextSource guid="${grain}"[^>]*>)`), `$1${added}`)
        .replace('<Users>', '<Users><User guid="00000000-0000-4000-8000-00000000bbbb" name="Cleo"/>')
        .replace('<Codes>', '<Codes><Code guid="00000000-0000-4000-8000-00000000dddd" name="Actors" isCodable="true"/>')
    const { db: mine, lost, reading } = await brought(edited(bytes, edit))
    // The selection that is gone, the new one, and the new code.
    // And its memo, which nothing refers to any more, and its place in a summary.
    expect(lost).toEqual({ 'refi-changed': 3, notes: 1, 'summary-quotes': 1 })
    expect(reading.project.codes?.map(({ name }) => name)).toEqual(['Actors'])
    const quotes = (of: TestLibrary['db']) =>
      of.column<string>('SELECT quote FROM annotation WHERE revision_id IN (SELECT revision_id FROM article) ORDER BY quote')
    expect(quotes(db)).toEqual(['demands that the harbour reopen', 'rejects every toll'])
    expect(quotes(mine)).toEqual(['The Council', 'rejects every toll'])
    expect(mine.column("SELECT c.name FROM annotation n JOIN coder c ON c.id = n.coder_id WHERE n.quote = 'The Council'")).toEqual(['Cleo'])
    const own = ['annotation_field', 'event', 'party', 'collection', 'story', 'revision'] as const
    const [here, there] = [contentsOf(mine), contentsOf(db)]
    for (const table of own) expect(here[table]).toEqual(there[table])
  })

  test('a selection that was moved and coded otherwise keeps its speaker and all else', async () => {
    const { bytes, demand, db } = await written()
    const tolls = db.value<string>("SELECT uid FROM issue WHERE name = 'Tolls'")
    const harbour = db.value<string>("SELECT uid FROM issue WHERE name = 'Harbour'")
    const points = new RegExp(
      `(<PlainTextSelection guid="${demand}" name=")[^"]*(" startPosition=")\\d+(" endPosition=")\\d+([\\s\\S]*?</PlainTextSelection>)`,
    )
    const { db: mine, lost } = await brought(
      edited(bytes, (xml) =>
        xml.replace(
          points,
          (_, a: string, b: string, c: string, d: string) => `${a}that the harbour reopen${b}52${c}75${d.replace(harbour, tolls)}`,
        ),
      ),
    )
    expect(lost).toEqual({ 'refi-changed': 1 })
    expect(
      mine.all(
        `SELECT n.quote, s.name AS speaker, n.intensity, n.note, i.name AS issue, t.code AS tag FROM annotation n JOIN party s ON s.id = n.speaker_id
      JOIN annotation_issue x ON x.annotation_id = n.id JOIN issue i ON i.id = x.issue_id JOIN tag t ON t.id = n.tag_id WHERE n.uid = ?`,
        [demand],
      ),
    ).toEqual([{ quote: 'that the harbour reopen', speaker: 'Orla Venn', intensity: 4, note: 'Key line', issue: 'Tolls', tag: 'demand' }])
  })

  test('a memo and the name of a code are as they are now', async () => {
    const { bytes, demand } = await written()
    const { db: mine, lost } = await brought(
      edited(bytes, (xml) =>
        xml
          .replace('Key line</PlainTextContent>', 'Key line, seen again</PlainTextContent>')
          .replace('name="Harbour" isCodable', 'name="Port" isCodable'),
      ),
    )
    expect(lost).toEqual({ 'refi-changed': 2 })
    expect(mine.column('SELECT note FROM annotation WHERE uid = ?', [demand])).toEqual(['Key line, seen again'])
    expect(mine.column("SELECT name FROM issue WHERE name IN ('Port', 'Harbour')")).toEqual(['Port'])
  })

  test('a text that was edited is that text, with the selections that stand there', async () => {
    const { bytes, grain, db } = await written()
    const { db: mine, lost } = await brought(
      edited(
        bytes,
        (xml) => xml,
        (name, text) => (name.includes(grain) ? text.replace('The Council', 'The council') : text),
      ),
    )
    expect(lost).toMatchObject({ 'refi-changed': 2 })
    expect(mine.column('SELECT r.text FROM article a JOIN revision r ON r.id = a.revision_id WHERE a.uid = ?', [grain])[0]).toContain(
      'The council',
    )
    expect(mine.column("SELECT quote FROM annotation WHERE quote LIKE 'rejects%'")).toHaveLength(1)
    expect(contentsOf(mine)['event']).toEqual(contentsOf(db)['event'])
  })

  test('an article that was taken out stays out with its annotations', async () => {
    const { bytes, grain } = await written()
    const { db: mine, lost } = await brought(
      edited(bytes, (xml) => xml.replace(new RegExp(`<TextSource guid="${grain}"[\\s\\S]*?</TextSource>`), '')),
    )
    expect(lost).toMatchObject({ 'refi-changed': 1 })
    expect(mine.column('SELECT title FROM article')).toEqual(['Ferries stop'])
    expect(mine.value("SELECT count(*) FROM annotation WHERE quote LIKE 'rejects%'")).toBe(0)
  })
})

let known: Uint8Array | undefined
/** One file for all tests that only read it. */
const anyBytes = async (): Promise<Uint8Array> => (known ??= (await written()).bytes)

describe('without what only Parley reads', () => {
  const data = (name: string, text: string): boolean => name.startsWith('sources/') && text.startsWith('{"format":"Parley data"')

  test('tags and issues are still what they were, and the passages with them', async () => {
    const { bytes, db } = await written()
    const { db: mine } = await brought(
      edited(
        bytes,
        (xml) => xml.replace(/<Note [^>]*name="Parley data"[\s\S]*?<\/Note>/, ''),
        (name, text) => (data(name, text) ? null : text),
      ),
    )
    const coded = `SELECT n.uid, n.quote, t.code, i.name FROM annotation n JOIN article a ON a.revision_id = n.revision_id JOIN tag t ON t.id = n.tag_id
      LEFT JOIN annotation_issue x ON x.annotation_id = n.id LEFT JOIN issue i ON i.id = x.issue_id ORDER BY 1, 4`
    expect(mine.all(coded)).toEqual(db.all(coded))
    expect(mine.column("SELECT name FROM issue WHERE name IN ('Issues', 'Tags')")).toEqual([])
    expect(mine.column("SELECT definition FROM issue WHERE name = 'Border'")).toEqual(['All about crossings'])
  })

  const cases: readonly (readonly [string, (text: string) => string | null])[] = [
    ['damaged', (text) => text.slice(0, -20)],
    ['damaged', (text) => text.replace(/"start":\d+/, '"start":99999')],
    ['damaged', (text) => text.replace('"stance":"supports"', '"stance":"adores"')],
    ['damaged', () => ''],
    ['damaged', () => null],
    ['newer', (text) => text.replace('"version":1,"part"', '"version":2,"part"')],
    ['newer', (text) => text.replace(/"version":1\}$/, '"version":9}')],
  ]
  test.each(cases.map(([reason, edit], index) => [`${index}: ${reason}`, reason, edit] as const))(
    'what is not as it has to be is not taken (%s)',
    async (_, reason, edit) => {
      const bytes = await anyBytes()
      const { reading, db: mine } = await brought(
        edited(
          bytes,
          (xml) => xml,
          (name, text) => (data(name, text) ? edit(text) : text),
        ),
      )
      expect(reading.lost[0]).toEqual({ code: 'refi-data', count: 1, details: { reason } })
      expect(mine.value('SELECT count(*) FROM event')).toBe(0)
      expect(mine.column('SELECT quote FROM annotation ORDER BY quote')).toEqual(['demands that the harbour reopen', 'rejects every toll'])
    },
  )

  test('D12 a project file with a DOCTYPE is refused, whatever stands beside it', async () => {
    const bytes = await anyBytes()
    const hostile = edited(bytes, (xml) => xml.replace('<Project', '<!DOCTYPE Project [<!ENTITY x SYSTEM "file:///etc/passwd">]><Project'))
    await expect(readProject(hostile)).rejects.toThrow('unsafe')
  })
})
