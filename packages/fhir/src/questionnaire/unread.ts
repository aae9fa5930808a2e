import type { ItemKey } from '@ehch/clinical/form';

/** Something in a response that has no place in the draft, as it was found. */
export interface Unread {
  readonly linkId: string | null;
  /** The group or question that it stood under, in its row; `null`: at the top, or it is about the whole response. */
  readonly under: ItemKey | null;
  readonly why:
    /** The form has no such item, or not there. */
    | 'no-such-item'
    /** The question takes no such answer. */
    | 'does-not-fit'
    /** The question takes one answer, and there are several. */
    | 'too-many'
    /** A calculated value that does not come out of these answers here. */
    | 'other-total'
    /** It carries a modifier that may turn its meaning. */
    | 'unknown-modifier'
    /** The response does not say when it was answered: the draft has the moment that it was saved, or the present one. */
    | 'not-dated'
    /** A part of an item that has no place here, such as a comment. */
    | 'no-place';
  readonly json: unknown;
}
