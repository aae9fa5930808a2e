import { lines } from '../../../text.ts';
import type { Annotation } from '../datatypes.ts';
import type { Held } from '../record.ts';

/** [P] Words after which a text says more than "none". */
export const EXCEPT =
  /\b(except(?:ing|ion)?|but|apart|than|besides|only|excluding|bar|aside|although|however|unless)\b/;

const WHO =
  '(?:(?:her|his|their|the) )?(?:resident|patient|family|daughter|son|wife|husband|partner|sister|brother|next of kin|nok|carers?|nurse|staff|gp|surgery|pharmacist|pharmacy|hospital|scr|summary care record)(?: herself| himself)?';

/** [P] A note that only says how somebody asked. */
export const HOW_ASKED = new RegExp(
  `^(?:re-?)?(?:checked|confirmed|verified|reviewed|discussed|asked|told|reported|stated|said)(?: (?:with|by|from|to) ${WHO}(?: and ${WHO})*)?[.]?$`,
  'i',
);

/**
 * Texts beside a "none" that may limit it: "except penicillin". [P] Nobody can list all wordings of an
 * exception. So every text counts, unless it only says how somebody asked.
 */
export function limitsOfNone(
  held: Held,
  beside: readonly (string | null | undefined)[],
  repeats: (text: string) => boolean,
): readonly string[] {
  // A narrative that a person wrote may say what no element says.
  const narrative = held.more.filter(({ name }) => name === 'narrative');
  const texts = [...beside, ...[...notesOf(held), ...narrative].map(({ text }) => text)].flatMap(
    (text) => lines(text) ?? [],
  );
  return [...new Set(texts)].filter((text) => !HOW_ASKED.test(text) && !repeats(text));
}

/** Notes that the statement itself does not contain. A note with an author or a date stays, to show these. */
export function notesBeside(held: Held, said: readonly string[]): readonly Annotation[] {
  return notesOf(held).filter(
    ({ text, time, authorString, authorReference }) =>
      !said.includes(lines(text) ?? '') || (time ?? authorString ?? authorReference) !== undefined,
  );
}

function notesOf({ value }: Held): readonly Annotation[] {
  return 'note' in value ? (value.note ?? []) : [];
}
