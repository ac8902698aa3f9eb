/**
 * A Discourse Network Analyzer database by value: version 3, whose short texts are entities of their own, and version 2, which keeps them
 * beside each statement and counts time in milliseconds. Passwords and settings of coders are never read.
 */
import { ForeignRefused, openForeign, type ForeignDatabase, type ForeignValue } from './open-foreign.ts'

export interface DnaDocument {
  id: number
  title: string
  text: string
  author: string
  source: string
  section: string
  notes: string
  type: string
  /** Milliseconds since 1970 by the clock of whoever entered it; null where there is none. */
  date: number | null
}
export type DnaDataType = 'boolean' | 'integer' | 'short text' | 'long text'
export interface DnaVariable {
  id: number
  name: string
  dataType: DnaDataType
  typeId: number
}
/** A value of a short-text variable. */
export interface DnaEntity {
  id: number
  variableId: number
  value: string
  /** #RRGGBB; null for black, which nobody chose. */
  colour: string | null
  childOf: number | null
  /** Its attributes by name, where not empty: Type, Alias, Notes. */
  attributes: [name: string, value: string][]
}
export interface DnaStatement {
  id: number
  typeId: number
  documentId: number
  /** UTF-16 units into the document's text, half-open. */
  start: number
  stop: number
  coder: string | null
  /** By the id of the variable; a short text is the id of its entity. */
  values: Map<number, { entity: number } | { value: string | number | boolean }>
}
export interface DnaData {
  version: '2' | '3'
  /** Version of the program, as the file says; '' where it does not. */
  program: string
  /** What the program had not yet written into the file is missing. */
  unfinished: boolean
  documents: DnaDocument[]
  types: { id: number; label: string; colour: string | null }[]
  variables: DnaVariable[]
  entities: DnaEntity[]
  statements: DnaStatement[]
  /** What is there and not read, by what it is. */
  others: { regexes: number; statementLinks: number; variableLinks: number; coderRelations: number }
}

/** Reads the whole database. Throws ForeignRefused (`not-dna` where its tables are not those of DNA). */
export function readDnaDatabase(bytes: Uint8Array): DnaData {
  const db = openForeign(bytes)
  try {
    const shortText = db.columns('DATASHORTTEXT')
    if (!shortText || !db.columns('DOCUMENTS') || !db.columns('STATEMENTS') || !db.columns('VARIABLES')) throw new ForeignRefused('not-dna')
    const version = shortText.has('entity') ? '3' : '2'
    const coders = new Map([...db.rows('CODERS', ['ID', 'Name'])].map((row) => [number(row.ID), text(row.Name)]))
    const settings = new Map(
      [...db.rows('SETTINGS', ['Property', 'Value'])].map((row) => [text(row.Property).toLowerCase(), text(row.Value)]),
    )
    const entities = version === '3' ? entitiesOf3(db) : entitiesOf2(db)
    return {
      version,
      program: settings.get('version') ?? '',
      unfinished: db.unfinished,
      documents: documentsOf(db, version === '3' ? 1_000 : 1),
      types: [...db.rows('STATEMENTTYPES', ['ID', 'Label', 'Red', 'Green', 'Blue'])].map((row) => ({
        id: number(row.ID),
        label: text(row.Label),
        colour: colourOf(row),
      })),
      variables: variablesOf(db),
      entities,
      statements: statementsOf(db, version, coders, entities),
      others: {
        regexes: db.count('REGEXES'),
        statementLinks: db.count('STATEMENTLINKS'),
        variableLinks: db.count('VARIABLELINKS'),
        coderRelations: db.count('CODERRELATIONS'),
      },
    }
  } finally {
    db.close()
  }
}

function documentsOf(db: ForeignDatabase, unit: number): DnaDocument[] {
  const rows = db.rows('DOCUMENTS', ['ID', 'Title', 'Text', 'Author', 'Source', 'Section', 'Notes', 'Type', 'Date'])
  return Array.from(rows, (row) => ({
    id: number(row.ID),
    title: text(row.Title),
    text: text(row.Text),
    author: text(row.Author),
    source: text(row.Source),
    section: text(row.Section),
    notes: text(row.Notes),
    type: text(row.Type),
    date: typeof row.Date === 'number' ? row.Date * unit : null,
  }))
}

function variablesOf(db: ForeignDatabase): DnaVariable[] {
  return [...db.rows('VARIABLES', ['ID', 'Variable', 'DataType', 'StatementTypeId'])].map((row) => {
    const type = text(row.DataType)
    const dataType = type === 'boolean' || type === 'integer' || type === 'long text' ? type : 'short text'
    return { id: number(row.ID), name: text(row.Variable), dataType, typeId: number(row.StatementTypeId) }
  })
}

function entitiesOf3(db: ForeignDatabase): DnaEntity[] {
  const names = new Map(
    [...db.rows('ATTRIBUTEVARIABLES', ['ID', 'AttributeVariable'])].map((row) => [number(row.ID), text(row.AttributeVariable)]),
  )
  const attributes = Map.groupBy(db.rows('ATTRIBUTEVALUES', ['EntityId', 'AttributeVariableId', 'AttributeValue']), (row) =>
    number(row.EntityId),
  )
  return Array.from(db.rows('ENTITIES', ['ID', 'VariableId', 'Value', 'Red', 'Green', 'Blue', 'ChildOf']), (row) => ({
    id: number(row.ID),
    variableId: number(row.VariableId),
    value: text(row.Value),
    colour: colourOf(row),
    childOf: typeof row.ChildOf === 'number' ? row.ChildOf : null,
    attributes: (attributes.get(number(row.ID)) ?? [])
      .map((value): [string, string] => [names.get(number(value.AttributeVariableId)) ?? '', text(value.AttributeValue)])
      .filter(([name, value]) => name !== '' && value.trim() !== ''),
  }))
}

function entitiesOf2(db: ForeignDatabase): DnaEntity[] {
  const rows = db.rows('ATTRIBUTES', ['ID', 'VariableId', 'Value', 'Red', 'Green', 'Blue', 'Type', 'Alias', 'Notes', 'ChildOf'])
  const entities = Array.from(rows, (row) => ({
    id: number(row.ID),
    variableId: number(row.VariableId),
    value: text(row.Value),
    colour: colourOf(row),
    parent: row.ChildOf,
    attributes: (['Type', 'Alias', 'Notes'] as const)
      .map((name): [string, string] => [name, text(row[name])])
      .filter(([, value]) => value.trim() !== ''),
  }))
  // A parent is named there, not numbered.
  const ids = new Map(entities.map((entity) => [`${entity.variableId} ${entity.value}`, entity.id]))
  return entities.map(({ parent, ...entity }) => ({
    ...entity,
    childOf: typeof parent === 'number' ? parent : (ids.get(`${entity.variableId} ${text(parent)}`) ?? null),
  }))
}

/** Values of version 2 that have no attributes of their own are added to `entities`. */
function statementsOf(db: ForeignDatabase, version: '2' | '3', coders: ReadonlyMap<number, string>, entities: DnaEntity[]): DnaStatement[] {
  const statements = Array.from(
    db.rows('STATEMENTS', ['ID', 'StatementTypeId', 'DocumentId', 'Start', 'Stop', 'Coder']),
    (row): DnaStatement => ({
      id: number(row.ID),
      typeId: number(row.StatementTypeId),
      documentId: number(row.DocumentId),
      start: typeof row.Start === 'number' ? row.Start : Number.NaN,
      stop: typeof row.Stop === 'number' ? row.Stop : Number.NaN,
      coder: coders.get(number(row.Coder)) ?? null,
      values: new Map(),
    }),
  )
  const byId = new Map(statements.map((statement) => [statement.id, statement]))
  const known = new Map(entities.map((entity) => [`${entity.variableId} ${entity.value}`, entity.id]))
  const set = (
    row: { StatementId: ForeignValue; VariableId: ForeignValue },
    value: { entity: number } | { value: string | number | boolean },
  ) => byId.get(number(row.StatementId))?.values.set(number(row.VariableId), value)
  for (const row of db.rows('DATABOOLEAN', ['StatementId', 'VariableId', 'Value'])) set(row, { value: row.Value === 1 })
  for (const row of db.rows('DATAINTEGER', ['StatementId', 'VariableId', 'Value'])) set(row, { value: number(row.Value) })
  for (const row of db.rows('DATALONGTEXT', ['StatementId', 'VariableId', 'Value'])) set(row, { value: text(row.Value) })
  for (const row of db.rows('DATASHORTTEXT', ['StatementId', 'VariableId', 'Entity', 'Value'])) {
    if (version === '3') {
      set(row, { entity: number(row.Entity) })
      continue
    }
    const key = `${number(row.VariableId)} ${text(row.Value)}`
    const id = known.get(key) ?? -(entities.length + 1)
    if (!known.has(key)) {
      known.set(key, id)
      entities.push({ id, variableId: number(row.VariableId), value: text(row.Value), colour: null, childOf: null, attributes: [] })
    }
    set(row, { entity: id })
  }
  return statements
}

const number = (value: ForeignValue): number => (typeof value === 'number' ? value : 0)
const text = (value: ForeignValue): string => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '')

function colourOf({ Red, Green, Blue }: { Red: ForeignValue; Green: ForeignValue; Blue: ForeignValue }): string | null {
  const parts = [Red, Green, Blue].map((part) => (typeof part === 'number' && part >= 0 && part <= 255 ? Math.floor(part) : 0))
  return parts.every((part) => part === 0) ? null : `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}
