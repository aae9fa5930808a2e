import type { Receipt } from '../ports/care-actions.ts';

/** How far the port has come with one press. */
export type Handing =
  /** Handed over, and the port has not said yet what became of it. */
  | { readonly state: 'on-its-way' }
  /** The port said what is true. */
  | { readonly state: 'told'; readonly receipt: Receipt }
  /** The port failed, or said nothing within 30 seconds. The press stands on screen, and can be pressed again. */
  | { readonly state: 'not-known'; readonly why: 'failed' | 'silent' };

/** A press with what became of it. */
export interface Handed {
  readonly handing: Handing;
}

/** Whether a port neither refused a press nor had it given up: what does not stand, nobody else will ever hear of. */
export function stands({ handing }: Handed): boolean {
  return handing.state !== 'told' || !['refused', 'given-up'].includes(handing.receipt.state);
}

/** Whether nobody has to hear of a press any more: a port has taken it over, or a person gave it up. */
export function isSettled({ handing }: Handed): boolean {
  return handing.state === 'told' && handing.receipt.state !== 'refused';
}

/** Whether what is said of a press counts. A late failure never takes back what the port has said (SPEC S5). */
export function isNews(before: Handed | undefined | null, { state }: Handing): before is Handed {
  if (before === undefined || before === null) return false;
  return before.handing.state !== 'told' || state !== 'not-known';
}
