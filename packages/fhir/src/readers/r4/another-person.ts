import { byCode } from '../../by-code.ts';
import { NHS_NUMBER } from '../../codes/systems.ts';
import { listAt, textAt, type JsonObject } from '../../entry.ts';
import { identifiersOf } from './patient-identifiers.ts';

/**
 * Whether two Patient records under one id are about two people. They are if the NHS numbers differ, or if
 * both the birth dates and the family names differ. One difference alone may be a correction or a marriage.
 */
export function isAnotherPerson(a: JsonObject, b: JsonObject): boolean {
  if (differ(nhsNumbers(a), nhsNumbers(b))) return true;
  return differ(births(a), births(b)) && differ(families(a), families(b));
}

/** Both lists have values, and share none. A missing value proves nothing. */
function differ(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && b.length > 0 && !a.some((one) => b.includes(one));
}

/**
 * Whether the words of a reference to the resident name somebody else. They must be at least two words, none
 * of them in any name of the resident. Initials and "Patient 12" name nobody.
 */
export function isNamedAsAnother(reference: JsonObject, patient: JsonObject | null): boolean {
  const words = textAt(reference, 'display');
  const display = namesIn(words);
  // A husband and wife in one home share the family name, and not the title.
  const title = TITLES[/^\s*(mr|mrs|miss|ms)\b/i.exec(words ?? '')?.[1]?.toLowerCase() ?? ''];
  const gender = textAt(patient, 'gender');
  if (title !== undefined && (gender === 'male' || gender === 'female') && title !== gender) return true;
  const own = listAt(patient, 'name').flatMap((name) => [
    ...namesIn(textAt(name, 'family')),
    ...namesIn(textAt(name, 'text')),
    ...listAt(name, 'given').flatMap((given) => namesIn(typeof given === 'string' ? given : null)),
  ]);
  return display.length > 1 && own.length > 0 && !display.some((word) => own.includes(word));
}

const TITLES = byCode<string>({ mr: 'male', mrs: 'female', miss: 'female', ms: 'female' });

/** Titles and roles, which are no part of a name. */
const NO_NAMES = /^(mr|mrs|miss|ms|mx|dr|prof|sir|dame|the|patient|resident|client|person|subject)$/;

// Accents are dropped, because one system writes "Zoë" and another "Zoe".
function namesIn(text: string | null): readonly string[] {
  const plain = (text ?? '').toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
  return (plain.match(/\p{L}{2,}/gu) ?? []).filter((word) => !NO_NAMES.test(word));
}

function nhsNumbers(raw: JsonObject): readonly string[] {
  return identifiersOf(raw).flatMap(({ system, value }) => (system === NHS_NUMBER ? [value] : []));
}

function births(raw: JsonObject): readonly string[] {
  // A birth date may come with a time. Only the day tells people apart.
  return textAt(raw, 'birthDate')?.split('T').slice(0, 1) ?? [];
}

function families(raw: JsonObject): readonly string[] {
  return listAt(raw, 'name').flatMap((name) => {
    const family = textAt(name, 'family') ?? textAt(name, 'text')?.split(' ').at(-1);
    return family?.trim().toLowerCase() ?? [];
  });
}
