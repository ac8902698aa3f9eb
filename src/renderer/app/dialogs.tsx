/** The one dialog that may be open. Each is its feature's; here they are only put in place. */
import { ArticleDialog } from '../features/library/article-dialog.tsx'
import { ExportDialog } from '../features/exports/export-dialog.tsx'
import { ImportDialog } from '../features/imports/import-dialog.tsx'
import { ImportsDialog } from '../features/imports/imports-dialog.tsx'
import { PasteDialog } from '../features/imports/paste-dialog.tsx'
import { NewLibraryDialog } from '../features/library/new-library-dialog.tsx'
import { OpenLibraryDialog } from '../features/library/open-library-dialog.tsx'
import { CompareDialog } from '../features/stories/compare-dialog.tsx'
import { StoriesDialog } from '../features/stories/stories-dialog.tsx'
import { AttachDialog } from '../features/threads/attach-dialog.tsx'
import { NewThreadDialog, ThreadDialog } from '../features/threads/thread-dialog.tsx'
import { ReviseDialog } from '../features/revisions/revise-dialog.tsx'
import { RevisionsDialog } from '../features/revisions/revisions-dialog.tsx'
import { usePlaces } from '../lib/places.ts'
import { useWorkbench } from '../stores/workbench.ts'
import { AboutDialog } from './about-dialog.tsx'
import { HistoryDialog } from './history-dialog.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { Palette } from './palette.tsx'
import { SettingsDialog } from './settings-dialog.tsx'

export function Dialogs() {
  const dialog = useWorkbench((state) => state.dialog)
  const close = useWorkbench((state) => state.closeDialog)
  const addFiles = useWorkbench((state) => state.addFiles)
  const goOn = useWorkbench((state) => state.goOn)
  const places = usePlaces()
  switch (dialog.kind) {
    case 'none':
      return null
    case 'import':
      // A new batch is a new dialog; files added to one keep its first.
      return <ImportDialog key={dialog.files[0]?.stagedId} files={dialog.files} onClose={close} onOpenArticle={(id) => places.read(id)} />
    case 'imports':
      return <ImportsDialog runId={dialog.runId} onClose={close} onOpenArticle={(id) => places.read(id)} />
    case 'paste':
      return (
        <PasteDialog
          onClose={close}
          onStaged={(file) => {
            close()
            addFiles([file])
          }}
        />
      )
    case 'new-library':
      return <NewLibraryDialog onClose={close} />
    case 'open-library':
      return <OpenLibraryDialog onClose={close} />
    case 'article':
      return <ArticleDialog articleId={dialog.articleId} onClose={close} />
    case 'revise':
      return <ReviseDialog articleId={dialog.articleId} onClose={close} onRevised={(id) => places.read(id)} />
    case 'revisions':
      return <RevisionsDialog articleId={dialog.articleId} onClose={close} onRevised={(id) => places.read(id)} />
    case 'export':
      return <ExportDialog articleIds={dialog.articleIds ?? []} onClose={close} />
    case 'stories':
      return <StoriesDialog onClose={close} />
    case 'compare-articles': {
      const { articleId, otherId, back } = dialog
      return <CompareDialog articleId={articleId} otherId={otherId} onClose={() => (back ? goOn({ kind: back }) : close())} />
    }
    case 'palette':
      return <Palette onClose={close} />
    case 'keys':
      return <KeysDialog onClose={close} />
    case 'about':
      return <AboutDialog onClose={close} />
    case 'history':
      return <HistoryDialog onClose={close} />
    case 'attach-thread': {
      const { annotationId } = dialog
      return (
        <AttachDialog annotationId={annotationId} onClose={close} onNew={(title) => goOn({ kind: 'new-thread', annotationId, title })} />
      )
    }
    case 'new-thread':
      return (
        <NewThreadDialog annotationId={dialog.annotationId} title={dialog.title} onClose={close} onStarted={(id) => places.thread(id)} />
      )
    case 'thread':
      return <ThreadDialog threadId={dialog.threadId} onClose={close} onPage={(id) => places.thread(id)} />
    case 'settings':
      return <SettingsDialog onClose={close} {...(dialog.tab && { tab: dialog.tab })} />
  }
}
