/** The kinds of blocks to add to a briefing, each with a sentence on what it shows. */
import { Plus } from 'lucide-react'
import { useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { BLOCK_SIGNS } from './block-words.ts'
import { BLOCK_KINDS, type BlockKind } from './blocks.ts'

export function AddBlockMenu({ onAdd }: { onAdd: (kind: BlockKind) => void }) {
  const say = useSay()
  return (
    <Menu
      label={say('reports.block.add')}
      placement="bottom end"
      trigger={<Button label={say('reports.block.add')} icon={<Plus />} size="small" />}
    >
      {BLOCK_KINDS.map((kind) => {
        const Sign = BLOCK_SIGNS[kind]
        return (
          <MenuItem
            key={kind}
            label={say(`reports.block.${kind}`)}
            about={say(`reports.block.about.${kind}`)}
            icon={<Sign aria-hidden="true" />}
            onAction={() => onAdd(kind)}
          />
        )
      })}
    </Menu>
  )
}
