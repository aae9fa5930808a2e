import type { Random } from '../../../dev-server/src/sample-home/random.ts';

export { seeded, type Random } from '../../../dev-server/src/sample-home/random.ts';

/** One of several, each as likely. @throws {Error} for none */
export function oneOf<T>(random: Random, several: readonly T[]): T {
  const one = several[Math.floor(random() * several.length)];
  if (one === undefined) throw new Error('There is nothing to choose from.');
  return one;
}
