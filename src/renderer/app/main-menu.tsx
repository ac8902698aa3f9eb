/** The menu in the window: for hosts without a menu bar, and for those who look here first. */
import type { ReactNode } from 'react'
import type { MenuCommand } from '../../shared/rpc/host-port.ts'
import { useSay } from '../lib/say.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu, MenuItem, MenuSection } from '../ui/menu.tsx'
import { useCommands } from './commands.ts'

const SECTIONS: { id: string; commands: MenuCommand[] }[] = [
  { id: 'library', commands: ['library.new', 'library.open', 'library.openSample', 'library.backup', 'library.close'] },
  {
    id: 'import',
    commands: ['import.files', 'import.folder', 'import.paste', 'import.reports', 'library.stories', 'report.export', 'library.export'],
  },
  { id: 'view', commands: ['view.left', 'view.right', 'view.history', 'view.theme', 'settings.open'] },
  { id: 'help', commands: ['help.keys', 'help.about'] },
]

export function MainMenu({ icon }: { icon: ReactNode }) {
  const say = useSay()
  const commands = new Map(useCommands().map((command) => [command.id, command]))
  return (
    <Menu label={say('menu.window')} trigger={<IconButton label={say('menu.window')} icon={icon} />}>
      {SECTIONS.map((section) => (
        <MenuSection key={section.id} label={say(`menu.section.${section.id}`)}>
          {section.commands.map((id) => {
            const command = commands.get(id)
            return (
              command && (
                <MenuItem
                  key={id}
                  id={id}
                  label={command.label}
                  onAction={command.run}
                  isDisabled={!command.isEnabled}
                  {...(command.shortcut && { shortcut: command.shortcut })}
                />
              )
            )
          })}
        </MenuSection>
      ))}
    </Menu>
  )
}
