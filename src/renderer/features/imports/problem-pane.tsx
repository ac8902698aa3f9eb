/** A file that is no article yet: why, and what a person can do about it here (a password, another encoding). Nothing holds up the others. */
import { useEffect, useRef, useState } from 'react'
import { errorText, problemText, useSay } from '../../lib/say.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { EncodingField } from './encoding-field.tsx'
import { FileFacts } from './file-facts.tsx'
import { Losses } from './losses.tsx'
import type { FileReading, HowToRead } from './preview-reader.ts'
import styles from './panes.module.css'

export function ProblemPane({ file, onRead }: { file: FileReading; onRead: (how: HowToRead) => void }) {
  const say = useSay()
  const problem = file.preview?.problem
  if (problem?.code === 'needs-password' || problem?.code === 'wrong-password') {
    return (
      <div className={styles.pane}>
        <FileFacts file={file} />
        <Password file={file} isWrong={problem.code === 'wrong-password'} onRead={(password) => onRead({ password })} />
      </div>
    )
  }
  return (
    <div className={styles.pane}>
      <FileFacts file={file} />
      {problem?.code === 'encoding' ? (
        <EncodingField file={file} onEncoding={(encoding) => onRead({ encoding })} />
      ) : (
        <Banner
          kind="error"
          title={say('import.refusedTitle')}
          actions={<Button label={say('import.readFileAgain')} size="small" onPress={() => onRead({})} />}
        >
          {problem ? problemText(say, problem, file.staged.name) : errorText(say, file.error)}
        </Banner>
      )}
      <Losses lost={file.preview?.lost ?? []} />
    </div>
  )
}

function Password({ file, isWrong, onRead }: { file: FileReading; isWrong: boolean; onRead: (password: string) => void }) {
  const say = useSay()
  const [password, setPassword] = useState('')
  const line = useRef<HTMLDivElement>(null)
  const wasTried = useRef(false)
  const read = (): void => {
    if (password === '' || file.isReading) return
    wasTried.current = true
    onRead(password)
  }
  // The next try is typed where the last one was.
  useEffect(() => {
    if (isWrong && !file.isReading && wasTried.current) line.current?.querySelector('input')?.focus()
  }, [isWrong, file.isReading])
  return (
    <section className={styles.ask} aria-label={say('import.passwordTitle')}>
      <h3>{say('import.passwordTitle')}</h3>
      <p>{say('import.problem.needs-password')}</p>
      <div className={styles.line} ref={line}>
        <TextField
          label={say('import.password')}
          type="password"
          value={password}
          onChange={setPassword}
          {...(isWrong && !file.isReading && { error: say('import.problem.wrong-password') })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            read()
          }}
        />
        <Button
          label={say('import.readAgain')}
          isDisabled={password === ''}
          onPress={read}
          {...(file.isReading && { pendingLabel: say('import.reading') })}
        />
      </div>
    </section>
  )
}
