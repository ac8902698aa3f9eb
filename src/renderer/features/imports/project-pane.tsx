/**
 * A project of another tool, or another library: what is new in it, what is here already and the same, and what differs. Nothing that is
 * here is replaced unless a person says so, kind by kind.
 */
import { useState } from 'react'
import { codesAsSchema, projectTakeSchema, type ProjectKind, type ProjectPreview } from '../../../shared/domain/import-project.ts'
import { useSay } from '../../lib/say.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Select } from '../../ui/select.tsx'
import { FileFacts } from './file-facts.tsx'
import { Losses } from './losses.tsx'
import type { FileReading } from './preview-reader.ts'
import styles from './project-pane.module.css'
import panes from './panes.module.css'
import type { ProjectChoice } from './review.ts'

const COUNTS = ['new', 'same', 'changed', 'conflict', 'gone'] as const

export interface ProjectPaneProps {
  file: FileReading
  project: ProjectPreview
  choice: ProjectChoice
  onChoice: (choice: ProjectChoice) => void
}

export function ProjectPane({ file, project, choice, onChoice }: ProjectPaneProps) {
  const say = useSay()
  const kinds = project.kinds.length > 0 ? project.kinds : plainKinds(project)
  const used = COUNTS.filter((count) => count === 'new' || kinds.some(({ counts }) => counts[count] > 0))
  const differs = kinds.some(({ counts }) => counts.changed + counts.conflict > 0)
  const setTake = (kind: ProjectKind, take: (typeof projectTakeSchema.options)[number]): void =>
    onChoice({ ...choice, take: { ...choice.take, [kind]: take } })
  return (
    <div className={panes.pane}>
      <FileFacts file={file} />
      <header>
        <h3 className={styles.name}>
          <bdi>{project.name}</bdi>
        </h3>
        <p className={styles.origin}>{say('project.origin', { origin: project.origin })}</p>
      </header>
      <table className={styles.table}>
        <caption className={styles.caption}>{say('project.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('project.kind')}</th>
            {used.map((count) => (
              <th key={count} scope="col" className={styles.number}>
                {say(`project.count.${count}`)}
              </th>
            ))}
            {differs && <th scope="col">{say('project.take')}</th>}
          </tr>
        </thead>
        <tbody>
          {kinds.map(({ kind, counts }) => (
            <tr key={kind}>
              <th scope="row">{say(`project.kind.${kind}`)}</th>
              {used.map((count) => (
                <td key={count} className={styles.number} data-strong={(count === 'conflict' && counts.conflict > 0) || undefined}>
                  {say('project.number', { count: counts[count] })}
                </td>
              ))}
              {differs && (
                <td>
                  {counts.changed + counts.conflict > 0 && (
                    <Select
                      label={say('project.takeOf', { kind: say(`project.kind.${kind}`) })}
                      hideLabel
                      value={choice.take?.[kind] ?? 'new'}
                      onChange={(take) => setTake(kind, take)}
                      options={projectTakeSchema.options.map((id) => ({ id, label: say(`project.take.${id}`) }))}
                    />
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {project.codes > 0 && (
        <div className={styles.codes}>
          <span>{say('project.codes', { count: project.codes })}</span>
          <SegmentedControl
            label={say('project.codesAs')}
            value={choice.codesAs ?? 'issues'}
            onChange={(codesAs) => onChoice({ ...choice, codesAs })}
            options={codesAsSchema.options.map((id) => ({ id, label: say(`project.codesAs.${id}`) }))}
          />
        </div>
      )}
      <Differences project={project} />
      <Losses lost={file.preview?.lost ?? []} />
    </div>
  )
}

/** The values that differ, so that the choice above is made knowing them. */
function Differences({ project }: { project: ProjectPreview }) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  if (project.differ === 0) return null
  return (
    <Disclosure label={say('project.differences')} badge={String(project.differ)} value={isOpen} onChange={setOpen}>
      <ul className={styles.differences}>
        {project.differences.map((difference, index) => (
          <li key={index}>
            <strong>
              {say(`project.kind.${difference.kind}`)} · <bdi>{difference.name}</bdi> · {difference.field}
            </strong>
            <span>
              {say('project.here')} <bdi>{difference.here || '—'}</bdi>
            </span>
            <span>
              {say('project.there')} <bdi>{difference.there || '—'}</bdi>
            </span>
          </li>
        ))}
      </ul>
      {project.differ > project.differences.length && (
        <p className={styles.origin}>{say('project.moreDifferences', { count: project.differ - project.differences.length })}</p>
      )}
    </Disclosure>
  )
}

/** Where the core has not compared them yet: all of it as new. */
function plainKinds(project: ProjectPreview): ProjectPreview['kinds'] {
  const none = { same: 0, changed: 0, conflict: 0, gone: 0 }
  return (['articles', 'annotations', 'tags', 'issues', 'parties'] as const).flatMap((kind) =>
    project[kind] > 0 ? [{ kind, counts: { new: project[kind], ...none } }] : [],
  )
}
