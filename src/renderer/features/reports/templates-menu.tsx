/** Templates: what to begin with, those kept in the library, and what can be done with the one that is in use. */
import { BookmarkPlus, FilePlus2, LayoutTemplate, Newspaper, PenLine, RefreshCw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { ReportTemplate } from '../../../shared/domain/report-template.ts'
import { useAction, useCanWrite, useData } from '../../lib/data.ts'
import { useOfferUndo } from '../../lib/offer-undo.ts'
import { useSay } from '../../lib/say.ts'
import { toasts } from '../../stores/toasts.ts'
import { Button } from '../../ui/button.tsx'
import { Menu, MenuItem, MenuSection } from '../../ui/menu.tsx'
import { standardBriefing } from './blocks.ts'
import { useReportDraft } from './draft-store.ts'
import { draftOf, NEW_DRAFT, toTemplate, type KeptDraft } from './report-draft.ts'
import { TemplateNameDialog } from './template-name-dialog.tsx'
import type { ReportState } from './use-report.ts'

const NONE: ReportTemplate[] = []

export function TemplatesMenu({ draft, since }: ReportState) {
  const say = useSay()
  const canWrite = useCanWrite()
  const offerUndo = useOfferUndo()
  const { data: templates = NONE } = useData('reports.templates', {})
  const update = useAction('reports.updateTemplate')
  const remove = useAction('reports.removeTemplate')
  const { replace, set } = useReportDraft()
  const [naming, setNaming] = useState<'new' | ReportTemplate | null>(null)
  const current = templates.find(({ id }) => id === draft.templateId)
  /** What was being put together gives way, and can be had back. */
  const begin = (kept: KeptDraft, name: string): void => {
    const back = replace(kept)
    toasts.add({
      kind: 'info',
      key: 'reports.begun',
      text: say('reports.begun', { name }),
      action: { label: say('reports.goBack'), onPress: back },
    })
  }
  const overwrite = async (template: ReportTemplate): Promise<void> => {
    if (await update.run({ id: template.id, patch: { input: toTemplate(draft, since) } })) {
      offerUndo(say('reports.templateReplaced', { name: template.name }))
    }
  }
  const take = async (template: ReportTemplate): Promise<void> => {
    if (await remove.run({ id: template.id })) offerUndo(say('reports.templateRemoved', { name: template.name }))
  }
  return (
    <>
      <Menu
        label={say('reports.templates')}
        placement="bottom end"
        trigger={<Button label={current?.name ?? say('reports.templates')} icon={<LayoutTemplate />} kind="quiet" size="small" />}
      >
        <MenuSection label={say('reports.beginWith')}>
          <MenuItem
            label={say('reports.standard')}
            about={say('reports.standardAbout')}
            icon={<Newspaper />}
            onAction={() =>
              begin({ ...NEW_DRAFT, kind: 'briefing', format: draft.format, blocks: standardBriefing(since) }, say('reports.standard'))
            }
          />
          <MenuItem label={say('reports.blank')} icon={<FilePlus2 />} onAction={() => begin(NEW_DRAFT, say('reports.blank'))} />
        </MenuSection>
        {templates.length > 0 && (
          <MenuSection label={say('reports.templates')}>
            {templates.map((template) => (
              <MenuItem
                key={template.id}
                label={template.name}
                detail={say(`reports.kind.${template.input.kind}`)}
                onAction={() => begin(draftOf(template.input, template.id), template.name)}
              />
            ))}
          </MenuSection>
        )}
        {canWrite && (
          <MenuSection label={say('reports.keepTemplate')} hideLabel>
            <MenuItem label={say('reports.keepTemplate')} icon={<BookmarkPlus />} onAction={() => setNaming('new')} />
            {current && (
              <MenuItem
                label={say('reports.replaceTemplate', { name: current.name })}
                icon={<RefreshCw />}
                onAction={() => void overwrite(current)}
              />
            )}
            {current && (
              <MenuItem
                label={say('reports.renameTemplate', { name: current.name })}
                icon={<PenLine />}
                onAction={() => setNaming(current)}
              />
            )}
            {current && (
              <MenuItem
                label={say('reports.removeTemplate', { name: current.name })}
                icon={<Trash2 />}
                onAction={() => void take(current)}
              />
            )}
          </MenuSection>
        )}
      </Menu>
      {naming && (
        <TemplateNameDialog
          input={toTemplate(draft, since)}
          kept={naming === 'new' ? null : naming}
          onClose={(saved) => {
            setNaming(null)
            if (saved) set({ templateId: saved.id })
          }}
        />
      )}
    </>
  )
}
