/** "Go to next…": the tags and speakers of the article, each with how many annotations it has here. */
import { ChevronDown, UserRound } from 'lucide-react'
import type { Annotation } from '../../../shared/domain/annotation.ts'
import { TagMark } from '../../lib/parts/tag-mark.tsx'
import { useSay } from '../../lib/say.ts'
import { useKeyOf } from '../../lib/use-key-of.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem, MenuSection } from '../../ui/menu.tsx'
import type { ReaderPage } from './page.ts'
import type { Going } from './use-next.ts'

/** How many annotations have each value, the most first. */
function countsBy<K>(annotations: readonly Annotation[], keyOf: (annotation: Annotation) => K): [K, number][] {
  const counts = new Map<K, number>()
  for (const annotation of annotations) counts.set(keyOf(annotation), (counts.get(keyOf(annotation)) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1])
}

export function GoToMenu({ page, going }: { page: ReaderPage; going: Going }) {
  const say = useSay()
  const keyOf = useKeyOf()
  const { annotations, codebook, selectedId } = page
  const selected = annotations.find(({ id }) => id === selectedId)
  const key = (isSame: boolean, action: 'nextOfTag' | 'nextOfSpeaker'): { shortcut?: string } => {
    const shortcut = isSame ? keyOf(action) : null
    return shortcut === null ? {} : { shortcut }
  }
  return (
    <Menu
      label={say('going.menu')}
      trigger={<IconButton label={say('going.menu')} icon={<ChevronDown />} isDisabled={annotations.length === 0} />}
    >
      <MenuSection label={say('going.byTag')}>
        {countsBy(annotations, ({ tagId }) => tagId).map(([tagId, count]) => {
          const tag = codebook.tagById.get(tagId)
          return (
            tag && (
              <MenuItem
                key={tagId}
                id={`tag-${tagId}`}
                label={tag.name}
                icon={<TagMark tag={tag} short />}
                detail={say('going.count', { count })}
                onAction={() => going.ofTag(tagId, 1)}
                {...key(selected?.tagId === tagId, 'nextOfTag')}
              />
            )
          )
        })}
      </MenuSection>
      <MenuSection label={say('going.bySpeaker')}>
        {countsBy(annotations, ({ speakerId }) => speakerId).map(([partyId, count]) => (
          <MenuItem
            key={partyId}
            id={`speaker-${partyId}`}
            label={partyId === null ? say('going.noSpeaker') : (codebook.partyById.get(partyId)?.name ?? '')}
            icon={<UserRound />}
            detail={say('going.count', { count })}
            onAction={() => going.ofSpeaker(partyId, 1)}
            {...key(selected !== undefined && selected.speakerId === partyId, 'nextOfSpeaker')}
          />
        ))}
      </MenuSection>
    </Menu>
  )
}
