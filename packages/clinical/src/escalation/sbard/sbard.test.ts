import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scoreNews2 } from '../../instruments/news2/news2.ts';
import type { Caution } from '../../recorded.ts';
import type { AgreedLimits } from '../../resident/limits.ts';
import { allergyOf } from '../../resident/allergy.fixtures.ts';
import { NO_LIMITS } from '../../resident/limits.fixtures.ts';
import type { News2Entry } from '../../resident/measurements.ts';
import type { ResidentSections } from '../../resident/sections.ts';
import type { ResidentView } from '../../resident/view.ts';
import type { Section } from '../../section.ts';
import type { SbardInput } from './sbard.ts';
import { AGREED, AT, FACT, IDENTITY, SEEN, known, recorded, said, view } from './sbard.fixtures.ts';

const ALLERGIES = known<never>({ kind: 'not-recorded' });

test('S1: it begins with who rings and from where, and whom it is about', () => {
  assert.deepEqual(said().slice(0, 6), [
    'I am Sam Okafor, carer, calling from Rowan Court.',
    'The address is 1 Mill Lane, XX1 1XX.',
    'Say on which number you can be rung back.',
    'It is about BELL, Mary (Mrs), born 14 July 1941, 85 years old.',
    'NHS number 999 000 0018.',
    'Room 12.',
  ]);
});

test('S1: every state of a section has a sentence of its own, and no line is empty or says "null"', () => {
  const states: readonly (readonly [Section<never>, RegExp])[] = [
    [{ state: 'loading' }, /^Allergies: not known yet/],
    [{ state: 'withheld', why: 'role' }, /^Allergies: withheld/],
    [{ state: 'failed', error: { code: 'timeout' }, at: AT }, /^Allergies: could not be read/],
    [known({ kind: 'not-recorded' }), /^Allergies: not recorded/],
    [known<never>({ kind: 'disagree', sides: [], common: null }), /^Allergies: the records disagree/],
  ];
  for (const [state, words] of states) {
    const lines = said({ about: view(state) });
    assert.ok(
      lines.some((line) => words.test(line)),
      String(words),
    );
    for (const line of lines) assert.doesNotMatch(line, /null|undefined|^\W*$|\.\./);
  }
});

test('S1: what is recorded is said with its reaction, date and place, and a long list is counted', () => {
  const problem = (text: string) =>
    ({ ...FACT, text, status: 'active', severity: null, ended: null }) as const;
  const lines = said({
    about: view(known({ kind: 'not-recorded' }), {
      identity: recorded(IDENTITY),
      allergies: recorded([
        allergyOf(FACT, { substance: 'penicillin', reactions: [{ text: 'rash', severity: null }] }),
      ]),
      problems: recorded(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(problem)),
      limits: recorded({
        ...NO_LIMITS,
        wishes: [{ ...FACT, text: 'Stay here unless a fracture' }],
        cpr: [{ ...FACT, decision: 'do-not-attempt', reviewBy: null, originalAt: 'red folder, office' }],
      }),
    }),
  });
  assert.ok(lines.includes('Allergies: penicillin, allergy, rash.'));
  assert.ok(lines.includes('Known problems: a, b, c, d, e, f and 2 more.'));
  assert.ok(
    lines.includes('Not for CPR. This is about CPR only, decided 02-Jun-2026, original: red folder, office.'),
  );
});

test('S1: of two records that disagree both are said, with source and date', () => {
  const limits: Section<ResidentSections['limits']> = known({
    kind: 'disagree',
    common: null,
    sides: (['attempt', 'do-not-attempt'] as const).map((decision, index) => ({
      ...FACT,
      source: { label: index === 0 ? 'GP record' : 'Hospital letter' },
      value: { ...NO_LIMITS, cpr: [{ ...FACT, decision, reviewBy: null, originalAt: null }] },
    })),
  });
  const lines = said({ about: view(known({ kind: 'not-recorded' }), { limits }) });
  assert.ok(lines.includes('Agreed limits: the records disagree.'));
  assert.ok(lines.some((line) => line.startsWith('GP record, 02-Jun-2026: For CPR')));
  assert.ok(lines.some((line) => line.startsWith('Hospital letter, 02-Jun-2026: Not for CPR')));
});

test('S2: an incomplete set is no score, and a usual score that is not set is said', () => {
  const score = scoreNews2({ rr: 25, spo2: 97, scale: 1, oxygen: false, pulse: 112, acvpu: 'A' });
  const observations = { score, rr: 25, sbp: null, pulse: 112, spo2: 97, spo2Scale: 1, acvpu: 'A' } as const;
  const lines = said({ situation: { ...SEEN, observations } });
  assert.ok(
    lines.some((line) => line.startsWith('NEWS2: 5 of 7 parts, no score, at least 5.')),
    lines.join('\n'),
  );
  assert.ok(lines.includes('Missing: systolic blood pressure and temperature.'));
  assert.ok(lines.includes('The usual NEWS2 score is not set.'));
  assert.ok(said({ agreed: { ...AGREED, usual: 0 } }).includes('The usual NEWS2 score is 0.'));
});

test('S2: where no observations were taken, the last NEWS2 of the record is said with its day, and what was not read is not none', () => {
  const entry = (id: string, on: string | null, rr: number, cautions: readonly Caution[] = []) => {
    const score = scoreNews2({
      rr,
      spo2: 97,
      scale: 1,
      oxygen: false,
      sbp: 120,
      pulse: 80,
      acvpu: 'A',
      temp: 37,
    });
    return { ...FACT, id, on, cautions, score, importedTotal: null, disagrees: false } as const;
  };
  const story = (...scores: readonly News2Entry[]) => ({
    news2: recorded({ scores, usual: null, observations: [] }),
  });
  const told = (but: Partial<ResidentView['sections']>, change: Partial<SbardInput> = {}) =>
    said({ about: view(ALLERGIES, but), ...change }).filter((line) => line.includes('NEWS2 in the record'));
  const [older, newer] = [entry('a', '2026-11-18', 25), entry('b', '2026-11-20T08:10:00Z', 22)];
  assert.deepEqual(told(story(older, newer)), ['The last NEWS2 in the record is 2, 20-Nov-2026 08:10.']);
  assert.deepEqual(told(story(entry('c', '2027-01-01', 25, ['future-dated']), older)), [
    'The last NEWS2 in the record is 3, 18-Nov-2026.',
  ]);
  assert.deepEqual(told(story(entry('d', null, 22, ['unconfirmed']))), [
    'The last NEWS2 in the record is 2, date not recorded (unconfirmed).',
  ]);
  const doubted = entry('e', '2026-11-20T09:00:00Z', 16, ['mistaken-in-words']);
  assert.match(
    told(story(doubted, newer)).join(),
    /is 2, 20-Nov-2026 08:10; a later one is in doubt, 20-Nov-2026 09:00\.$/,
  );
  const none = ['A NEWS2 in the record has no score that can be read out.'];
  assert.deepEqual(told(story(entry('c', '2027-01-01', 25, ['future-dated']))), [
    'A NEWS2 in the record is dated in the future.',
  ]);
  const notScored = scoreNews2({ pregnant: true });
  assert.deepEqual(told(story({ ...older, score: notScored })), none);
  assert.deepEqual(told(story({ ...newer, score: notScored }, older)), [
    'The last NEWS2 in the record is 3, 18-Nov-2026; a later one has no total, 20-Nov-2026 08:10.',
  ]);
  assert.deepEqual(told(story()), ['NEWS2 in the record: nothing recorded.']);
  assert.deepEqual(told({ news2: { state: 'failed', error: { code: 'timeout' }, at: AT } }), [
    'NEWS2 in the record: could not be read.',
  ]);
  assert.deepEqual(told(story(older), { agreed: { ...AGREED, lastDays: true } }), []);
  assert.deepEqual(told(story(older), { isNews2Withdrawn: true }), []);
  const { score } = older;
  const observations = { score, rr: 25, sbp: 120, pulse: 80, spo2: 97, spo2Scale: 1, acvpu: 'A' } as const;
  assert.deepEqual(told(story(older), { situation: { ...SEEN, observations } }), []);
});

test('S2: in the last days no NEWS2 is said', () => {
  const lines = said({ agreed: { ...AGREED, lastDays: true } });
  assert.ok(!lines.some((line) => /NEWS2|usual score/.test(line)));
  assert.ok(lines.includes('This was expected. We ask what to do for comfort, and who comes.'));
});

test('S3: what a clinician wrote of the last days is read out, and its title once', () => {
  const wrote = (lastDays: Pick<NonNullable<AgreedLimits['lastDays']>, 'text' | 'notes'>) =>
    said({
      about: view(ALLERGIES, { limits: recorded({ ...NO_LIMITS, lastDays: { ...FACT, ...lastDays } }) }),
    });
  const notes = [{ text: 'Comfort, and ring the palliative line.', on: null, by: null }];
  const title = 'There is a plan for the last days of life';
  const yes = { text: 'Last days of life: Yes' };
  assert.ok(wrote({ ...yes, notes }).includes(`${title}: Yes. Comfort, and ring the palliative line.`));
  assert.ok(wrote(yes).includes(`${title}: Yes.`));
  assert.ok(wrote({ text: 'Mouth care each hour.' }).includes(`${title}: Mouth care each hour.`));
});

test('S3: people’s words stand as they wrote them, without a second full stop', () => {
  assert.ok(said({ words: 'Off legs since 10.' }).includes('In our words: “Off legs since 10.”'));
  assert.ok(said({ think: 'a chest infection.' }).includes('We think: a chest infection.'));
});

test('S1: a medicine on hold or past its end is counted, and one not to be given is named', () => {
  const medicine = (
    generic: string,
    status: 'in-use' | 'on-hold' | 'not-to-be-given',
    highRisk: readonly 'anticoagulant'[] = [],
  ) => ({
    ...FACT,
    generic,
    brand: null,
    form: null,
    dose: null,
    route: null,
    instructions: null,
    use: 'regular' as const,
    status,
    started: null,
    stopped: null,
    indication: null,
    statusReason: null,
    highRisk,
  });
  const medicines = [
    medicine('apixaban', 'in-use', ['anticoagulant']),
    medicine('senna', 'in-use'),
    medicine('ramipril', 'on-hold'),
    medicine('haloperidol', 'not-to-be-given'),
  ];
  const lines = said({
    about: view(known({ kind: 'not-recorded' }), { medicines: recorded({ medicines, reviewed: null }) }),
  });
  assert.ok(lines.includes('On hold, planned or past the end: ramipril.'), lines.join('\n'));
});

test('S1: about somebody who is not on the list it says that nothing was checked', () => {
  const lines = said({ about: { name: 'Joan Bell', born: null, room: '7' } });
  assert.deepEqual(said({ about: { name: 'Joan Bell', born: null, room: 'Room 7' } }), lines);
  assert.ok(lines.includes('It is about Joan Bell, date of birth not known.'));
  assert.ok(lines.includes('There is no record here, so nothing of this was checked.'));
});
