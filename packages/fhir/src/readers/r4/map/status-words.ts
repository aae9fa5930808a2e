import { byCode } from '../../../by-code.ts';
import { conceptWords, namesOf, statusCode, type ConceptLike } from '../../../coding.ts';
import { joined, words } from '../../../text.ts';
import type { Cautions } from '../cautions.ts';

/**
 * A status by its code, or by words that are one of the codes. Any other status gives `null` and goes to
 * "more in the record": none is invented.
 */
export function statusIn<C extends string>(
  concept: ConceptLike | undefined,
  codes: readonly C[],
  cautions: Cautions,
): C | null {
  const coded = statusesDiffer(concept, cautions) ? activeOf(codes) : statusCode(concept, codes);
  const said = namesOf(concept).map((text) => text.toLowerCase());
  const worded = codes.find((code) => said.includes(code)) ?? null;
  const status = coded ?? worded;
  const text = conceptWords(concept, new Set());
  if (status === null && text !== null) {
    cautions.add('partly-unreadable');
    cautions.leave('clinical status', text);
  } else if (coded !== null && worded === null && words(concept?.text) !== null) {
    // Words beside the code may say more than the code.
    cautions.leave('clinical status', words(concept?.text));
  }
  return status;
}

const IN_FORCE: readonly string[] = ['active', 'recurrence', 'relapse'];

/**
 * Whether two codes contradict each other: one is in force and the other is not. "Resolved" is a kind of
 * "inactive", so these agree.
 */
function statusesDiffer(concept: ConceptLike | undefined, cautions: Cautions): boolean {
  const known = (concept?.coding ?? []).flatMap(({ code = '' }) => (STATUSES.includes(code) ? [code] : []));
  const differ = new Set(known.map((code) => IN_FORCE.includes(code))).size > 1;
  if (differ) cautions.add('contradicts-itself');
  return differ;
}

const STATUSES: readonly string[] = [...IN_FORCE, 'inactive', 'remission', 'resolved'];

/** Of two codes that differ, the one in force. Whatever may apply must not be listed as past. */
function activeOf<C extends string>(codes: readonly C[]): C | null {
  return codes.find((code) => code === 'active') ?? null;
}

const UNSURE = byCode<string>({
  unconfirmed: 'unconfirmed',
  provisional: 'provisional',
  differential: 'one of several possible',
});

const IN_WORDS = [
  {
    caution: 'mistaken-in-words',
    pattern: /\b(error|mistake[n]?|mistakenly|refuted|ruled out|disproved|not confirmed as)\b/i,
  },
  {
    caution: 'unconfirmed',
    pattern:
      /\b(unconfirmed|provisional|suspected|possible|probable|differential|query|presumed|tentative)\b|\?/i,
  },
] as const;

/** R4 allergyintolerance-verification and condition-ver-status. */
const SURE = ['unconfirmed', 'provisional', 'differential', 'confirmed'] as const;

const CODES: readonly string[] = [...SURE, 'refuted', 'entered-in-error'];

/**
 * How certain a record is, in words. `null`: it is confirmed, or says nothing. Records that are refuted by
 * their codes alone were set aside before.
 */
export function verificationOf(concept: ConceptLike | undefined, cautions: Cautions): string | null {
  const code = statusCode(concept, SURE);
  if (statusCode(concept, ['refuted', 'entered-in-error']) !== null) cautions.add('contradicts-itself');
  if (code !== null && code !== 'confirmed') cautions.add('unconfirmed');
  const codes = (concept?.coding ?? []).flatMap((coding) => words(coding.code) ?? []);
  // A code in capitals is no code of R4, and still a word.
  const unknown = code === null ? codes.filter((text) => !CODES.includes(text)) : [];
  const said = [...namesOf(concept), ...unknown].filter((text) => text.toLowerCase() !== code);
  for (const { caution, pattern } of IN_WORDS)
    if (said.some((text) => pattern.test(text))) cautions.add(caution);
  const own = code === null ? null : (UNSURE[code] ?? null);
  const inWords = said.find((text) => text.toLowerCase() !== 'confirmed') ?? null;
  return (
    joined([own, inWords], ', ') ?? (code === null ? notConfirmed(conceptWords(concept, new Set())) : null)
  );
}

function notConfirmed(text: string | null): string | null {
  return text?.toLowerCase() === 'confirmed' ? null : text;
}
