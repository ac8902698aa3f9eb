/** Tags, issues and parties of another library as rows of a codebook. What is not said there is left out, so that it replaces nothing here. */
import { z } from 'zod'
import { codingFieldSchema, hueSchema } from '../../../shared/domain/codebook.ts'
import { uidSchema } from '../../../shared/domain/ids.ts'
import { partyKindSchema, partyRoleSchema } from '../../../shared/domain/party.ts'
import { fieldTypeSchema } from '../../../shared/domain/tag-field.ts'
import { fileFieldSchema, filePartySchema, type FileIssue, type FileParty, type FileTag } from '../../codebook/file.ts'
import type { ForeignValue } from '../../store/foreign/open-foreign.ts'
import type { LibraryData } from '../../store/foreign/parley.ts'
import type { ProjectEntry } from '../project.ts'
import { byId, inOrder, inTree, json, key, text, type Dropped } from './parley-values.ts'

type Rows = LibraryData['rows']

const choicesSchema = z.array(z.string())

export function tagsIn({ tag, tag_field }: Rows, dropped: Dropped): ProjectEntry<FileTag>[] {
  const fields = Map.groupBy(inOrder(tag_field), (row) => row.tag_id)
  return inTree(tag).map((row) => ({
    ...entryOf(row),
    more: {
      ...guidanceOf(row),
      code: text(row.code) || null,
      ...(/^\p{L}$/u.test(text(row.letter)) && { letter: text(row.letter) }),
      hue: hueSchema.safeParse(row.hue).data ?? 'grey',
      shows: json(row.shows, z.array(codingFieldSchema), []),
      fields: (fields.get(row.id) ?? []).flatMap((field) => {
        const { uid, name } = field
        const type = fieldTypeSchema.safeParse(field.type).data
        const parsed = fileFieldSchema.safeParse({ uid, name, type, choices: json(field.choices, choicesSchema, []) })
        if (!parsed.success) dropped.count += 1
        return parsed.data ?? []
      }),
    },
  }))
}

export function issuesIn({ issue }: Rows): ProjectEntry<FileIssue>[] {
  return inTree(issue).map((row) => ({ ...entryOf(row), more: { ...guidanceOf(row), ...hueOf(row.hue) } }))
}

export function partiesIn({ party, party_alias, party_affiliation }: Rows): ProjectEntry<FileParty>[] {
  const aliases = Map.groupBy(inOrder(party_alias), (row) => row.party_id)
  const affiliations = Map.groupBy(inOrder(party_affiliation), (row) => row.party_id)
  const parties = byId(party)
  return inTree(party).map((row) => {
    const more = {
      kind: partyKindSchema.safeParse(row.kind).data,
      role: partyRoleSchema.safeParse(row.role).data,
      note: text(row.note),
      aliases: (aliases.get(row.id) ?? []).map(({ name, language }) => ({ name, language })),
      affiliations: (affiliations.get(row.id) ?? []).map(({ with_id, since, until, note }) => ({
        with: text(parties.get(with_id)?.name ?? null),
        since,
        until,
        note: text(note),
      })),
      retired: row.retired === 1,
    }
    const parsed = filePartySchema.omit({ path: true, uid: true }).safeParse(more).data ?? {}
    const { kind, role, note, retired, ...rest } = parsed
    const said = {
      ...rest,
      ...hueOf(row.hue),
      ...(kind !== 'other' && { kind }),
      ...(role !== 'none' && { role }),
      ...(note && { note }),
      ...(retired && { retired }),
    }
    return { ...entryOf(row), more: said }
  })
}

function entryOf(row: { id: ForeignValue; uid: ForeignValue; name: ForeignValue; parent_id: ForeignValue }) {
  return { key: String(row.id), uid: uidSchema.safeParse(row.uid).data ?? null, name: text(row.name), parent: key(row.parent_id) }
}

function guidanceOf(row: Record<'definition' | 'use_when' | 'use_not' | 'retired', ForeignValue>) {
  const [definition, useWhen, useNot] = [text(row.definition), text(row.use_when), text(row.use_not)]
  return {
    ...(definition !== '' && { definition }),
    ...(useWhen !== '' && { useWhen }),
    ...(useNot !== '' && { useNot }),
    ...(row.retired === 1 && { retired: true }),
  }
}

function hueOf(value: ForeignValue) {
  const hue = hueSchema.safeParse(value).data
  return hue === undefined ? {} : { hue }
}
