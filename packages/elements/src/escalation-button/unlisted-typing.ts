import type { Unlisted } from '@ehch/clinical/thread';
import type { EscalationButtonPress } from './escalation-press.ts';
import { NOBODY_TYPED, unlistedOf, type UnlistedEntry } from './render-unlisted.ts';

type UnlistedPress = Extract<
  EscalationButtonPress,
  { kind: 'not-listed' | 'leave-unlisted' | 'type-unlisted' | 'go-on-unlisted' }
>;

/** Somebody who is not on the list, while they are being typed and afterwards. */
export class UnlistedTyping {
  /** What is being typed; `null`: nothing is. */
  entry: UnlistedEntry | null = null;
  /** Who was typed; `null`: nobody. */
  person: Unlisted | null = null;

  /** Takes a press. Returns whether a person was given just now. */
  take(action: UnlistedPress): boolean {
    switch (action.kind) {
      case 'not-listed':
        this.entry = NOBODY_TYPED;
        return false;
      case 'leave-unlisted':
        this.entry = null;
        return false;
      case 'type-unlisted':
        this.entry = { ...(this.entry ?? NOBODY_TYPED), [action.field]: action.text };
        return false;
      case 'go-on-unlisted':
        return this.#goOn();
    }
  }

  #goOn(): boolean {
    if (this.entry === null || this.entry.name.trim() === '') return false;
    this.person = unlistedOf(this.entry);
    this.entry = null;
    return true;
  }
}
