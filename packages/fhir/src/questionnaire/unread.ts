import type { ItemKey } from '@ehch/clinical/form';

/** A part of a response that has no place in the draft, as it was found. */
export interface Unread {
  readonly linkId: string | null;
  /**
   * The group or question that it belongs to, with its row. `null`: it is at the top, or about the whole
   * response.
   */
  readonly under: ItemKey | null;
  readonly why:
    /** The form has no such item, or not in this place. */
    | 'no-such-item'
    /** The question does not take such an answer. */
    | 'does-not-fit'
    /** The question takes one answer, and the response has several. */
    | 'too-many'
    /** A calculated value that these answers do not give here. */
    | 'other-total'
    /** It has a modifier that may reverse its meaning. */
    | 'unknown-modifier'
    /** The response has no moment. The draft has the present one, in dispute until a person says when it was. */
    | 'not-dated'
    /** A part of an item that the draft has no place for, such as a comment. */
    | 'no-place';
  readonly json: unknown;
}
