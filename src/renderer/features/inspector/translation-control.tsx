/** The quote in another language, set as that language is. The language is chosen by name; at first it is that of the interface. */
import { useIntl } from 'react-intl'
import { languageSchema } from '../../../shared/domain/article.ts'
import { languageDirection, languageItems } from '../../lib/languages.ts'
import { useSay } from '../../lib/say.ts'
import { ComboBox } from '../../ui/combo-box.tsx'
import type { ControlProps } from './control.ts'
import { DraftField } from './draft-field.tsx'

export function TranslationControl({ annotation, article, isDisabled, onChange, onHold }: ControlProps) {
  const say = useSay()
  const { locale } = useIntl()
  const { translation } = annotation
  const own = new Intl.Locale(locale).language
  // An article in one's own language is translated into something else, and only the coder knows what.
  const language = annotation.translationLanguage ?? (own === article.language?.split('-')[0] ? null : own)
  return (
    <>
      <DraftField
        label={say('coding.translation')}
        isDisabled={isDisabled}
        value={translation}
        isLong
        isReading
        onHold={(text) => onHold('translation', text)}
        {...(language !== null && { lang: language, dir: languageDirection(language) })}
        onCommit={(text) =>
          onChange({
            translation: text,
            ...(annotation.translationLanguage === null && text !== null && { translationLanguage: language }),
          })
        }
      />
      <ComboBox
        label={say('coding.translationLanguage')}
        isDisabled={isDisabled}
        items={languageItems(locale, language)}
        value={language}
        onChange={(tag) => void onChange({ translationLanguage: tag })}
        onCreate={async (tag) => languageSchema.safeParse(tag).success && (await onChange({ translationLanguage: tag }))}
        createLabel={(tag) => say('coding.languageTag', { tag })}
      />
    </>
  )
}
