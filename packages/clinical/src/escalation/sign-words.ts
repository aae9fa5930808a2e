import { DANGER_SIGNS } from './danger-signs.ts';
import { SOFT_SIGNS } from '../instruments/soft-signs/soft-sign-list.ts';
import { RED_FLAGS } from './ladder.ts';

const WORDS = new Map<string, string>([
  ...DANGER_SIGNS.signs.map(({ id, text }) => [id, text] as const),
  ...SOFT_SIGNS.map(([id, text]) => [id, text] as const),
  ...RED_FLAGS.map(({ id, text }) => [id, text] as const),
]);

/** A ticked sign in words. A sign that a later version has added stands as its id, so that none is left out. */
export function signWords(id: string): string {
  return WORDS.get(id) ?? id;
}
