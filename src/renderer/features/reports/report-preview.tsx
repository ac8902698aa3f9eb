/**
 * The report as it will be written, made anew whenever what is asked for rests. The new one is laid out behind the old one and takes its
 * place at the same height, so that nothing jumps while one works; a sign appears only where it takes longer. No script runs in the frame:
 * it shares our origin for two things, to be asked how far it was scrolled and to have its links followed by the app.
 */
import { FileWarning } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { errorText, useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { takeOverLinks, type LinkFollower } from './preview-links.ts'
import styles from './report-preview.module.css'

export interface ReportPreviewProps extends LinkFollower {
  preview: { html: string; name: string } | undefined
  error: unknown
  isFetching: boolean
  onAgain: () => void
}

/** How long it may take before it is said, in milliseconds. */
const SLOW_MS = 500

interface Sheet {
  number: number
  html: string
}

export function ReportPreview({ preview, error, isFetching, onAgain, onPassage, onWeb }: ReportPreviewProps) {
  const say = useSay()
  const isSlow = useLater(isFetching)
  const sheets = useSheets(preview?.html)
  if (error)
    return (
      <EmptyState
        icon={<FileWarning />}
        title={say('reports.failed')}
        actions={<Button label={say('reports.again')} kind="primary" onPress={onAgain} />}
      >
        {errorText(say, error)}
      </EmptyState>
    )
  return (
    <div className={styles.preview}>
      {sheets.shown.map(({ number, html }, index) => (
        <iframe
          key={number}
          ref={(frame) => sheets.note(number, frame)}
          className={styles.paper}
          sandbox="allow-same-origin"
          srcDoc={html}
          title={say('reports.preview', { name: preview?.name ?? '' })}
          // The one behind is no second report.
          aria-hidden={index > 0 || undefined}
          tabIndex={index > 0 ? -1 : undefined}
          data-behind={index > 0 || undefined}
          onLoad={({ currentTarget: { contentDocument } }) => {
            if (contentDocument) takeOverLinks(contentDocument, { onPassage, onWeb })
            sheets.loaded(number)
          }}
        />
      ))}
      {isSlow && (
        <div className={styles.making} data-first={sheets.shown.length === 0 || undefined}>
          <Spinner label={say('reports.previewing')} />
          <span aria-hidden="true">{say('reports.previewing')}</span>
        </div>
      )}
    </div>
  )
}

/** True once something has been going on for a while. */
function useLater(isOn: boolean): boolean {
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    if (!isOn) return setLate(false)
    const timer = setTimeout(() => setLate(true), SLOW_MS)
    return () => clearTimeout(timer)
  }, [isOn])
  return isLate
}

interface Sheets {
  /** The one in sight, and behind it the one that takes its place. */
  shown: readonly Sheet[]
  note: (number: number, frame: HTMLIFrameElement | null) => void
  loaded: (number: number) => void
}

function useSheets(html: string | undefined): Sheets {
  const [shown, setShown] = useState<readonly Sheet[]>([])
  const frames = useRef(new Map<number, HTMLIFrameElement>())
  const last = useRef(0)
  useEffect(() => {
    if (html === undefined) return
    setShown((now) => (now.at(-1)?.html === html ? now : [...now.slice(0, 1), { number: ++last.current, html }]))
  }, [html])
  return {
    shown,
    note: (number, frame) => void (frame ? frames.current.set(number, frame) : frames.current.delete(number)),
    loaded(number) {
      const [front] = shown
      const at = front && front.number !== number ? (frames.current.get(front.number)?.contentWindow?.scrollY ?? 0) : 0
      if (at > 0) frames.current.get(number)?.contentWindow?.scrollTo(0, at)
      setShown((now) => (now.at(-1)?.number === number ? now.slice(-1) : now))
    },
  }
}
