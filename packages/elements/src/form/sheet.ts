import { answerOf } from '@ehch/clinical';
import type { Answer, FormQuestion, FormState, ItemKey } from '@ehch/clinical';
import type { FormHandlers, FormLook } from './look.ts';

/** What stands on the screen at one question and is no answer: text being typed, an opened part. */
export interface Note {
  /**
   * All text fields of the question, by name; while it is there they show this and not the answer, and a drawing in
   * between takes nothing from under the fingers.
   */
  readonly typed?: Readonly<Record<string, string>>;
  /** Why what is typed is no answer. */
  readonly refused?: string;
  /** The person is still in the middle of a date: why it is none yet is not said. */
  readonly within?: boolean;
  /** "Not assessed because…" is open. */
  readonly opened?: boolean;
  /** What a long list is searched for. */
  readonly search?: string;
}

type NoteChange = { readonly [P in keyof Note]?: Note[P] | undefined };

const NOTHING: Note = {};

/** What is typed goes, and with it that it was refused. */
export const FORGOTTEN: NoteChange = { typed: undefined, refused: undefined, within: undefined };

/** A form as it is drawn in one place. It holds what a drawing has to remember, and no answer. */
export class Sheet {
  look: FormLook;
  state: FormState;
  press: FormHandlers;
  /** The questions that are drawn. */
  readonly questions = new Map<ItemKey, FormQuestion>();
  readonly #notes = new Map<ItemKey, Note>();
  /** The answer that was there when text was typed. When another comes from elsewhere, the text gives way to it. */
  readonly #typedOver = new Map<ItemKey, Answer | null>();
  readonly #numbers = new Map<ItemKey, number>();

  constructor(look: FormLook, state: FormState, press: FormHandlers) {
    this.look = look;
    this.state = state;
    this.press = press;
  }

  /** Whether a state belongs on this sheet: nothing that was typed for one draft may stay for another. */
  holds({ form, draft }: FormState): boolean {
    const mine = this.state;
    return (
      mine.draft.id === draft.id &&
      mine.draft.resident === draft.resident &&
      mine.form.id === form.id &&
      mine.form.version === form.version
    );
  }

  /** Ids are numbered: an item's key may hold spaces, and those part the ids in a list of ids. */
  id(key: ItemKey, part = ''): string {
    const number = this.#numbers.get(key) ?? this.#numbers.size;
    this.#numbers.set(key, number);
    return `${this.look.idPrefix}${number}${part}`;
  }

  answer(key: ItemKey): Answer | null {
    return answerOf(this.state, key);
  }

  note(key: ItemKey): Note {
    const note = this.#notes.get(key) ?? NOTHING;
    if (note.typed === undefined) return note;
    const answer = this.answer(key);
    if (!this.#typedOver.has(key)) this.#typedOver.set(key, answer);
    if (this.#typedOver.get(key) === answer) return note;
    return this.change(key, FORGOTTEN);
  }

  /** Changes a note; `undefined` takes a part of it away. Its question is drawn again, whatever is changed. */
  change(key: ItemKey, change: NoteChange = {}): Note {
    const before = this.#notes.get(key) ?? NOTHING;
    const note = { ...before, ...change } as Note;
    this.#notes.set(key, note);
    if (note.typed === undefined) this.#typedOver.delete(key);
    // Not in the middle of a drawing: whoever is told may draw again.
    if (before.refused !== note.refused) {
      const { press } = this;
      queueMicrotask(() => press.refused?.(key, note.refused ?? null));
    }
    return note;
  }

  /** The answer that comes next is made of what is typed, and the text stays with it. */
  typedIsAnswered(key: ItemKey): void {
    this.#typedOver.delete(key);
  }
}
