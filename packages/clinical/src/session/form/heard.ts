import type { Receipt } from '../../ports/care-actions.ts';

/** What a port said of an intent so far. */
export interface Heard {
  /** `null`: no port took it, or none has said more. */
  readonly receipt: Receipt | null;
  /** Whether something has said that it outlives this page. What is refused, or not known, is still where it was before. */
  readonly isKept: boolean;
}

export const NOTHING_HEARD: Heard = { receipt: null, isKept: true };

/** What is known of an intent once the port has said this. */
export function heard(receipt: Receipt | null, before?: Heard): Heard {
  switch (receipt?.state) {
    case 'held-in-memory':
      return { receipt, isKept: false };
    case 'unknown':
    case 'refused':
      return { receipt, isKept: before?.isKept ?? false };
    default:
      return { receipt, isKept: true };
  }
}
