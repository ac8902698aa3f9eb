/** Other names of a party, each with its language: typing one of them anywhere leads to the party. */
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import type { Alias } from '../../../shared/domain/party.ts'
import { languageSchema } from '../../../shared/domain/article.ts'
import { useSay } from '../../lib/say.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './codebook.module.css'

export interface AliasFieldProps {
  aliases: readonly Alias[]
  isDisabled: boolean
  /** Makes the new list of the one that is there when its turn comes. Resolves to whether it was kept. */
  onChange: (make: (now: readonly Alias[]) => Alias[]) => Promise<boolean>
}

export function AliasField({ aliases, isDisabled, onChange }: AliasFieldProps) {
  const say = useSay()
  const [name, setName] = useState('')
  const [language, setLanguage] = useState('')
  const isWrong = language.trim() !== '' && !languageSchema.safeParse(language.trim()).success
  const add = (): void => {
    if (name.trim() === '' || isWrong) return
    const added = { name: name.trim(), language: language.trim() === '' ? null : language.trim() }
    void onChange((now) => [...now, added]).then((kept) => {
      if (!kept) return
      setName('')
      setLanguage('')
    })
  }
  return (
    <fieldset className={styles.aliases}>
      <legend>{say('codebook.aliases')}</legend>
      <ul>
        {aliases.map((alias) => (
          <li key={alias.name}>
            <bdi lang={alias.language ?? undefined}>{alias.name}</bdi>
            <span className={styles.language}>{alias.language}</span>
            {!isDisabled && (
              <IconButton
                label={say('codebook.removeAlias', { name: alias.name })}
                icon={<X />}
                size="small"
                onPress={() => void onChange((now) => now.filter((other) => other.name !== alias.name))}
              />
            )}
          </li>
        ))}
      </ul>
      {!isDisabled && (
        <form
          className={styles.addAlias}
          onSubmit={(event) => {
            event.preventDefault()
            add()
          }}
        >
          <TextField
            label={say('codebook.alias')}
            hideLabel
            placeholder={say('codebook.alias')}
            value={name}
            onChange={setName}
            maxLength={300}
          />
          <TextField
            label={say('codebook.language')}
            hideLabel
            placeholder={say('codebook.languageExample')}
            value={language}
            onChange={setLanguage}
            {...(isWrong && { error: say('metadata.error.language') })}
          />
          <IconButton label={say('codebook.addAlias')} icon={<Plus />} onPress={add} isDisabled={name.trim() === ''} />
          {/* Enter in either line adds: a form with two lines needs a submit button for that. */}
          <input type="submit" value={say('codebook.addAlias')} hidden />
        </form>
      )}
    </fieldset>
  )
}
