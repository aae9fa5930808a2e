import type { Identity, ResidentView } from '@ehch/clinical';
import { sameFamily } from '../identity-check.ts';
import type { ByHand, ByHandGuards, Chosen } from './by-hand.ts';

/** Takes an answer of the engine, if it belongs to the resident chosen and does not contradict the choice. */
export function takeView(hand: ByHand, ctx: string, view: ResidentView, guards: ByHandGuards): ByHand {
  if (hand.kind !== 'chosen') return hand;
  // Guard: a late view is about somebody who is no longer chosen.
  if (guards.context && (hand.ctx !== ctx || view.resident !== hand.resident.resident)) return hand;
  const differs = guards.record ? doubtOf(hand, view) : null;
  return differs === null ? { ...hand, view } : { kind: 'doubted', differs };
}

/** The list can be older than the record, so what was typed is compared with the record as well. */
function doubtOf({ asked }: Chosen, { sections: { identity } }: ResidentView) {
  if (identity.state !== 'known' || identity.content.kind !== 'recorded') return null;
  const { born, name } = identity.content.value;
  if (born !== asked.born) return 'born';
  if (asked.by === 'name') return sameFamily(asked.family, name) ? null : 'name';
  return numbersOf(identity.content.value, asked.by).includes(asked.number) ? null : 'number';
}

function numbersOf(
  { nhsNumber, otherNumbers }: Identity,
  by: 'nhs-number' | 'chi-number',
): readonly string[] {
  if (by === 'nhs-number')
    return nhsNumber.state === 'verified' || nhsNumber.state === 'unverified' ? [nhsNumber.value] : [];
  return otherNumbers.map(({ value }) => value.replace(/[\s-]/gu, ''));
}
