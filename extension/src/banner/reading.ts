import type { Adapter } from '../hosts/binding.ts';
import type { Field } from '../hosts/template.ts';
import type { OnScreen, PartOnScreen } from '../messages/page.ts';

/** What a page's banner says at one moment: nobody, one person, or something that cannot be told apart. */
export type Reading =
  | { readonly kind: 'none' }
  | { readonly kind: 'ambiguous'; readonly adapter: Adapter; readonly elements: readonly ReadElement[] }
  | {
      readonly kind: 'person';
      readonly adapter: Adapter;
      readonly elements: readonly ReadElement[];
      readonly person: OnScreen;
    }
  /** One frame of several, of which each shows a part of the same person. */
  | {
      readonly kind: 'part';
      readonly adapter: Adapter;
      readonly elements: readonly ReadElement[];
      readonly person: PartOnScreen;
    };

/** Where something was read, so that the same place can be read again. */
export interface Source {
  readonly element: Element;
  /** `nothing`: only whether the element is shown counts. */
  readonly read: Field['read'] | 'text after' | 'nothing';
  /**
   * What a person must be able to see of it: all its words; the words of a date beside its hidden copies; or merely
   * that the element is shown, as of a label.
   */
  readonly sight: 'words' | 'date' | 'shown';
}

/** A place that was read, with its exact text, so that the smallest change is noticed. */
export interface ReadElement extends Source {
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

// The person is part of it too: parsing depends on the adapter as well as on the raw text. Words that nobody sees count
// for nothing, so a change in them ends no reading.
function lettersOf(reading: Reading): string {
  return reading.kind === 'none'
    ? ''
    : JSON.stringify([
        reading.elements.flatMap(({ raw, isSeen }) => (isSeen ? [raw] : [])),
        'person' in reading ? reading.person : null,
      ]);
}
