/** Asks in which encoding the letters of a file are, where the file does not say so and the guess may be wrong. */
import { useSay } from '../../lib/say.ts'
import { Banner } from '../../ui/banner.tsx'
import { Select } from '../../ui/select.tsx'
import type { FileReading } from './preview-reader.ts'
import styles from './panes.module.css'

/** Offered after those that fit best. */
const COMMON = [
  'utf-8',
  'utf-16le',
  'windows-1252',
  'windows-1256',
  'windows-1251',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-kr',
  'iso-8859-6',
  'koi8-r',
]

export function EncodingField({ file, onEncoding }: { file: FileReading; onEncoding: (encoding: string) => void }) {
  const say = useSay()
  const { preview, how } = file
  const chosen = how.encoding ?? preview?.encoding ?? ''
  const names = [...new Set([chosen, ...(preview?.encodings ?? []), ...COMMON].filter((name) => name !== ''))]
  const isRefused = preview?.problem?.code === 'encoding'
  return (
    <Banner kind={isRefused ? 'error' : 'warning'} title={say('import.encodingTitle')}>
      <div className={styles.encoding}>
        <p>{say(isRefused ? 'import.problem.encoding' : 'import.encodingText')}</p>
        <Select
          label={say('import.encoding')}
          value={chosen === '' ? null : chosen}
          onChange={onEncoding}
          options={names.map((id) => ({ id, label: id }))}
        />
      </div>
    </Banner>
  )
}
