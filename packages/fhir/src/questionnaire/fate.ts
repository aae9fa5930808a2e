import type { FormQuestion } from '@ehch/clinical/form';

/** An item as far as it matters for what can be carried out. `closed`: nobody can answer it here, and that is said. */
export type ItemKind = FormQuestion['type'] | 'group' | 'display' | 'total' | 'closed';

/**
 * What becomes of one element or extension of a form. It is carried out, or it is harmless for a reason that was reviewed, or it
 * is named where it stands. What is on no list is named too: nothing of a form is left out in silence.
 */
export interface Fate {
  /** Where it is carried out, or says itself what is not. */
  readonly read?: readonly ItemKind[];
  /** Where it could change nothing that anybody answers or reads, and why. */
  readonly harmless?: readonly [why: string, where: readonly ItemKind[]];
  /** What the reader is told anywhere else. */
  readonly words?: string;
}

export type Fates = Readonly<Record<string, Fate>>;

const NUMBERS: readonly ItemKind[] = ['integer', 'decimal', 'quantity'];
const TEXTS: readonly ItemKind[] = ['text', 'open-choice'];
const QUESTIONS: readonly ItemKind[] = [...NUMBERS, ...TEXTS, 'choice', 'boolean', 'date', 'time'];
const NOT_ANSWERED: readonly ItemKind[] = ['display', 'closed'];
const EVERYWHERE: readonly ItemKind[] = [...QUESTIONS, ...NOT_ANSWERED, 'group', 'total'];

export const WHERE = {
  numbers: NUMBERS,
  texts: TEXTS,
  questions: QUESTIONS,
  /** Words, and what nobody can answer here. */
  notAnswered: NOT_ANSWERED,
  everywhere: EVERYWHERE,
} as const;

export const READ: Fate = { read: EVERYWHERE };

export function harmless(why: string): Fate {
  return { harmless: [why, EVERYWHERE] };
}

/** Named wherever it stands. */
export function namedWith(words: string): Fate {
  return { words };
}

/** About an answer, and so harmless where there is none: carried out in these places, and named in others. */
export function ofAnswers(words: string, ...read: readonly ItemKind[]): Fate {
  return { read, harmless: ['Nobody answers this here.', NOT_ANSWERED], words };
}
