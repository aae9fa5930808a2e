import type { PartOnScreen } from './page.ts';

/** One person of what several places say. What one does not say, another may. `null`: they contradict each other. */
export function agreed(people: readonly PartOnScreen[]): PartOnScreen | null {
  let whole: PartOnScreen = { nhsNumber: null, born: null, family: null, given: null };
  for (const person of people) {
    const isSame = (Object.keys(whole) as (keyof PartOnScreen)[]).every(
      (part) => whole[part] === null || person[part] === null || isSameText(whole[part], person[part]),
    );
    if (!isSame) return null;
    const { nhsNumber, born, family, given } = person;
    whole = {
      nhsNumber: whole.nhsNumber ?? nhsNumber,
      born: whole.born ?? born,
      family: whole.family ?? family,
      given: whole.given ?? given,
    };
  }
  return whole;
}

function isSameText(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
