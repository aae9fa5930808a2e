import type { Caution } from '@ehch/clinical';
import { byCode } from '../../../by-code.ts';
import { conceptWords, type ConceptLike } from '../../../coding.ts';
import { joined } from '../../../text.ts';
import { nameOf } from '../author.ts';
import { Cautions } from '../cautions.ts';
import type { Held, PatientRecord } from '../record.ts';
import { deathOf } from './death.ts';

/**
 * HL7 discharge-disposition: another place of health care, a hospice, a psychiatric or rehabilitation unit, a
 * death.
 */
const ELSEWHERE: readonly string[] = ['other-hcf', 'hosp', 'psy', 'rehab', 'exp'];

/** HL7 discharge-disposition in words, for senders that leave the words out. */
const WORDS = byCode<string>({
  home: 'home',
  'alt-home': 'another home',
  'other-hcf': 'another place of health care',
  hosp: 'hospice',
  long: 'long-term care',
  aadvice: 'left against advice',
  exp: 'nowhere, died there',
  psy: 'psychiatric hospital',
  rehab: 'rehabilitation',
  snf: 'nursing home',
});

/** How a stay ended, in its own words, else in those of its code. */
export function dispositionWords(how: ConceptLike | undefined, cautions: Set<Caution>): string | null {
  const doubts = new Set<Caution>();
  const said = conceptWords(how, doubts);
  const known = doubts.has('code-only') ? WORDS[said ?? ''] : undefined;
  if (known !== undefined) return known;
  for (const doubt of doubts) cautions.add(doubt);
  return said;
}

/** [P] Words for a death, and for places that are surely not the home. */
const DIED = /\b(?:died|dead|deceased|death|expired|mortuary)\b/i;
const NOT_HOME = /\b(?:hospices?|hospitals?|infirmary|rehabilitation|not (?:usual|home)|other than)\b/i;

/**
 * Where a stay ended, if that is surely not the home: another hospital, a hospice, or a death. `null`: nothing
 * says so.
 */
export function dischargedTo(
  record: PatientRecord,
  held: Held<'Encounter'>,
  cautions: Cautions,
): string | null {
  const { dischargeDisposition: how, destination } = held.value.hospitalization ?? {};
  const codes = (how?.coding ?? []).flatMap(({ code }) => code ?? []);
  const way = dispositionWords(how, new Set());
  const said = joined([way, nameOf(record, destination, held)], ', ') ?? '';
  const hasDied = DIED.test(said) || codes.includes('exp');
  const isSaid = record.patient !== null && deathOf(record.patient, new Cautions()).state === 'died';
  if (hasDied && !isSaid) cautions.add('death-disputed');
  return hasDied || NOT_HOME.test(said) || codes.some((code) => ELSEWHERE.includes(code)) ? said : null;
}
