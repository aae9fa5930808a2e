import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CPR_WORDINGS } from '../../../codes/cpr-wordings.ts';
import { cprMeaning, plainCpr } from './cpr-words.ts';

/** Other spellings of wordings in the table, which need no line there, because `plainCpr` makes them equal. */
const SPELLINGS = {
  'do-not-attempt': [
    'DNAR',
    'DNR',
    'DNA CPR',
    'Do not resuscitate',
    'Do not attempt resuscitation',
    'Do not attempt cardiopulmonary resuscitation',
    'Do not attempt CPR',
    'Not for resus',
    'Not for resuscitation',
    'Not for attempted resuscitation',
    'Not for attempted cardiopulmonary resuscitation',
    'No resuscitation',
    'No cardiopulmonary resuscitation',
    'Patient is not for resuscitation',
    'Do not resuscitate status',
    'Do not resuscitate order',
  ],
  attempt: [
    'For resus',
    'For resuscitation',
    'For full resuscitation',
    'For attempted resuscitation',
    'For cardiopulmonary resuscitation',
    'For attempted cardiopulmonary resuscitation',
    'Attempt resuscitation',
    'Attempt cardiopulmonary resuscitation',
    'Patient is for resuscitation',
    'Resident is for resuscitation',
  ],
  undecided: [
    'Discussion about resuscitation',
    'Resuscitation discussed',
    'No resuscitation decision',
    'Resuscitation status unknown',
    'Resuscitation status not known',
  ],
  question: [
    'Resus',
    'Resuscitation',
    'Cardiopulmonary resuscitation',
    'Resus status',
    'Resuscitation status',
    'Resuscitation decision',
    'Resuscitation preference',
    'Resuscitation order',
    'Resuscitation orders',
    'Cardiopulmonary resuscitation status',
    'Cardiopulmonary resuscitation decision',
    'Cardiopulmonary resuscitation orders',
    'Thoughts on resuscitation',
  ],
};

const rowsOf = (table: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(table).flatMap(([meaning, wordings]) =>
    wordings.map((wording) => [meaning, wording] as const),
  );
const rows = rowsOf(CPR_WORDINGS);

test('the table of wordings about CPR has at least 120 with a meaning of their own', () => {
  assert.ok(new Set(rows.map(([, wording]) => plainCpr(wording))).size >= 120);
});

test('no wording occurs twice, and none under two meanings', () => {
  const plain = rows.map(([, wording]) => plainCpr(wording));
  assert.deepEqual(
    plain.filter((wording, at) => plain.indexOf(wording) !== at),
    [],
  );
});

test('every wording of the table, in every spelling, means what its list says, in any case and with a full stop', () => {
  for (const [meaning, wording] of [...rows, ...rowsOf(SPELLINGS)]) {
    const expected = meaning === 'not-about' ? null : meaning;
    for (const text of [wording, wording.toUpperCase(), `${wording}.`, ` ${wording} `])
      assert.equal(cprMeaning(text), expected, text);
  }
});

// New wordings, none of them word for word in the table.
for (const [text, meaning] of [
  ['Do Not Attempt Cardiopulmonary Resuscitation (DNACPR) order', 'do-not-attempt'],
  ['DNACPR - do not attempt cardiopulmonary resuscitation', 'do-not-attempt'],
  ['Not for attempted cardio-pulmonary resuscitation (finding)', 'do-not-attempt'],
  ['D.N.A.R.', 'do-not-attempt'],
  ['Do not attempt CPR: DNAR', 'do-not-attempt'],
  ["Don't resuscitate", 'do-not-attempt'],
  ['Resuscitation status: not for CPR', 'do-not-attempt'],
  ['CPR attempts NOT recommended: Adult or child', 'do-not-attempt'],
  ['CPR attempts recommended (adult or child)', 'attempt'],
  ['For resuscitation (finding)', 'attempt'],
  ['Full Code', 'attempt'],
  ['DNACPR: discussed', 'unclear'],
  ['DNACPR: No', 'unclear'],
  ['Not for CPR (in hospital only)', 'unclear'],
  ['Not for CPR unless choking', 'unclear'],
  ['For CPR, not for DNACPR', 'unclear'],
  ['Not for CPR; for CPR if witnessed', 'unclear'],
  ['For modified CPR, as detailed above', 'unclear'],
  ['DNACPR in red folder', 'unclear'],
  ['Was for CPR', 'unclear'],
  ['No. CPR to be attempted', 'unclear'],
  ['No, CPR', 'unclear'],
  ['[ ] DNACPR', 'unclear'],
  ['DNACPR ✗', 'unclear'],
  ['Not DNACPR', 'unclear'],
  ['DNACPR N/A', 'unclear'],
  ['Not for resuscitation (NFR)', 'do-not-attempt'],
  ['Allow natural death: A.N.D.', 'unclear'],
  ['AND order', 'unclear'],
  ['NFR', 'unclear'],
  ['N.F.R.', 'unclear'],
  ['NFCPR', 'unclear'],
  ['DNAPCR', 'unclear'],
  ['DNCPR in place', 'unclear'],
  ['Stop CPR', 'unclear'],
  ['Not for chest compressions', 'unclear'],
  ['Not for 2222 call', 'unclear'],
  ['Not for R', 'unclear'],
  ['Not for R/V', null],
  ['Code status: Full', 'unclear'],
  ['Code status: full code', 'attempt'],
  ['Seen by podiatrist AND in place of safety', null],
  ['DNA PCR test', null],
  ['Chest compressions', 'question'],
  ['Resus?', 'question'],
  ['?DNACPR', 'question'],
  ['For CPR?', 'question'],
  ['C-reactive protein', null],
  ['Codeine', null],
  ['Dnarova', null],
] as const) {
  test(`"${text}" is ${meaning ?? 'not about CPR'}`, () => assert.equal(cprMeaning(text), meaning));
}

for (const text of [
  'uDNACPR',
  'DNACPRs',
  'Not4CPR',
  'Not for C.P.R.',
  'Not for resusitation',
  'No defibrillation',
]) {
  test(`"${text}" is about CPR, understood or not`, () => assert.notEqual(cprMeaning(text), null));
}
