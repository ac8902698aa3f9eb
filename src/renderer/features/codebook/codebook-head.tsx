/** The line above the codebook: which part, what looks alike, and the codebook as a file. A codebook file can be dropped on the screen. */
import { BookDown, BookUp, ChevronDown, FileStack } from 'lucide-react'
import { useState } from 'react'
import { codebookFormatSchema, codebookPartSchema, type CodebookPart } from '../../../shared/domain/codebook-import.ts'
import type { Staged } from '../../../shared/domain/import.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { useShowError } from '../../lib/data.ts'
import { useSay } from '../../lib/say.ts'
import { hostCall } from '../../lib/transport/host.ts'
import { useCodebookFile } from '../../stores/codebook-file.ts'
import { Button } from '../../ui/button.tsx'
import { Menu, MenuItem, MenuSection, MenuSeparator } from '../../ui/menu.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import styles from './codebook-view.module.css'
import { ImportDialog } from './import-dialog.tsx'
import { SimilarParties } from './similar-parties.tsx'
import { useExportCodebook } from './use-export-codebook.ts'

export interface CodebookHeadProps {
  part: CodebookPart
  codebook: Codebook
  isReadOnly: boolean
  onPart: (part: CodebookPart) => void
  onMerge: (from: number, into: number) => void
}

export function CodebookHead({ part, codebook, isReadOnly, onPart, onMerge }: CodebookHeadProps) {
  const say = useSay()
  const showError = useShowError()
  const exportCodebook = useExportCodebook()
  const [hasTemplates, setTemplates] = useState(false)
  const [picked, setPicked] = useState<Staged | null>(null)
  const dropped = useCodebookFile((state) => state.file)
  const letGo = useCodebookFile((state) => state.drop)
  const file = picked ?? dropped
  const pick = async (): Promise<void> => {
    const [first] = await hostCall('files.pick', {})
    if (first) setPicked(first)
  }
  return (
    <header className={styles.head}>
      <SegmentedControl
        label={say('codebook.title')}
        value={part}
        onChange={onPart}
        options={codebookPartSchema.options.map((id) => ({ id, label: say(`codebook.part.${id}`, { count: codebook[id].length }) }))}
      />
      <span className={styles.space} />
      {part === 'parties' && !isReadOnly && <SimilarParties codebook={codebook} onMerge={onMerge} />}
      <Menu
        label={say('codebook.file')}
        placement="bottom end"
        trigger={<Button label={say('codebook.file')} icon={<ChevronDown />} kind="quiet" />}
      >
        <MenuItem label={say('codebook.fromTemplate')} icon={<FileStack />} isDisabled={isReadOnly} onAction={() => setTemplates(true)} />
        <MenuItem
          label={say('codebook.importFile')}
          icon={<BookDown />}
          isDisabled={isReadOnly}
          onAction={() => void pick().catch(showError)}
        />
        <MenuSeparator />
        <MenuSection label={say('codebook.exportAs')}>
          {codebookFormatSchema.options.map((format) => (
            <MenuItem
              key={format}
              label={say(`codebook.format.${format}`)}
              detail={say(`codebook.format.${format}.for`)}
              icon={<BookUp />}
              onAction={() => void exportCodebook(format)}
            />
          ))}
        </MenuSection>
      </Menu>
      {hasTemplates && <ImportDialog file={null} onClose={() => setTemplates(false)} />}
      {file && !isReadOnly && (
        <ImportDialog
          key={file.stagedId}
          file={file}
          onClose={() => {
            setPicked(null)
            letGo()
          }}
        />
      )}
    </header>
  )
}
