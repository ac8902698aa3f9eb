/** The rules of status.ts said again as plain tables and loops, without its classes: for tests alone. It keeps a whole list of what was, and looks back. */
import type { StatusCheck, StatusMember, StatusThread } from '../../../../src/core/threads/status.ts'
import type { ThreadStatus } from '../../../../src/shared/domain/thread-status.ts'

type Item = { at: number; rank: number; time: string; index: number; member?: StatusMember; check?: StatusCheck }

/** Last day of the deadline, worked out from the calendar. */
function lastDay(deadline: string | null): number | null {
  if (deadline === null || !/^\d{4}(-\d{2}(-\d{2})?)?$/.test(deadline)) return null
  const [year = 0, month, day] = deadline.split('-').map(Number)
  const end =
    day !== undefined ? Date.UTC(year, (month ?? 1) - 1, day) : month !== undefined ? Date.UTC(year, month, 0) : Date.UTC(year, 12, 0)
  return Math.round(end / 86_400_000)
}

export function plainStatus(
  thread: StatusThread,
  members: readonly StatusMember[],
  checks: readonly StatusCheck[],
  asOf: number,
  upTo: number = Number.MAX_SAFE_INTEGER,
): ThreadStatus {
  const items: Item[] = []
  for (let index = 0; index < members.length; index++) {
    const member = members[index]
    if (member && (member.day === null || member.day <= upTo))
      items.push({ at: member.day ?? -1e9, rank: 0, time: (member.date ?? '').slice(10), index, member })
  }
  for (let index = 0; index < checks.length; index++) {
    const check = checks[index]
    if (check && check.day <= upTo) items.push({ at: check.day, rank: 1, time: check.date.slice(10), index, check })
  }
  items.sort((a, b) => a.at - b.at || a.rank - b.rank || (a.time < b.time ? -1 : a.time > b.time ? 1 : 0) || a.index - b.index)

  const deadline = lastDay(thread.deadline)
  const scheduled = (thread.schedule ?? '').trim().length > 0
  const acts = thread.kind === 'demand' ? 'addressee' : 'owner'
  let word: ThreadStatus = 'open'
  let deed: ThreadStatus | '' = ''
  let newestCheck = ''
  for (const { member, check } of items) {
    if (check && (thread.kind === 'commitment' || thread.kind === 'demand')) {
      newestCheck = check.result
      if (check.result === 'met') {
        if (deadline === null && !scheduled) deed = 'fulfilled'
        else if (deadline !== null && check.day >= deadline) deed = 'fulfilled'
        else if (deed === 'violated') deed = ''
      }
      if (check.result === 'not-met') {
        const breaks = thread.kind === 'commitment' && (scheduled || deadline === null || check.day > deadline)
        if (breaks) deed = 'violated'
        else if (deed === 'fulfilled') deed = ''
      }
    }
    if (!member) continue
    const { role, side } = member
    const ownVoice = side === 'owner' || side === 'unknown'
    const undecided = deed === '' && word === 'open'
    if (role === 'raised' || role === 'repeated' || role === 'hardened' || role === 'softened') {
      if (side === 'addressee' && undecided) word = 'answered'
      if (ownVoice && deed !== '') [deed, word] = ['', 'open']
    }
    if (role === 'denied' && undecided && (side === 'addressee' || side === 'unknown')) word = 'answered'
    const said = { accepted: 'accepted', rejected: 'rejected', conditioned: 'conditional' } as const
    if (role === 'accepted' || role === 'rejected' || role === 'conditioned') {
      const mayUndo = deed === '' || side === acts || side === 'unknown'
      const takesBackAnswer =
        thread.kind === 'demand' &&
        deed === '' &&
        side === 'owner' &&
        role === 'conditioned' &&
        (word === 'accepted' || word === 'rejected')
      if (mayUndo && !takesBackAnswer) [deed, word] = ['', said[role]]
    }
    if (role === 'withdrawn' || role === 'violated') deed = role
    if (role === 'fulfilled') deed = thread.kind === 'threat' && side === 'owner' ? 'carried-out' : 'fulfilled'
    if (role === 'carried-out') {
      if (thread.kind === 'commitment') deed = 'fulfilled'
      else if (thread.kind === 'demand') deed = side === 'owner' ? 'carried-out' : 'fulfilled'
      else deed = 'carried-out'
    }
  }
  const status = deed === '' ? word : deed
  const runs = status === 'open' || status === 'answered' || status === 'accepted' || status === 'conditional'
  if (!runs || deadline === null || deadline >= asOf) return status
  return newestCheck === 'met' && !scheduled ? 'fulfilled' : 'overdue'
}
