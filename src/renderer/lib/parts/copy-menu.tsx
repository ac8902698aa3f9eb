/**
 * A view as a picture or as a table: copied, to go on in Word or Excel, or saved as a file. What is copied is what is on the screen, in
 * the colours of the light theme, whatever the window wears.
 */
import { Copy, Image, Sheet } from 'lucide-react'
import { useCallback } from 'react'
import { toasts } from '../../stores/toasts.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem, MenuSection } from '../../ui/menu.tsx'
import type { CopiedTable, CopySource } from '../copied-table.ts'
import { copyPicture, copyTable, PictureTooLarge, useSaveAs, type ToSave } from '../copy-out.ts'
import { useShowError } from '../data.ts'
import { useSay } from '../say.ts'

export interface CopyMenuProps {
  /** Name of the file, without an ending. */
  name: string
  /** A whole SVG as text, with colours of its own; null where there is nothing to draw. */
  picture?: CopySource['picture']
  table?: CopySource['table']
  /** What is saved as CSV, where that is another form than what is copied. */
  saved?: CopySource['table']
}

export function CopyMenu({ name, picture, table, saved = table }: CopyMenuProps) {
  const say = useSay()
  const showError = useShowError()
  const saveAs = useSaveAs()
  const nothing = useCallback(() => toasts.add({ kind: 'info', text: say('copy.nothing') }), [say])
  const tooLarge = (error: unknown): string | null =>
    error instanceof PictureTooLarge ? say('copy.tooLarge', { width: error.width, height: error.height }) : null
  const copy = (work: Promise<void>): void =>
    void work
      .then(() => toasts.add({ kind: 'success', text: say('copy.copied') }))
      .catch((error: unknown) => toasts.add({ kind: 'error', text: tooLarge(error) ?? say('copy.refused') }))
  const save = (what: ToSave): void =>
    void saveAs(name, what)
      .then((saved) => saved !== null && toasts.add({ kind: 'success', text: say('copy.saved', { name: saved }) }))
      .catch((error: unknown) => {
        const words = tooLarge(error)
        if (words === null) showError(error)
        else toasts.add({ kind: 'error', text: words })
      })
  const withPicture = (then: (svg: string) => void): void => {
    void (async () => {
      const svg = (await picture?.()) ?? null
      if (svg === null) nothing()
      else then(svg)
    })().catch(showError)
  }
  const withTable = (source: CopySource['table'] | undefined, then: (table: CopiedTable) => void): void => {
    void (async () => {
      const found = (await source?.()) ?? null
      if (found === null || found.rows.length === 0) nothing()
      else then(found)
    })().catch(showError)
  }
  return (
    <Menu label={say('copy.label')} trigger={<IconButton label={say('copy.label')} icon={<Copy />} size="small" />} placement="bottom end">
      {picture && (
        <MenuSection label={say('copy.asPicture')}>
          <MenuItem label={say('copy.picture')} icon={<Image />} onAction={() => withPicture((svg) => copy(copyPicture(svg)))} />
          <MenuItem label={say('copy.savePng')} onAction={() => withPicture((svg) => save({ kind: 'png', svg }))} />
          <MenuItem label={say('copy.saveSvg')} onAction={() => withPicture((svg) => save({ kind: 'svg', svg }))} />
        </MenuSection>
      )}
      {table && (
        <MenuSection label={say('copy.asTable')}>
          <MenuItem label={say('copy.table')} icon={<Sheet />} onAction={() => withTable(table, (rows) => copy(copyTable(rows)))} />
          <MenuItem label={say('copy.saveCsv')} onAction={() => withTable(saved, (rows) => save({ kind: 'table', table: rows }))} />
        </MenuSection>
      )}
    </Menu>
  )
}
