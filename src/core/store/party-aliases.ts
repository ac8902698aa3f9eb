/**
 * Names that lead to a party. Each, folded, leads to one party only. The language tag of an alias carries its script where the letters
 * do not say it; a tag that names a script the letters are not in is refused.
 */
import { foldName } from '../../shared/text/fold.ts'
import { isInScript, scriptOfLanguage, scriptOfText, withScript } from '../../shared/text/scripts.ts'
import type { Alias, Party } from '../../shared/domain/party.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { jsonList } from './rows.ts'
import type { ReadDb, WriteDb } from './types.ts'

/** Id of the party with this name or alias, whatever its case, accents or letter variants. */
export function findParty(db: ReadDb, name: string): number | null {
  const fold = foldName(name)
  const known = db.get<{ id: number }>(
    'SELECT id FROM party WHERE name_fold = @fold UNION ALL SELECT party_id FROM party_alias WHERE name_fold = @fold LIMIT 1',
    { fold },
  )
  return known?.id ?? null
}

/** Throws `name-taken` where a party other than `except` has the name or an alias. */
export function refusePartyName(db: ReadDb, name: string, except: number | null): void {
  const holder = findParty(db, name)
  if (holder !== null && holder !== except)
    throw new ParleyError('name-taken', { name, holder: db.value<string>('SELECT name FROM party WHERE id = ?', [holder]) })
}

/** Aliases of all parties, or of one, in their order, with the script that each is in. */
export function aliasesByParty(db: ReadDb, partyId: number | null = null): Map<number, Party['aliases']> {
  const rows = db.all<{ party_id: number; name: string; language: string | null }>(
    `SELECT party_id, name, language FROM party_alias ${partyId === null ? '' : 'WHERE party_id = @partyId'} ORDER BY party_id, position`,
    partyId === null ? {} : { partyId },
  )
  const found = new Map<number, Party['aliases']>()
  for (const [partyId, aliases] of Map.groupBy(rows, (alias) => alias.party_id))
    found.set(
      partyId,
      aliases.map(({ name, language }) => ({ name, language, script: scriptOfLanguage(language) ?? scriptOfText(name) })),
    )
  return found
}

/** Replaces the aliases; one that equals the party's own name or repeats is dropped. Throws `name-taken`, `invalid-input`. */
export function setAliases(db: WriteDb, partyId: number, aliases: readonly Alias[]): void {
  const own = db.value<string>('SELECT name_fold FROM party WHERE id = ?', [partyId])
  const wanted = new Map(aliases.map((alias) => [foldName(alias.name), { name: alias.name, language: languageOf(alias) }]))
  wanted.delete(own)
  for (const alias of wanted.values()) refusePartyName(db, alias.name, partyId)
  db.run('DELETE FROM party_alias WHERE party_id = @partyId AND name_fold NOT IN (SELECT value FROM json_each(@kept))', {
    partyId,
    kept: jsonList([...wanted.keys()]),
  })
  let position = 0
  for (const [fold, { name, language }] of wanted) {
    position += 1
    const known = db.run(
      'UPDATE party_alias SET name = @name, language = @language, position = @position WHERE party_id = @partyId AND name_fold = @fold',
      { name, language, position, partyId, fold },
    )
    if (known.changes === 0)
      db.run('INSERT INTO party_alias(party_id, name, name_fold, language, position) VALUES (?, ?, ?, ?, ?)', [
        partyId,
        name,
        fold,
        language,
        position,
      ])
  }
}

/** Whether an alias would be taken, whoever has the name. */
export function isAliasValid(alias: Alias): boolean {
  try {
    languageOf(alias)
    return true
  } catch {
    return false
  }
}

/** The language tag as it is kept. Throws `invalid-input` for one that is none, or whose script is not that of the letters. */
function languageOf({ name, language, script }: Alias): string | null {
  if (language !== null && !isLanguageTag(language))
    throw new ParleyError('invalid-input', {
      field: 'aliases',
      problem: `${language} is not a language tag`,
      reason: 'alias-language',
      language,
    })
  const said = scriptOfLanguage(language)
  if (said !== null) {
    if (!isInScript(name, said))
      throw new ParleyError('invalid-input', {
        field: 'aliases',
        problem: `the letters of “${name}” are not ${said}`,
        reason: 'alias-script',
        name,
        script: said,
      })
    return language
  }
  // A script apart is kept only where it says more than the letters do; one that was left behind by another name is not.
  if (script === undefined || script === null || script === scriptOfText(name) || !isInScript(name, script)) return language
  return withScript(language, script)
}

function isLanguageTag(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length === 1
  } catch {
    return false
  }
}
