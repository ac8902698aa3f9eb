/** Small DNA databases of version 2 and 3, written here. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'

export const TEXT = 'Talks 😀 at Marsa\r\n\r\nVenn wants tolls. The Council does not.'
export const at = (words: string): [start: number, stop: number] => [TEXT.indexOf(words), TEXT.indexOf(words) + words.length]

/** The bytes of a database that these statements make. */
export function database(statements: readonly (readonly [sql: string, ...values: (string | number | null)[]])[]): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'parley-dna-'))
  try {
    const path = join(folder, 'a.dna')
    const db = new Database(path)
    for (const [sql, ...values] of statements) db.prepare(sql).run(...values)
    db.close()
    return readFileSync(path)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

type Statements = Parameters<typeof database>[0][number][]
const tables = (...definitions: string[]): Statements => definitions.map((definition) => [`CREATE TABLE ${definition}`])
const rows = (table: string, ...values: (string | number | null)[][]): Statements =>
  values.map((row) => [`INSERT INTO ${table} VALUES (${row.map(() => '?').join(', ')})`, ...row])

const common: Statements = [
  ...tables(
    'SETTINGS(Property TEXT PRIMARY KEY, Value TEXT)',
    'DOCUMENTS(ID INTEGER PRIMARY KEY, Title TEXT, Text TEXT, Coder INTEGER, Author TEXT, Source TEXT, Section TEXT, Notes TEXT, Type TEXT, Date INTEGER)',
    'STATEMENTTYPES(ID INTEGER PRIMARY KEY, Label TEXT, Red INTEGER, Green INTEGER, Blue INTEGER)',
    'VARIABLES(ID INTEGER PRIMARY KEY, Variable TEXT, DataType TEXT, StatementTypeId INTEGER)',
    'STATEMENTS(ID INTEGER PRIMARY KEY, StatementTypeId INTEGER, DocumentId INTEGER, Start INTEGER, Stop INTEGER, Coder INTEGER)',
    'REGEXES(Label TEXT PRIMARY KEY)',
  ),
  ...rows('STATEMENTTYPES', [1, 'DNA Statement', 239, 208, 51], [2, 'Event', 10, 20, 30]),
  ...rows(
    'VARIABLES',
    [1, 'person', 'short text', 1],
    [2, 'organization', 'short text', 1],
    [3, 'concept', 'short text', 1],
    [4, 'agreement', 'boolean', 1],
    [5, 'strength', 'integer', 1],
    [6, 'note', 'long text', 2],
  ),
  ...rows(
    'STATEMENTS',
    [1, 1, 1, ...at('Venn wants tolls'), 1],
    [2, 1, 1, ...at('The Council does not'), 2],
    [3, 2, 1, ...at('Talks 😀'), 1],
    [4, 1, 1, 5, 9_999, 1],
    [5, 1, 9, 0, 3, 1],
    [6, 1, 1, 7, 7, 1],
  ),
]

/** `date` as the version counts it. */
const documents = (date: number): Statements =>
  rows(
    'DOCUMENTS',
    [1, 'Tolls', TEXT, 1, 'I. Dray', 'Kestrel Post', 'World', 'Read twice', 'Report', date],
    [2, 'Blank', ' \n', 1, '', '', '', '', '', 0],
  )

export function dna3(more: Statements = []): Buffer {
  return database([
    ...common,
    ...documents(Date.UTC(2025, 9, 29, 14, 30) / 1_000),
    ...tables(
      'CODERS(ID INTEGER PRIMARY KEY, Name TEXT, Password TEXT)',
      'ENTITIES(ID INTEGER PRIMARY KEY, VariableId INTEGER, Value TEXT, Red INTEGER, Green INTEGER, Blue INTEGER, ChildOf INTEGER)',
      'DATASHORTTEXT(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Entity INTEGER)',
      'DATABOOLEAN(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Value INTEGER)',
      'DATAINTEGER(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Value INTEGER)',
      'DATALONGTEXT(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Value TEXT)',
      'ATTRIBUTEVARIABLES(ID INTEGER PRIMARY KEY, VariableId INTEGER, AttributeVariable TEXT)',
      'ATTRIBUTEVALUES(ID INTEGER PRIMARY KEY, EntityId INTEGER, AttributeVariableId INTEGER, AttributeValue TEXT)',
    ),
    ...rows('SETTINGS', ['version', '3.0.11']),
    ...rows('CODERS', [1, 'Ada', 'secret-hash'], [2, 'Bo', 'other-hash']),
    ...rows(
      'ENTITIES',
      [1, 1, 'Orla Venn', 255, 0, 0, null],
      [2, 2, 'Coast', 0, 0, 0, 3],
      [3, 2, 'Coast States', 0, 0, 0, 2],
      [4, 2, 'Isle Council', 0, 0, 0, null],
      [5, 3, 'Tolls', 0, 0, 0, null],
      [6, 3, '', 0, 0, 0, null],
    ),
    ...rows('ATTRIBUTEVARIABLES', [1, 1, 'Type'], [2, 1, 'Alias']),
    ...rows('ATTRIBUTEVALUES', [1, 1, 1, 'Minister'], [2, 1, 2, 'O. Venn'], [3, 4, 1, '']),
    ...rows('DATASHORTTEXT', [1, 1, 1, 1], [2, 1, 2, 2], [3, 1, 3, 5], [4, 2, 2, 4], [5, 2, 3, 5], [6, 2, 1, 6]),
    ...rows('DATABOOLEAN', [1, 1, 4, 1], [2, 2, 4, 0]),
    ...rows('DATAINTEGER', [1, 1, 5, 7]),
    ...rows('DATALONGTEXT', [1, 3, 6, 'First round']),
    ...more,
  ])
}

export function dna2(): Buffer {
  return database([
    ...common,
    ...documents(Date.UTC(2025, 9, 29, 14, 30)),
    ...tables(
      'CODERS(ID INTEGER PRIMARY KEY, Name TEXT)',
      'ATTRIBUTES(ID INTEGER PRIMARY KEY, VariableId INTEGER, Value TEXT, Red INTEGER, Green INTEGER, Blue INTEGER, Type TEXT, Alias TEXT, Notes TEXT, ChildOf TEXT)',
      'DATASHORTTEXT(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, StatementTypeId INTEGER, Value TEXT)',
      'DATABOOLEAN(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, StatementTypeId INTEGER, Value INTEGER)',
      'DATAINTEGER(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, StatementTypeId INTEGER, Value INTEGER)',
      'DATALONGTEXT(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, StatementTypeId INTEGER, Value TEXT)',
    ),
    ...rows('CODERS', [1, 'Ada'], [2, 'Bo']),
    ...rows('ATTRIBUTES', [1, 1, 'Orla Venn', 255, 0, 0, 'Minister', 'O. Venn', '', ''], [2, 2, 'Coast', 0, 0, 0, '', '', '', '']),
    ...rows(
      'DATASHORTTEXT',
      [1, 1, 1, 1, 'Orla Venn'],
      [2, 1, 2, 1, 'Coast'],
      [3, 1, 3, 1, 'Tolls'],
      [4, 2, 2, 1, 'Isle Council'],
      [5, 2, 3, 1, 'Tolls'],
      [6, 2, 1, 1, ''],
    ),
    ...rows('DATABOOLEAN', [1, 1, 4, 1, 1], [2, 2, 4, 1, 0]),
    ...rows('DATAINTEGER', [1, 1, 5, 1, 7]),
    ...rows('DATALONGTEXT', [1, 3, 6, 2, 'First round']),
  ])
}
