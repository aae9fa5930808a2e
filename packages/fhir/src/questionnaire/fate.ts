import type { FormQuestion } from '@ehch/clinical/form';

/**
 * The kinds of item that differ in what this product carries out. `closed`: nobody can answer it here, and
 * the screen says so.
 */
export type ItemKind = FormQuestion['type'] | 'group' | 'display' | 'total' | 'closed';

/**
 * What becomes of one element or extension of a form. It is carried out, or it is harmless for a reviewed
 * reason, or the screen names it. Whatever is on no list is named too: no part of a form is left out
 * silently.
 */
export interface Fate {
  /** Kinds of item for which it is carried out, or for which the code that reads it names what is not. */
  readonly read?: readonly ItemKind[];
  /** Kinds of item for which it cannot change what anybody answers or reads, with the reason. */
  readonly harmless?: readonly [why: string, where: readonly ItemKind[]];
  /** The words on screen for all other kinds of item. */
  readonly words?: string;
}

/** Fates by the name of an element, or by the URL of an extension. */
export type Fates = Readonly<Record<string, Fate>>;

const NUMBERS: readonly ItemKind[] = ['integer', 'decimal', 'quantity'];
const TEXTS: readonly ItemKind[] = ['text', 'open-choice'];
const QUESTIONS: readonly ItemKind[] = [...NUMBERS, ...TEXTS, 'choice', 'boolean', 'date', 'time'];
const NOT_ANSWERED: readonly ItemKind[] = ['display', 'closed'];
const EVERYWHERE: readonly ItemKind[] = [...QUESTIONS, ...NOT_ANSWERED, 'group', 'total'];

/** Groups of kinds of item, for fates that differ between them. */
export const WHERE = {
  numbers: NUMBERS,
  texts: TEXTS,
  questions: QUESTIONS,
  /** Displayed text, and items that nobody can answer here. */
  notAnswered: NOT_ANSWERED,
  everywhere: EVERYWHERE,
} as const;

/** Carried out for every kind of item. */
export const READ: Fate = { read: EVERYWHERE };

/** Harmless for every kind of item. */
export function harmless(why: string): Fate {
  return { harmless: [why, EVERYWHERE] };
}

/** Named on screen for every kind of item. */
export function namedWith(words: string): Fate {
  return { words };
}

/**
 * About an answer, so harmless where nobody answers. Carried out for these kinds of item, and named for
 * others.
 */
export function ofAnswers(words: string, ...read: readonly ItemKind[]): Fate {
  return { read, harmless: ['Nobody answers this here.', NOT_ANSWERED], words };
}
