import type { PartOnScreen } from './page.ts';

const PARTS = ['nhsNumber', 'born', 'family', 'given'] as const;

/** One person of what several places say. What one does not say, another may. `null`: they contradict each other. */
export function agreed(people: readonly PartOnScreen[]): PartOnScreen | null {
  const whole: Record<keyof PartOnScreen, string | null> = {
    nhsNumber: null,
    born: null,
    family: null,
    given: null,
  };
  for (const person of people)
    for (const part of PARTS) {
      const [known, said] = [whole[part], person[part]];
      // The case of a name is no difference between two people.
      if (known !== null && said !== null && known.toLowerCase() !== said.toLowerCase()) return null;
      whole[part] ??= said;
    }
  return whole;
}
