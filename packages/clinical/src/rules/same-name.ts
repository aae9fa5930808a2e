import { plainText } from '../display/plain-text.ts';
import type { PersonName, ResidentId } from '../resident/identity.ts';

export interface NamedResident {
  readonly id: ResidentId;
  readonly name: PersonName | null;
}

/**
 * Groups residents whose names could be confused: the family name and one given name are alike. Each group holds two or
 * more ids, in their original order.
 *
 * [P] Two names are alike if they are equal without case, accents, hyphens and spaces. They are also alike if they
 * have four letters or more and differ in one letter or in two swapped neighbours, or if {@link soundOf} gives the
 * same consonants. The rule prefers to warn too often. It never matches or merges anybody.
 */
export function sameNameResidents(residents: readonly NamedResident[]): readonly (readonly ResidentId[])[] {
  const people = residents.map(({ id, name }) => ({ id, ...partsOf(name) }));
  const groups: (typeof people)[] = [];
  for (const person of people) {
    const near = groups.filter((group) => group.some((other) => mistakable(person, other)));
    const merged = people.filter((one) => one === person || near.some((group) => group.includes(one)));
    for (const group of near) groups.splice(groups.indexOf(group), 1);
    groups.push(merged);
  }
  return groups.filter((group) => group.length > 1).map((group) => group.map(({ id }) => id));
}

interface Parts {
  readonly family: string;
  readonly given: readonly string[];
}

function partsOf(name: PersonName | null): Parts {
  if (name === null) return { family: '', given: [] };
  if (name.family !== null || name.given.length > 0) {
    return { family: fold(name.family ?? ''), given: name.given.flatMap((one) => words(one)) };
  }
  // For a name in one text, the last word counts as the family name: a guess, but good enough for a warning.
  const all = words((name.text ?? '').replace(/^(mr|mrs|miss|ms|mx|dr|prof|rev|sir)\.?\s+/i, ''));
  return { family: all.at(-1) ?? '', given: all.slice(0, -1) };
}

function mistakable(a: Parts, b: Parts): boolean {
  return alike(a.family, b.family) && a.given.some((one) => b.given.some((other) => alike(one, other)));
}

function alike(a: string, b: string): boolean {
  if (a === '' || b === '') return false;
  if (a === b) return true;
  const sound = soundOf(a);
  if (sound.length > 1 && sound === soundOf(b)) return true;
  return a.length >= 4 && b.length >= 4 && oneSlipApart(a, b);
}

// The order matters: a soft "c" is replaced before a hard one.
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/ph|v/g, 'f'],
  [/c(?=[eiy])|z/g, 's'],
  [/[cq]/g, 'k'],
  [/x/g, 'ks'],
  [/(?<!^)[aehiouwy]/g, ''],
  [/(.)\1+/g, '$1'],
];

/** The first letter and the consonants of a folded name, one spelling to a sound: Catherine and Kathryn give `ktrn`. */
function soundOf(folded: string): string {
  return SPELLINGS.reduce((sound, [spelling, one]) => sound.replace(spelling, one), folded);
}

function oneSlipApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  if (long.length > short.length) return short.slice(start) === long.slice(start + 1);
  if (short.slice(start + 1) === long.slice(start + 1)) return true;
  const swapped = `${short[start + 1] ?? ''}${short[start] ?? ''}`;
  return swapped === long.slice(start, start + 2) && short.slice(start + 2) === long.slice(start + 2);
}

function words(text: string): readonly string[] {
  return plainText(text).split(' ').map(fold).filter(Boolean);
}

function fold(text: string): string {
  return plainText(text)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');
}
