/** Other names of a party, each with its language and script: typing one of them anywhere leads to the party. */
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import { languageSchema } from '../../../shared/domain/article.ts'
import type { Alias } from '../../../shared/domain/party.ts'
import { useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './party-lists.module.css'
import { languageItems, languageName, scriptName } from '../../lib/languages.ts'

export interface AliasFieldProps {
  aliases: readonly Alias[]
  isDisabled: boolean
  /** Makes the new list of the one that is there when its turn comes. Resolves to whether it was kept. */
  onChange: (make: (now: readonly Alias[]) => Alias[]) => Promise<boolean>
}

export function AliasField({ aliases, isDisabled, onChange }: AliasFieldProps) {
  const say = useSay()
  const { locale } = useIntl()
  const [name, setName] = useState('')
  const [language, setLanguage] = useState<string | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const add = (): void => {
    if (name.trim() === '') return
    const added = { name: name.trim(), language }
    void onChange((now) => [...now, added]).then((kept) => {
      if (!kept) return
      setName('')
      setLanguage(null)
    })
  }
  /** A tag that is not in the list: taken where it is one. */
  const takeTyped = (typed: string): Promise<boolean> => {
    const tag = typed.trim()
    const isTag = languageSchema.safeParse(tag).success
    setWrong(isTag ? null : say('metadata.error.language'))
    if (isTag) setLanguage(tag)
    return Promise.resolve(isTag)
  }
  return (
    <>
      {aliases.length > 0 && (
        <ul className={styles.list} aria-label={say('codebook.aliases')}>
          {aliases.map((alias) => (
            <li key={alias.name} className={styles.alias}>
              <bdi lang={alias.language ?? undefined} className={styles.name}>
                {alias.name}
              </bdi>
              <span className={styles.fact}>{alias.language === null ? '' : languageName(alias.language, locale)}</span>
              <span className={styles.fact}>{alias.script ? scriptName(alias.script, locale) : ''}</span>
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
      )}
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
            value={name}
            onChange={setName}
            maxLength={300}
            {...(language !== null && { lang: language })}
          />
          <ComboBox
            label={say('codebook.language')}
            placeholder={say('codebook.languageExample')}
            items={languageItems(locale, language)}
            value={language}
            onChange={(tag) => {
              setWrong(null)
              setLanguage(tag)
            }}
            onCreate={takeTyped}
            createLabel={(typed) => say('codebook.languageTyped', { tag: typed })}
            {...(wrong !== null && { error: wrong })}
          />
          <Button label={say('codebook.addAlias')} icon={<Plus />} type="submit" isDisabled={name.trim() === ''} />
        </form>
      )}
    </>
  )
}
