/** Through whom we know: sources by name, the nearest first, each the source of the one before it. Any text may be one. */
import { useMemo } from 'react'
import { useSay } from '../../lib/say.ts'
import { listAfter } from '../../lib/use-turns.ts'
import { TokenField } from '../../ui/token-field.tsx'
import type { ControlProps } from './control.ts'

export function ChainControl({ annotation, article, codebook, isDisabled, onChange }: ControlProps) {
  const say = useSay()
  const chain = annotation.reportedBy
  // The outlet itself is the nearest source there is; then other media, then everybody else who may be one, and what the chain holds.
  const items = useMemo(() => {
    const known = codebook.parties
      .filter((party) => !party.retired)
      .toSorted((a, b) => Number(b.kind === 'media') - Number(a.kind === 'media'))
      .map((party) => party.name)
    const names = [...(article.outlet === null ? [] : [article.outlet]), ...known, ...chain]
    return [...new Set(names)].map((name) => ({
      id: name,
      label: name,
      ...(name === article.outlet && { detail: say('coding.thisOutlet') }),
    }))
  }, [article.outlet, chain, codebook.parties, say])
  return (
    <TokenField
      label={say('coding.reportedBy')}
      hint={say(chain.length > 1 ? 'coding.reportedByOrder' : 'coding.reportedByHint')}
      isDisabled={isDisabled}
      items={items}
      value={chain}
      link={say('coding.reportedByLink')}
      onMove={(from, to) => void onChange((now) => ({ reportedBy: moved(now.reportedBy, chain[from], to) }))}
      onChange={(chosen) => void onChange((now) => ({ reportedBy: listAfter(now.reportedBy, chain, chosen) }))}
      onCreate={(name) => onChange((now) => (now.reportedBy.includes(name) ? {} : { reportedBy: [...now.reportedBy, name] }))}
      createLabel={(name) => say('coding.newSource', { name })}
    />
  )
}

/** The chain with one source at another place; as it is where the source is no longer in it. */
function moved(chain: readonly string[], name: string | undefined, to: number): string[] {
  if (name === undefined || !chain.includes(name)) return [...chain]
  return chain.filter((other) => other !== name).toSpliced(to, 0, name)
}
