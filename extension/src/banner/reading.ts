import type { Adapter } from '../hosts/binding.ts';
import type { Field } from '../hosts/template.ts';
import type { OnScreen } from '../messages/page.ts';

/** What a page's banner says at one moment: nobody, one person, or something that cannot be told apart. */
export type Reading =
  | { readonly kind: 'none' }
  | { readonly kind: 'ambiguous'; readonly adapter: Adapter; readonly elements: readonly ReadElement[] }
  | {
      readonly kind: 'person';
      readonly adapter: Adapter;
      readonly elements: readonly ReadElement[];
      readonly person: OnScreen;
    };

/** An element that was read, with its exact text, so that the smallest change is noticed. */
export interface ReadElement {
  readonly element: Element;
  readonly read: Field['read'];
  readonly raw: string;
  /** Whether a person could see it as it was read. */
  readonly isSeen: boolean;
}

export const NOBODY: Reading = { kind: 'none' };

/** Whether two readings say the same, whichever elements the words stood in. */
export function sameReading(one: Reading, other: Reading): boolean {
  if (one.kind === 'none' || other.kind === 'none') return one.kind === other.kind;
  return (
    one.kind === other.kind && one.adapter.id === other.adapter.id && lettersOf(one) === lettersOf(other)
  );
}

// The person is part of it too: parsing depends on the adapter as well as on the raw text.
function lettersOf(reading: Reading): string {
  return reading.kind === 'none'
    ? ''
    : JSON.stringify([reading.elements.map(({ raw }) => raw), personOf(reading)]);
}

function personOf(reading: Reading): OnScreen | null {
  return reading.kind === 'person' ? reading.person : null;
}
