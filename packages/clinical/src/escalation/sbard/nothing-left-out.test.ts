import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scoreNews2 } from '../../instruments/news2/news2.ts';
import { allergyOf } from '../../resident/allergy.fixtures.ts';
import { NO_LIMITS } from '../../resident/limits.fixtures.ts';
import type { ResidentSections } from '../../resident/sections.ts';
import type { Section } from '../../section.ts';
import type { AgreedNow, Situation } from '../situation.ts';
import { AGREED, FACT, SEEN, known, recorded, said, view } from './sbard.fixtures.ts';

const PENICILLIN = { substance: 'penicillin' };

const QUIET: Situation = { ...SEEN, signs: [], isWorried: false };

test('S1: every danger sign that was pressed is said first, and for 999 whether there is breathing', () => {
  const lines = said({ words: '', situation: { ...QUIET, dangers: ['chest-pain', 'bleeding'] } });
  assert.ok(lines.includes('Danger now: chest pain and heavy bleeding.'), lines.join('\n'));
  const breathing = lines.findIndex((line) => /breathing/.test(line));
  assert.ok(breathing >= 0 && breathing < lines.indexOf('Danger now: chest pain and heavy bleeding.'));
});

test('S1: a sign says whether it is usual, a worry is said beside signs, and so is a possible infection', () => {
  const lines = said({
    situation: {
      ...SEEN,
      signs: [
        { id: 'intake', usual: 'no' },
        { id: 'sleepy', usual: 'yes' },
        { id: 'moving', usual: 'not-known' },
      ],
      isInfectionPossible: true,
    },
  });
  for (const line of [
    'New: eating or drinking much less.',
    'We see, and nobody said whether it is new: weaker, unsteady, off their legs, needs more help.',
    'We see, and it is usual: sleepier or harder to wake.',
    'We are worried.',
    'It could be an infection.',
  ])
    assert.ok(lines.includes(line), `${line}\n${lines.join('\n')}`);
  const excluded = said({ situation: { ...SEEN, isInfectionPossible: false } });
  assert.ok(excluded.includes('We do not think that it is an infection.'));
});

test('S1: who rings, and from where, is asked for where it is not known', () => {
  const caller = { name: '', role: null, home: null, address: null, access: null, phone: null };
  assert.equal(said({ caller })[0], 'Say who you are, and the name of the home.');
  assert.equal(
    said({ caller: { ...caller, name: 'Ana Lima' } })[0],
    'I am Ana Lima. Say the name of the home.',
  );
  assert.equal(
    said({ caller: { ...caller, home: 'Rowan Court' } })[0],
    'Say who you are. You are calling from Rowan Court.',
  );
});

test('S2: a usual score that was not read is not "not set", and words stand as words', () => {
  const usualOf = (usual: AgreedNow['usual']) => said({ agreed: { ...AGREED, usual } });
  assert.ok(usualOf('not-known').includes('The usual NEWS2 score could not be read here.'));
  assert.ok(usualOf('not-set').includes('The usual NEWS2 score is not set.'));
  assert.ok(usualOf({ words: '4-5' }).includes('The usual NEWS2 score is recorded as “4-5”.'));
});

test('S2: the scale of the saturation is said, also where nobody has settled it', () => {
  const given = { rr: 16, spo2: 90, oxygen: false, sbp: 128, pulse: 76, acvpu: 'A', temp: 36.8 } as const;
  const spoken = (score: ReturnType<typeof scoreNews2>) => {
    const { rr, sbp, pulse, spo2 } = given;
    const observations = { score, rr, sbp, pulse, spo2, spo2Scale: null, acvpu: 'A' } as const;
    return said({ situation: { ...SEEN, observations } }).join('\n');
  };
  assert.match(spoken(scoreNews2({ ...given, scale: 2 })), /NEWS2 is 0\. Oxygen saturation scale 2\./);
  const open = spoken(scoreNews2({ ...given, recordedScale: 2 }));
  assert.match(open, /NEWS2: no score yet, 3 on scale 1, 0 on scale 2\. Nobody has settled which scale\./);
  assert.doesNotMatch(open, /6 of 7/);
});

test('S1: what is in doubt, past its date or holds more is never said as if it were sure and whole', () => {
  const doubted = { cautions: ['unconfirmed'], more: [{ name: 'stage', text: null }] } as const;
  const lines = said({
    about: view(known({ kind: 'not-recorded' }), {
      allergies: recorded([
        allergyOf(FACT, { ...PENICILLIN, ...doubted }),
        allergyOf(FACT, { substance: 'latex', kind: 'unknown' }),
      ]),
      problems: recorded([
        { ...FACT, text: 'Lung cancer', status: 'active', severity: null, ended: null, ...doubted },
      ]),
      limits: recorded({
        ...NO_LIMITS,
        wishes: [{ ...FACT, text: 'Stay here', cautions: ['contradicted'] }],
        cpr: [
          {
            ...FACT,
            decision: 'do-not-attempt',
            reviewBy: null,
            originalAt: null,
            cautions: ['past-its-date'],
          },
        ],
      }),
    }),
  }).join('\n');
  assert.match(
    lines,
    /penicillin, allergy, reaction not recorded \(unconfirmed; more in the record: stage\)/,
  );
  assert.match(lines, /Lung cancer \(unconfirmed; more in the record: stage\)/);
  assert.match(lines, /Stay here \(another record says otherwise\)/);
  assert.match(lines, /Not for CPR.*\(past its date\)/);
});

test('S1: what a clinician has set as different is said with the limits, and its end as an end', () => {
  const of = (text: string) => {
    const decisions = [{ ...FACT, kind: 'variation', text }] as const;
    const limits = recorded<ResidentSections['limits']>({ ...NO_LIMITS, decisions });
    return said({ about: view(known({ kind: 'not-recorded' }), { limits }) });
  };
  assert.ok(of('Ring the hospice first').includes('Different from the usual steps: Ring the hospice first.'));
  assert.ok(of('ended').includes('Different from the usual steps: ended.'));
});

test('S1: where records disagree about CPR, what they do not dispute is said as well', () => {
  const side = (decision: 'attempt' | 'do-not-attempt') => ({
    ...FACT,
    value: { ...NO_LIMITS, cpr: [{ ...FACT, decision, reviewBy: null, originalAt: null }] },
  });
  const common = {
    ...NO_LIMITS,
    wishes: [{ ...FACT, text: 'Stay here unless a fracture' }],
    lastDays: { ...FACT, text: 'Comfort comes first' },
  };
  const sides = [side('attempt'), side('do-not-attempt')];
  const limits = known<ResidentSections['limits']>({ kind: 'disagree', sides, common });
  const lines = said({ about: view(known({ kind: 'not-recorded' }), { limits }) });
  for (const line of [
    'Agreed limits: the records disagree.',
    'There is a plan for the last days of life: Comfort comes first.',
    'Agreed: Stay here unless a fracture.',
  ])
    assert.ok(lines.includes(line), `${line}\n${lines.join('\n')}`);
});

test('S1: “none of a kind” beside a list, and “unknown” in place of one, are said, and no surer than they are', () => {
  const none = { ...FACT, text: 'No known food allergy', scope: 'food', cautions: ['unconfirmed'] } as const;
  const of = (allergies: Section<ResidentSections['allergies']>) =>
    said({ about: view(known({ kind: 'not-recorded' }), { allergies }) }).join('\n');
  const beside = of(known({ kind: 'recorded', value: [allergyOf(FACT, PENICILLIN)], nones: [none] }));
  assert.match(
    beside,
    /Allergies: penicillin.*\nNo known food allergy, recorded 02-Jun-2026 \(unconfirmed\)\./,
  );
  assert.match(
    of(known({ kind: 'recorded-as-none', statements: [none] })),
    /No known food allergy, recorded 02-Jun-2026 \(unconfirmed\)\./,
  );
  const statements = [{ ...FACT, text: 'Unable to obtain' }];
  assert.match(
    of(known({ kind: 'not-recorded', statements })),
    /Allergies: not recorded\.\nUnable to obtain, recorded 02-Jun-2026\./,
  );
  const side = { ...FACT, value: [], none };
  assert.match(
    of(known({ kind: 'disagree', sides: [side], common: null })),
    /GP record, 02-Jun-2026: No known food allergy \(unconfirmed\)\./,
  );
});

test('S1: not for CPR and not breathing: the call says the decision, and still asks for help where there is breathing', () => {
  const cpr = { state: 'do-not-attempt', originalAt: 'red folder' } as const;
  const lines = said({ situation: { ...QUIET, dangers: ['not-responding'] }, agreed: { ...AGREED, cpr } });
  assert.ok(
    lines.includes('There is a decision not to attempt CPR. It is about CPR only.'),
    lines.join('\n'),
  );
  for (const state of ['disagree', 'not-known', 'none-recorded', 'attempt'] as const) {
    const other = said({
      situation: { ...QUIET, dangers: ['not-responding'] },
      agreed: { ...AGREED, cpr: { state } },
    });
    assert.ok(!other.some((line) => /decision not to attempt/.test(line)), state);
    assert.ok(other.includes('We ask for an ambulance.'), state);
  }
});

test('S3: line breaks, other scripts and 2,000 characters stay one line each, whole and in their order', () => {
  const long = `${'aé😀'.repeat(400)} end`;
  for (const words of ['two\nlines', 'של\u202Eabc\u202C', long, '😀', '“quoted”', '   ', 'ends…', 'ends?!'])
    for (const line of said({ words, think: words, done: [words], since: words })) {
      assert.doesNotMatch(
        line,
        /[\n\u202A-\u202E]|\.\.$| {2}|“”|“ |Since \.|think: \./,
        JSON.stringify(line),
      );
      assert.ok(line.trim() !== '');
    }
  assert.ok(said({ words: long }).some((line) => line.includes(long)));
  assert.ok(said({ since: 'since breakfast' }).includes('Since breakfast.'));
  assert.ok(said({ since: ' ' }).includes('Since when is not known.'));
});
