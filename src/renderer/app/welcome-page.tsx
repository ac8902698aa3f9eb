/** The first page: the sample library, a new one, or one that is there. */
import { Welcome } from '../features/library/welcome.tsx'
import { useCommands } from './commands.ts'

export function WelcomePage() {
  const commands = new Map(useCommands().map((command) => [command.id, command.run]))
  return (
    <Welcome
      onSample={() => commands.get('library.openSample')?.()}
      onNew={() => commands.get('library.new')?.()}
      onOpen={() => commands.get('library.open')?.()}
    />
  )
}
