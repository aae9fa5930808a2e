import type { Recorded } from '@ehch/clinical';

/** Whether a fact is dated after today: a slip, or not yet true. It never leads. */
export function isFutureDated({ cautions }: Pick<Recorded, 'cautions'>): boolean {
  return cautions.includes('future-dated');
}

/** The facts that can have happened, in their order. */
export function happened<T extends Recorded>(facts: readonly T[]): readonly T[] {
  return facts.filter((one) => !isFutureDated(one));
}
