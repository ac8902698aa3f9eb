/** A library of many articles for the bench of the table, written straight into the file: seeded, the same in every run. */
import Database from 'better-sqlite3'
import { openRealCore, type RealCore } from '../helpers/real-core.ts'

const WORDS = 'ferry strait harbour council demand inspect night crate register island shore talk border threat answer'.split(' ')
const LANGUAGES = ['en', 'ur', 'ps', 'fa', 'ar', 'zh']
const STATUS = ['new', 'coding', 'coded']
const TAGS = 9
const PARTIES = 60
const OUTLETS = 40
const COLLECTIONS = 8
/** Annotations of an article. */
const ANNOTATIONS = 10

/** A small linear congruential generator: the same data in every run. */
function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return Math.floor((state / 4_294_967_296) * below)
  }
}

const uid = (kind: string, id: number): string => `${kind.repeat(8)}-0000-4000-8000-${String(id).padStart(12, '0')}`

/** A core on a library of that many articles, ten annotations in each; `look` sees the file before the core takes hold of it. */
export async function manyArticles<T>(count: number, look: (db: Database.Database) => T): Promise<{ real: RealCore; seen: T }> {
  const real = await openRealCore()
  // Makes the coder, whose id annotations need.
  await real.client.call('parties.create', { name: 'Party 1', kind: 'state' })
  await real.core.control.closeLibrary()
  fill(real.path, count)
  const db = new Database(real.path)
  const seen = look(db)
  db.close()
  await real.core.control.openLibrary(real.path)
  return { real, seen }
}

function fill(path: string, count: number): void {
  const db = new Database(path)
  db.pragma('foreign_keys = OFF')
  const random = seeded(7)
  const title = (id: number): string => `${Array.from({ length: 6 }, () => WORDS[random(WORDS.length)]).join(' ')} ${id}`
  db.exec('BEGIN')
  const party = db.prepare("INSERT INTO party(id, uid, name, name_fold, kind, role, position) VALUES (?, ?, ?, ?, 'state', 'none', ?)")
  for (let id = 2; id <= PARTIES; id++) party.run(id, uid('a', id), `Party ${id}`, `party ${id}`, id)
  const outlet = db.prepare('INSERT INTO outlet(id, name, name_fold) VALUES (?, ?, ?)')
  for (let id = 1; id <= OUTLETS; id++) outlet.run(id, `Outlet ${id}`, `outlet ${id}`)
  const collection = db.prepare('INSERT INTO collection(id, uid, name, position) VALUES (?, ?, ?, ?)')
  for (let id = 1; id <= COLLECTIONS; id++) collection.run(id, uid('c', id), `Collection ${id}`, id)
  const revision = db.prepare(
    'INSERT INTO revision(id, uid, article_id, number, text, text_hash, chars, added_ms) VALUES (?, ?, ?, 1, ?, ?, ?, ?)',
  )
  const article = db.prepare(
    `INSERT INTO article(id, uid, revision_id, outlet_id, title, author, published, published_day, language, direction, status, chars, added_ms, changed_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'ltr', ?, ?, ?, ?)`,
  )
  const annotation = db.prepare(
    `INSERT INTO annotation(uid, article_id, revision_id, start_u16, end_u16, quote, prefix, suffix, tag_id, speaker_id, coder_id, created_ms, changed_ms)
     VALUES (?, ?, ?, ?, ?, 'a quote of the usual length', 'what stands before it', 'what stands after it', ?, ?, 1, 1, 1)`,
  )
  const member = db.prepare('INSERT INTO article_collection(article_id, collection_id) VALUES (?, ?)')
  const text = `${WORDS.join(' ')} `.repeat(8)
  for (let id = 1; id <= count; id++) {
    const day = 20_000 + random(700)
    const date = new Date(day * 86_400_000).toISOString().slice(0, 10)
    revision.run(id, uid('b', id), id, text, `hash ${id}`, text.length, id)
    const language = LANGUAGES[random(LANGUAGES.length)]
    article.run(
      id,
      uid('d', id),
      id,
      1 + random(OUTLETS),
      title(id),
      `Author ${random(500)}`,
      date,
      day,
      language,
      STATUS[random(3)],
      text.length,
      id,
      id,
    )
    for (let place = 0; place < ANNOTATIONS; place++)
      annotation.run(uid('e', id * ANNOTATIONS + place), id, id, place * 20, place * 20 + 15, 1 + random(TAGS), 1 + random(PARTIES))
    if (id % 3 === 0) member.run(id, 1 + random(COLLECTIONS))
  }
  db.exec('COMMIT')
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
}
