/** Fields of a tag's own: values fit their type, a change says beforehand what it takes away, and undo brings all of it back. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { annotationById, updateAnnotation } from '../../../src/core/store/annotations.ts'
import { removeAnnotations } from '../../../src/core/store/annotation-removal.ts'
import type { LibraryFile } from '../../../src/core/store/library-file.ts'
import { findParty, insertParty, partyById, removeParty } from '../../../src/core/store/parties.ts'
import { fieldLoss, moveFieldsOfTag, movePartyValues, setTagFields, tagFields } from '../../../src/core/store/tag-fields.ts'
import { removeTag, resolveTag, tagById } from '../../../src/core/store/tags.ts'
import { tagFieldInputSchema, type FieldPatch, type FieldType, type TagFieldInput } from '../../../src/shared/domain/tag-field.ts'
import { dump } from '../helpers/library.ts'
import { codedLibrary, putArticle, refusal, step, tagQuote, uid } from './library.ts'

const TYPES: readonly FieldType[] = ['text', 'number', 'date', 'choice', 'yes-no', 'party']
const field = (name: string, type: FieldType, more: Partial<TagFieldInput> = {}): TagFieldInput =>
  tagFieldInputSchema.parse({ name, type, choices: type === 'choice' ? ['low', 'high'] : [], ...more })

/** An annotation whose tag "offer" has one field of each type. */
function fielded() {
  const library = codedLibrary()
  const tagId = resolveTag(library.read, 'offer')
  const id = step(library, (db, context) =>
    tagQuote(db, context, putArticle(db, 'We offer talks in Doha.'), 'offer talks', { tag: 'offer' }),
  )
  step(library, (db) =>
    setTagFields(
      db,
      tagId,
      TYPES.map((type) => field(`The ${type}`, type)),
      uid,
    ),
  )
  const fields = tagFields(library.read, tagId)
  const idOf = (type: FieldType): number => fields.find((one) => one.type === type)?.id ?? 0
  const write = (patch: FieldPatch) => step(library, (db, context) => updateAnnotation(db, id, { fields: patch }, context))
  const wanted = (): TagFieldInput[] =>
    tagFields(library.read, tagId).map(({ id: fieldId, name, type, choices }) => ({ id: fieldId, name, type, choices, renamed: [] }))
  return { library, tagId, id, idOf, write, wanted, read: () => annotationById(library.read, id).fields }
}

const undo = (library: LibraryFile) => library.undo()
const whole = (library: LibraryFile) => library.check()

describe('values', () => {
  test('of each type come back as they were set, by the id of the field or its name', () => {
    const { library, idOf, write, read } = fielded()
    write({
      [idOf('text')]: ' two lines\nof text ',
      'the NUMBER': -1.5,
      [idOf('date')]: '2025-10',
      'The choice': 'high',
      'The yes-no': false,
    })
    write({ [idOf('party')]: 'Qatar' })
    const qatar = findParty(library.read, 'Qatar')
    expect(read()).toEqual({
      [idOf('text')]: ' two lines\nof text ',
      [idOf('number')]: -1.5,
      [idOf('date')]: '2025-10',
      [idOf('choice')]: 'high',
      [idOf('yes-no')]: false,
      [idOf('party')]: qatar,
    })
    expect(partyById(library.read, qatar ?? 0).annotations).toBe(1)
    write({ [idOf('party')]: null, [idOf('text')]: '  ', [idOf('number')]: 0 })
    expect(read()).toMatchObject({ [idOf('number')]: 0 })
    expect(Object.keys(read())).toHaveLength(4)
    undo(library)
    expect(read()[idOf('party')]).toBe(qatar)
    expect(whole(library)).toMatchObject({ foreignKeys: [], history: [] })
  })

  test.each<[FieldType, FieldPatch[string], string]>([
    ['number', 'three', 'field-number'],
    ['number', Number.POSITIVE_INFINITY, 'field-number'],
    ['number', true, 'field-number'],
    ['date', '29 Oct', 'field-date'],
    ['date', '2025-02-30', 'field-date'],
    ['date', 2025, 'field-date'],
    ['choice', 'Low', 'field-choice'],
    ['choice', 1, 'field-choice'],
    ['yes-no', 'yes', 'field-yes-no'],
    ['party', true, 'field-party'],
    ['party', 1.5, 'field-party'],
  ])('a field of type %s refuses %j', (type, value, reason) => {
    const { library, idOf, write } = fielded()
    const before = dump(library.read)
    expect(refusal(() => write({ [idOf(type)]: value }))).toMatchObject({
      code: 'invalid-input',
      details: { reason, field: `The ${type}` },
    })
    expect(dump(library.read)).toBe(before)
  })

  test('a party that is not there, and a field that is not the tag’s, are refused', () => {
    const { idOf, write } = fielded()
    expect(refusal(() => write({ [idOf('party')]: 4_711 }))).toMatchObject({ code: 'not-found', details: { what: 'party' } })
    for (const key of ['4711', 'No such field'])
      for (const value of ['x', null]) expect(refusal(() => write({ [key]: value }))).toMatchObject({ code: 'not-found' })
  })

  test('stay when the annotation gets another tag, where they can be taken away and not changed', () => {
    const { library, id, idOf, write, read } = fielded()
    write({ [idOf('number')]: 7, [idOf('text')]: 'seven' })
    step(library, (db, context) => updateAnnotation(db, id, { tag: 'demand' }, context))
    expect(read()).toEqual({ [idOf('number')]: 7, [idOf('text')]: 'seven' })
    expect(refusal(() => write({ [idOf('number')]: 8 }))).toMatchObject({ code: 'not-found', details: { what: 'field' } })
    write({ [idOf('number')]: null })
    expect(read()).toEqual({ [idOf('text')]: 'seven' })
  })

  test('any finite number and any text come back as they were', () => {
    const { idOf, write, read } = fielded()
    const filled = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 200 })
      .filter((text) => text.trim() !== '' && text.isWellFormed() && !text.includes('\0'))
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), filled, (number, text) => {
        write({ [idOf('number')]: number, [idOf('text')]: text })
        // Minus nought is nought.
        expect(read()).toEqual({ [idOf('number')]: number + 0, [idOf('text')]: text })
      }),
      { numRuns: 40 },
    )
  })
})

describe('the fields of a tag', () => {
  test('are added, renamed and put in another order; values stay with their field', () => {
    const { library, tagId, idOf, write, wanted, read } = fielded()
    write({ [idOf('number')]: 3 })
    const next = wanted()
      .toReversed()
      .map((one) => ({ ...one, name: `${one.name}, renamed` }))
    step(library, (db) => setTagFields(db, tagId, [field('First', 'text'), ...next], uid))
    expect(tagById(library.read, tagId).fields.map((one) => one.name)).toEqual(['First', ...next.map((one) => one.name)])
    expect(read()).toEqual({ [idOf('number')]: 3 })
  })

  test('two of one name, a choice without choices, and a field of another tag are refused', () => {
    const { library, tagId, wanted, idOf } = fielded()
    const demand = resolveTag(library.read, 'demand')
    const before = dump(library.read)
    const set = (tag: number, fields: TagFieldInput[]) => refusal(() => step(library, (db) => setTagFields(db, tag, fields, uid)))
    expect(set(tagId, [...wanted(), field('THE TEXT', 'number')])).toMatchObject({ code: 'name-taken', details: { holder: 'The text' } })
    expect(set(tagId, [field('Empty', 'choice', { choices: [] })])).toMatchObject({
      code: 'invalid-input',
      details: { reason: 'no-choices' },
    })
    expect(set(demand, [field('Mine', 'text', { id: idOf('text') })])).toMatchObject({ code: 'not-found', details: { what: 'field' } })
    expect(set(4_711, [])).toMatchObject({ code: 'not-found', details: { what: 'tag' } })
    expect(dump(library.read)).toBe(before)
  })

  test('one that is left out goes with its values: as many as were told, and undo brings them back', () => {
    const { library, tagId, idOf, write, wanted, read } = fielded()
    write({ [idOf('number')]: 3, [idOf('text')]: 'three' })
    const before = dump(library.read)
    const fewer = wanted().filter((one) => one.type !== 'number' && one.type !== 'text')
    expect(fieldLoss(library.read, tagId, fewer)).toEqual({
      values: 2,
      annotations: 1,
      fields: [
        { id: idOf('text'), name: 'The text', values: 1 },
        { id: idOf('number'), name: 'The number', values: 1 },
      ],
    })
    expect(fieldLoss(library.read, tagId, wanted())).toEqual({ values: 0, annotations: 0, fields: [] })
    expect(step(library, (db) => setTagFields(db, tagId, fewer, uid))).toBe(2)
    expect(read()).toEqual({})
    undo(library)
    expect(dump(library.read)).toBe(before)
    expect(whole(library)).toMatchObject({ integrity: [], foreignKeys: [], history: [] })
  })

  test('choices change their names with their values, also when two change places; one that goes takes its values', () => {
    const { library, tagId, idOf, write, wanted, read } = fielded()
    const choose = (choices: string[], renamed: TagFieldInput['renamed'] = []) =>
      wanted().map((one) => (one.type === 'choice' ? { ...one, choices, renamed } : one))
    write({ [idOf('choice')]: 'high' })
    const swapped = choose(
      ['low', 'high', 'middle'],
      [
        { from: 'high', to: 'low' },
        { from: 'low', to: 'high' },
      ],
    )
    expect(fieldLoss(library.read, tagId, swapped).values).toBe(0)
    step(library, (db) => setTagFields(db, tagId, swapped, uid))
    expect(read()).toEqual({ [idOf('choice')]: 'low' })
    expect(fieldLoss(library.read, tagId, choose(['high'])).values).toBe(1)
    step(library, (db) => setTagFields(db, tagId, choose(['high']), uid))
    expect(read()).toEqual({})
  })

  test('a changed type keeps what can be read as text and lets the rest go, as was told', () => {
    const { library, tagId, idOf, write, wanted, read } = fielded()
    write({ [idOf('number')]: 3, [idOf('date')]: '2025-10', [idOf('yes-no')]: true })
    const texts = wanted().map((one) => ({ ...one, type: 'text' as const, choices: [] }))
    expect(fieldLoss(library.read, tagId, texts)).toMatchObject({ values: 1, fields: [{ id: idOf('yes-no') }] })
    step(library, (db) => setTagFields(db, tagId, texts, uid))
    expect(read()).toEqual({ [idOf('number')]: '3', [idOf('date')]: '2025-10' })
    const numbers = wanted().map((one) => ({ ...one, type: 'number' as const }))
    expect(step(library, (db) => setTagFields(db, tagId, numbers, uid))).toBe(2)
  })

  test('what is told is what goes, whatever the change', () => {
    const { library, tagId, idOf, write, wanted } = fielded()
    write({
      [idOf('text')]: 'a',
      [idOf('number')]: 1,
      [idOf('date')]: '2025',
      [idOf('choice')]: 'low',
      [idOf('yes-no')]: true,
      [idOf('party')]: 'Oman',
    })
    const before = dump(library.read)
    const change = fc.record({
      keep: fc.boolean(),
      type: fc.constantFrom(...TYPES),
      choices: fc.subarray(['low', 'high', 'new'], { minLength: 1 }),
    })
    fc.assert(
      fc.property(fc.array(change, { minLength: 6, maxLength: 6 }), (changes) => {
        const next = wanted().flatMap((one, index) => {
          const { keep, type, choices } = changes[index] ?? { keep: true, type: one.type, choices: one.choices }
          return keep ? [{ ...one, type, choices: type === 'choice' ? choices : [] }] : []
        })
        const { values } = fieldLoss(library.read, tagId, next)
        expect(step(library, (db) => setTagFields(db, tagId, [...next, field('More', 'text')], uid))).toBe(values)
        undo(library)
        expect(dump(library.read)).toBe(before)
      }),
      { numRuns: 30 },
    )
  })
})

describe('what goes takes its values along, and undo brings them back', () => {
  const removals: [string, (world: ReturnType<typeof fielded>) => void][] = [
    ['the annotation', ({ library, id }) => step(library, (db) => removeAnnotations(db, [id]))],
    ['the tag', ({ library, tagId }) => step(library, (db) => removeTag(db, tagId))],
    ['the party', ({ library }) => step(library, (db) => removeParty(db, findParty(library.read, 'Oman') ?? 0))],
  ]
  test.each(removals)('%s', (_, remove) => {
    const world = fielded()
    const { library, idOf, write } = world
    write({ [idOf('party')]: 'Oman', [idOf('number')]: findParty(library.read, 'Oman') ?? 1 })
    const before = dump(library.read)
    remove(world)
    expect(library.read.all(`SELECT 1 FROM annotation_field v JOIN tag_field f ON f.id = v.field_id WHERE f.type = 'party'`)).toEqual([])
    expect(whole(library)).toMatchObject({ foreignKeys: [], history: [] })
    undo(library)
    expect(dump(library.read)).toBe(before)
  })

  test('a tag whose field an annotation of another tag still holds', () => {
    const { library, id, tagId, idOf, write, read } = fielded()
    write({ [idOf('text')]: 'left over' })
    step(library, (db, context) => updateAnnotation(db, id, { tag: 'demand' }, context))
    step(library, (db) => removeTag(db, tagId))
    expect(read()).toEqual({})
    undo(library)
    expect(read()).toEqual({ [idOf('text')]: 'left over' })
  })
})

describe('merging', () => {
  test('tags: fields of one name and type join, others move and keep their values', () => {
    const { library, id, tagId, idOf, write, read } = fielded()
    const demand = resolveTag(library.read, 'demand')
    write({ [idOf('choice')]: 'high', [idOf('text')]: 'words', [idOf('number')]: 3 })
    step(library, (db) =>
      setTagFields(db, demand, [field('the Choice', 'choice', { choices: ['low', 'none'] }), field('The number', 'text')], uid),
    )
    const [twin] = tagFields(library.read, demand)
    step(library, (db) => moveFieldsOfTag(db, tagId, demand))
    const merged = tagFields(library.read, demand)
    expect(merged.map((one) => one.name)).toEqual([
      'the Choice',
      'The number',
      'The text',
      'The number 2',
      'The date',
      'The yes-no',
      'The party',
    ])
    expect(merged[0]?.choices).toEqual(['low', 'none', 'high'])
    expect(tagFields(library.read, tagId)).toEqual([])
    expect(read()).toEqual({ [twin?.id ?? 0]: 'high', [idOf('text')]: 'words', [idOf('number')]: 3 })
    expect(annotationById(library.read, id).tagId).toBe(tagId)
    expect(whole(library)).toMatchObject({ foreignKeys: [], history: [] })
  })

  test('parties: values that are the one become the other, numbers that look like it do not', () => {
    const { library, idOf, write, read } = fielded()
    const [oman, qatar] = step(library, (db) => [insertParty(db, { name: 'Oman' }, uid), insertParty(db, { name: 'Qatar' }, uid)] as const)
    write({ [idOf('party')]: oman, [idOf('number')]: oman })
    step(library, (db) => movePartyValues(db, oman, qatar))
    expect(read()).toEqual({ [idOf('party')]: qatar, [idOf('number')]: oman })
  })
})
