/** The house's logo: shown, chosen from a file or dropped here, taken away. */
import { ImagePlus, Trash2 } from 'lucide-react'
import { useRef, useState, type DragEvent } from 'react'
import type { Logo } from '../../../shared/domain/logo.ts'
import { useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import styles from './options.module.css'
import { readLogo, type LogoProblem } from './read-logo.ts'

export interface LogoFieldProps {
  value: Logo | null
  isDisabled: boolean
  onChange: (logo: Logo | null) => void
}

export function LogoField({ value, isDisabled, onChange }: LogoFieldProps) {
  const say = useSay()
  const input = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState<LogoProblem | null>(null)
  const take = async (file: Blob | undefined): Promise<void> => {
    if (!file || isDisabled) return
    const read = await readLogo(file)
    setProblem(typeof read === 'string' ? read : null)
    if (typeof read !== 'string') onChange(read)
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    // Elsewhere in the window a file becomes an article: it hears of a drop that brings nothing.
    event.stopPropagation()
    window.dispatchEvent(new Event('drop'))
    void take(event.dataTransfer.files[0])
  }
  return (
    <div
      className={styles.labelled}
      role="group"
      aria-label={say('reports.logo')}
      onDrop={drop}
      onDragOver={(event) => event.preventDefault()}
    >
      <span className={styles.label} aria-hidden="true">
        {say('reports.logo')}
      </span>
      <div className={styles.logo}>
        {value && <img className={styles.picture} src={`data:${value.mediaType};base64,${value.base64}`} alt={say('reports.logoShown')} />}
        <Button
          label={say(value ? 'reports.logoOther' : 'reports.logoChoose')}
          icon={<ImagePlus />}
          size="small"
          isDisabled={isDisabled}
          onPress={() => input.current?.click()}
        />
        {value && (
          <Button
            label={say('reports.logoRemove')}
            icon={<Trash2 />}
            size="small"
            kind="quiet"
            isDisabled={isDisabled}
            onPress={() => onChange(null)}
          />
        )}
      </div>
      <input
        ref={input}
        type="file"
        accept="image/png,image/jpeg"
        aria-label={say('reports.logoChoose')}
        tabIndex={-1}
        hidden
        onChange={(event) => {
          void take(event.currentTarget.files?.[0])
          event.currentTarget.value = ''
        }}
      />
      {problem ? (
        <p className={styles.problem} role="alert">
          {say(`reports.logoProblem.${problem}`)}
        </p>
      ) : (
        <p className={styles.hint}>{say('reports.logoHint')}</p>
      )}
    </div>
  )
}
