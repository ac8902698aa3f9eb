/** The middle pane before an article is open: the next step as a button. */
import { BookOpenText, FilePlus2 } from 'lucide-react'
import { useData } from '../lib/data.ts'
import { useSay } from '../lib/say.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useCommands } from './commands.ts'

export function NoArticle({ onOpen }: { onOpen: (articleId: number) => void }) {
  const say = useSay()
  const { data } = useData('articles.list', { limit: 1 })
  const commands = new Map(useCommands().map((command) => [command.id, command]))
  const [newest] = data?.items ?? []
  if (!data) return null
  const importFiles = commands.get('import.files')
  const paste = commands.get('import.paste')
  if (newest) {
    return (
      <EmptyState
        icon={<BookOpenText />}
        title={say('read.choose')}
        actions={<Button label={say('read.openNewest')} kind="primary" onPress={() => onOpen(newest.id)} />}
      >
        {say('read.chooseText')}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={<FilePlus2 />}
      title={say('read.empty')}
      actions={
        <>
          <Button label={say('read.paste')} shortcut="Mod+Shift+V" isDisabled={!paste?.isEnabled} onPress={() => paste?.run()} />
          <Button
            label={say('read.import')}
            shortcut="Mod+I"
            kind="primary"
            isDisabled={!importFiles?.isEnabled}
            onPress={() => importFiles?.run()}
          />
        </>
      }
    >
      {say('read.emptyText')}
    </EmptyState>
  )
}
