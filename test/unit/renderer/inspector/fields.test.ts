/** Which fields stand where: every field has its place once, whatever the tag shows. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arrangedFields, GROUPS, heldCount, leftFields, orderedFields } from '../../../../src/renderer/features/inspector/fields.ts'
import { annotationSchema, type Annotation } from '../../../../src/shared/domain/annotation.ts'
import { codingFieldSchema, tagSchema } from '../../../../src/shared/domain/codebook.ts'

const all = codingFieldSchema.options

const annotation = (more: Partial<Annotation> = {}): Annotation => {
  const { shape } = annotationSchema
  const empty = Object.fromEntries(Object.keys(shape).map((key) => [key, null]))
  return {
    ...(empty as unknown as Annotation),
    tagId: 1,
    targetIds: [],
    issueIds: [],
    reportedBy: [],
    fields: {},
    status: 'draft',
    important: false,
    ...more,
  }
}

test('every coding field belongs to one group', () => {
  expect(GROUPS.flatMap(({ fields }) => [...fields]).toSorted()).toEqual(all.toSorted())
})

test('every field stands once, the note in sight, and Review is always there', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...all]), (shows) => {
      const { usual, groups } = arrangedFields(shows)
      expect([...usual, ...groups.flatMap((group) => group.fields)].toSorted()).toEqual(all.toSorted())
      expect(usual.slice(0, shows.length)).toEqual(shows.length > 0 ? shows : [])
      expect(usual).toContain('note')
      expect(groups.at(-1)?.id).toBe('review')
      expect(groups.slice(0, -1).every(({ fields }) => fields.length > 0)).toBe(true)
      expect(orderedFields(shows).rest.toSorted()).toEqual(all.filter((one) => !usual.includes(one)).toSorted())
    }),
  )
  expect(arrangedFields([]).usual).toEqual(['speaker', 'targets', 'issues', 'intensity', 'note'])
})

test('a group says how much it holds', () => {
  const { groups } = arrangedFields([])
  const counts = (of: Annotation) => Object.fromEntries(groups.map((group) => [group.id, heldCount(group, of)]))
  expect(counts(annotation())).toEqual({ who: 0, what: 0, how: 0, when: 0, words: 0, review: 0 })
  expect(
    counts(
      annotation({
        speakerId: 1,
        onBehalfOfId: 2,
        stance: 'supports',
        attribution: 'direct',
        reportedBy: ['Dawn'],
        stated: '2025',
        condition: 'if',
        important: true,
        status: 'disputed',
      }),
    ),
  ).toEqual({ who: 1, what: 1, how: 2, when: 1, words: 1, review: 2 })
})

test('values of fields of another tag are found, with the tag they are of', () => {
  const tag = (id: number, fieldId: number) =>
    tagSchema.parse({
      id,
      uid: `00000000-0000-4000-8000-00000000000${id}`,
      code: `t${id}`,
      parentId: null,
      name: `Tag ${id}`,
      letter: null,
      hue: 'blue',
      definition: '',
      useWhen: '',
      useNot: '',
      shows: [],
      builtIn: false,
      retired: false,
      annotations: 0,
      position: id,
      examples: 0,
      fields: [{ id: fieldId, uid: `00000000-0000-4000-8000-0000000000${fieldId}`, name: `Field ${fieldId}`, type: 'text', choices: [] }],
    })
  const tags = [tag(1, 11), tag(2, 12), tag(3, 13)]
  expect(leftFields(annotation({ fields: { 11: 'own', 13: 'left' } }), tags).map(({ tag: of, field }) => [of.id, field.id])).toEqual([
    [3, 13],
  ])
})
