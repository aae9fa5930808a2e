import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assessments } from '@ehch/clinical/assessment';
import { instruments } from '@ehch/clinical/instruments';
import { checkSnomedId } from '@ehch/clinical/rules';
import { ABOUT_ME_HEADINGS } from './about-me.ts';
import { ACVPU_VALUES, ON_OXYGEN, ROOM_AIR } from './acvpu.ts';
import { FRAILTY_FINDINGS } from './frailty.ts';
import { IDDSI_LEVELS } from './iddsi.ts';
import { ATTORNEY_HEALTH, CPR_CODES, PREFERRED_PLACE } from './limits.ts';
import { NEGATIONS } from './negations.ts';
import { NEWS2_SUBSCORES } from './news2-subscores.ts';
import { CFS_LEVELS, OBSERVATION_CODES, observationCodes } from './observation-codes.ts';
import { CARE_AND_SUPPORT_PLAN } from './plans.ts';
import { RESIDENCE } from './residence.ts';
import { STRUCTURED_MEDICATION_REVIEW } from './reviews.ts';
import { LOINC, SNOMED } from './systems.ts';
import { WRITTEN_SCORES } from './written-scores.ts';

const SNOMED_IDS = [
  ...OBSERVATION_CODES.filter(({ system }) => system === SNOMED).map(({ code }) => code),
  ...CFS_LEVELS.keys(),
  ...ABOUT_ME_HEADINGS.keys(),
  ...ACVPU_VALUES.keys(),
  ...NEWS2_SUBSCORES.keys(),
  ...codesOf(SNOMED, CPR_CODES.keys()),
  ...RESIDENCE.keys(),
  ...FRAILTY_FINDINGS,
  ...NEGATIONS.filter(({ system }) => system === SNOMED).map(({ code }) => code),
  ...IDDSI_LEVELS.keys(),
  ON_OXYGEN,
  ROOM_AIR,
  ATTORNEY_HEALTH,
  PREFERRED_PLACE,
  CARE_AND_SUPPORT_PLAN,
  STRUCTURED_MEDICATION_REVIEW,
];

test('every SNOMED CT id passes its check digit and is a concept', () => {
  assert.ok(SNOMED_IDS.length > 70);
  for (const id of SNOMED_IDS) assert.deepEqual(checkSnomedId(id), { checkDigit: true, kind: 'concept' }, id);
});

test('every LOINC code passes its check digit', () => {
  for (const { system, code } of OBSERVATION_CODES) if (system === LOINC) assert.ok(passesLuhn(code), code);
  // Answer codes (LA…) compute their check digit in another way.
  const terms = codesOf(LOINC, CPR_CODES.keys()).filter((code) => !code.startsWith('LA'));
  for (const code of terms) assert.ok(passesLuhn(code), code);
});

test('no code has two meanings', () => {
  const keys = observationCodes().map(({ system, code }) => `${system}|${code}`);
  assert.equal(new Set(keys).size, keys.length);
});

test('the reader does not ask for the children’s early warning score', () => {
  assert.ok(!observationCodes().some(({ code }) => code === '1363261000000104'));
});

/** The codes of one system among keys of the form "system|code". */
function codesOf(system: string, keys: Iterable<string>): readonly string[] {
  return [...keys].flatMap((key) => (key.startsWith(`${system}|`) ? [key.slice(system.length + 1)] : []));
}

/** LOINC's check digit: modulus 10, which doubles every second digit from the right. */
function passesLuhn(code: string): boolean {
  const [body = '', check] = code.split('-');
  const sum = Array.from(body)
    .toReversed()
    .reduce((total, digit, place) => {
      const number = Number(digit) * (place % 2 === 0 ? 2 : 1);
      return total + (number > 9 ? number - 9 : number);
    }, 0);
  return Number(check) === (10 - (sum % 10)) % 10;
}

test('the reader asks for every instrument of the registry under the code that its score is written with', () => {
  assert.deepEqual(
    WRITTEN_SCORES.toSorted(),
    [
      ...instruments.map(({ id }) => id),
      ...assessments.filter(({ deficits }) => deficits !== null).map(({ id }) => `${id}-frailty-index`),
    ].toSorted(),
  );
});
