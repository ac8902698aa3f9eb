/** The role that is proposed for a statement in a thread. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { threadKindSchema } from '../../../../src/shared/domain/thread-status.ts'
import { proposedRole, type RoleFacts } from '../../../../src/core/threads/role.ts'

const facts = (more: Partial<RoleFacts>): RoleFacts => ({
  kind: 'demand',
  tagCode: 'demand',
  isOwner: true,
  isAddressee: false,
  stance: null,
  intensity: null,
  hasCondition: false,
  before: [],
  ...more,
})
const said = (intensity: number | null, hasCondition = false) => ({ intensity, hasCondition })

test.each<[string, Partial<RoleFacts>, string]>([
  ['the first time it is raised', {}, 'raised'],
  ['the next time it is repeated', { before: [said(3)], intensity: 3 }, 'repeated'],
  ['without a strength it is repeated', { before: [said(3)] }, 'repeated'],
  ['stronger than last time it is hardened', { before: [said(5), said(3)], intensity: 4 }, 'hardened'],
  ['weaker than last time it is softened', { before: [said(2), said(3)], intensity: 2 }, 'softened'],
  ['with a condition for the first time it is made conditional', { before: [said(3)], intensity: 3, hasCondition: true }, 'conditioned'],
  ['with a condition as before it goes by strength', { before: [said(3, true)], intensity: 5, hasCondition: true }, 'hardened'],
  ['an agreement accepts', { tagCode: 'agreement', isOwner: false, isAddressee: true }, 'accepted'],
  ['a rejection rejects', { tagCode: 'rejection', isOwner: false, isAddressee: true }, 'rejected'],
  ['an action of the owner fulfils no demand', { tagCode: 'action' }, 'raised'],
  ['an action of the owner says a demand again', { tagCode: 'action', before: [said(3)] }, 'repeated'],
  ['an action of the owner fulfils its commitment', { kind: 'commitment', tagCode: 'action' }, 'fulfilled'],
  ['an action of the owner carries its threat out', { kind: 'threat', tagCode: 'action' }, 'carried-out'],
  ['an action of the owner is no deed in a position', { kind: 'position', tagCode: 'action', before: [said(3)] }, 'repeated'],
  [
    'an action of the addressee of a threat is no deed',
    { kind: 'threat', tagCode: 'action', isOwner: false, isAddressee: true },
    'repeated',
  ],
  [
    'an action of the addressee of a commitment that opposes it rejects',
    { kind: 'commitment', tagCode: 'action', isOwner: false, isAddressee: true, stance: 'opposes' },
    'rejected',
  ],
  ['an agreement of the owner is its own word said again', { tagCode: 'agreement', before: [said(3)] }, 'repeated'],
  ['an action of the addressee fulfils it', { tagCode: 'action', isOwner: false, isAddressee: true }, 'fulfilled'],
  ['an offer of the addressee sets a condition', { tagCode: 'offer', isOwner: false, isAddressee: true }, 'conditioned'],
  ['an accusation of the addressee denies', { tagCode: 'accusation', isOwner: false, isAddressee: true }, 'denied'],
  ['a demand of the addressee that supports it accepts', { isOwner: false, isAddressee: true, stance: 'supports' }, 'accepted'],
  [
    'a position of the addressee against it rejects',
    { tagCode: 'position', isOwner: false, isAddressee: true, stance: 'opposes' },
    'rejected',
  ],
  ['a conditional answer of the addressee sets a condition', { isOwner: false, isAddressee: true, stance: 'conditional' }, 'conditioned'],
  ['a neutral answer of the addressee is no rejection', { isOwner: false, isAddressee: true, stance: 'neutral' }, 'repeated'],
  ['an answer of the addressee without a stance is no rejection', { isOwner: false, isAddressee: true }, 'repeated'],
  ['an action of a third party fulfils nothing', { tagCode: 'action', isOwner: false }, 'repeated'],
  ['an agreement of a third party accepts nothing', { tagCode: 'agreement', isOwner: false }, 'repeated'],
  ['what a third party says is said again', { isOwner: false, stance: 'opposes', intensity: 5, before: [said(3)] }, 'repeated'],
  ['who is both owner and addressee goes by strength', { isAddressee: true, intensity: 4, before: [said(3)] }, 'hardened'],
  ['an action of who is both fulfils it', { tagCode: 'action', isAddressee: true }, 'fulfilled'],
])('%s', (_, more, role) => {
  expect(proposedRole(facts(more))).toBe(role)
})

/** Who has to act, by the kind of the thread, as the rules of status have it. */
const DOER = { demand: 'isAddressee', commitment: 'isOwner', threat: 'isOwner', position: null } as const

test('a deed is proposed for an action of who has to act, and for nothing else', () => {
  const strength = fc.option(fc.integer({ min: 1, max: 5 }))
  const any = fc.record<RoleFacts>({
    kind: fc.constantFrom(...threadKindSchema.options),
    tagCode: fc.constantFrom('demand', 'threat', 'commitment', 'position', 'action', 'agreement', 'rejection', 'offer', 'accusation'),
    isOwner: fc.boolean(),
    isAddressee: fc.boolean(),
    stance: fc.option(fc.constantFrom('supports', 'opposes', 'conditional', 'neutral')),
    intensity: strength,
    hasCondition: fc.boolean(),
    before: fc.array(fc.record({ intensity: strength, hasCondition: fc.boolean() }), { maxLength: 3 }),
  })
  fc.assert(
    fc.property(any, (facts) => {
      const doer = DOER[facts.kind]
      const role = proposedRole(facts)
      expect(['fulfilled', 'carried-out'].includes(role)).toBe(doer !== null && facts[doer] && facts.tagCode === 'action')
      if (role === 'carried-out') expect(facts.kind).toBe('threat')
      if (role === 'fulfilled') expect(facts.kind).not.toBe('threat')
      // An answer is never the owner's alone, but for a condition.
      if (!facts.isAddressee) expect(['accepted', 'rejected', 'denied']).not.toContain(role)
    }),
  )
})
