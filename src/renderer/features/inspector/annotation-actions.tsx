/** What can be done to one annotation besides coding it, as a menu. The reader does it: it knows the caret, the selection and the text. */
import { Combine, Copy, Ellipsis, Scissors, TextSearch } from 'lucide-react'
import type { Annotation } from '../../../shared/domain/annotation.ts'
import { useCanWrite } from '../../lib/data.ts'
import type { ReaderActionId } from '../../lib/reader-keys.ts'
import { useSay } from '../../lib/say.ts'
import { useKeyOf } from '../../lib/use-key-of.ts'
import { usePicked } from '../../stores/picked.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'

export function AnnotationActions({ annotation }: { annotation: Pick<Annotation, 'id'> }) {
  const say = useSay()
  const ask = usePicked((state) => state.ask)
  const keyOf = useKeyOf()
  const isDisabled = !useCanWrite()
  const { id } = annotation
  const common = (action: ReaderActionId) => ({
    label: say(`keys.reader.${action}`),
    shortcut: keyOf(action) ?? undefined,
    isDisabled,
  })
  return (
    <Menu
      label={say('operations.menu')}
      placement="bottom end"
      trigger={<IconButton label={say('operations.menu')} icon={<Ellipsis />} size="small" />}
    >
      <MenuItem {...common('split')} icon={<Scissors />} onAction={() => ask({ do: 'split', id })} />
      <MenuItem {...common('merge')} label={say('operations.mergeNext')} icon={<Combine />} onAction={() => ask({ do: 'mergeNext', id })} />
      <MenuItem {...common('duplicate')} icon={<Copy />} onAction={() => ask({ do: 'duplicate', id })} />
      <MenuItem {...common('occurrences')} icon={<TextSearch />} onAction={() => ask({ do: 'occurrences', id })} />
    </Menu>
  )
}
