import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Answer } from '../../form/answer.ts';
import type { FormDefinition } from '../../form/definition.ts';
import { formOfInstrument } from '../../form/form-of-instrument.ts';
import { instruments } from '../../instruments/index.ts';
import { barthel20 } from '../../instruments/barthel-20/barthel-20.ts';
import { news2 } from '../../instruments/news2/news2.ts';
import { orthostaticBp } from '../../instruments/orthostatic-bp/orthostatic-bp.ts';
import { answered, NURSE, SEEN, startOf, type SaidByKey } from '../answered.fixtures.ts';
import { cga1 } from '../cga/cga-1.ts';
import { mergeDrafts } from '../merge/merge-drafts.ts';
import { finishAssessment } from '../finish.ts';
import { asText } from './as-text.ts';
import { plainLine } from './plain-characters.ts';

const NOW = '2026-11-12T14:31:00Z';
const OPTIONS = { now: NOW, author: NURSE };
const NEWS2 = formOfInstrument(news2);
const text = (said: SaidByKey, form: FormDefinition = cga1) => asText(form, answered(form, said), OPTIONS);

const OBSERVATIONS = {
  'news2/rr': 22,
  'news2/spo2': 95,
  'news2/oxygen': false,
  'news2/sbp': 105,
  'news2/pulse': 95,
  'news2/acvpu': 'A',
  'news2/temp': 37.4,
};

test('an instrument alone is one line with its total, time, parts, points and version, whose it is, and a foot', () => {
  const said = asText(NEWS2, answered(NEWS2, OBSERVATIONS), { ...OPTIONS, instruments: [news2] });
  const [line = '', owner, foot, ...rest] = said.split('\n');
  assert.equal(owner, 'Instruments: NEWS2 (Royal College of Physicians).');
  assert.match(
    line,
    /^NEWS2 5 \(medium\) at 09:15 on 12-Nov-2026: Breaths in a minute: 22 \(2\); .*; RCP 2017$/,
  );
  assert.match(line, /Temperature: 37\.4 deg C \(0\)/);
  assert.equal(foot, 'DRAFT, not finished. Copied 12-Nov-2026 14:31 by Nurse One, nurse.');
  assert.deepEqual(rest, []);
  assert.ok(line.length < 500);
});

test('what was entered in error says so before anything else that could be believed, in every length', () => {
  const inError = { reason: 'Another resident', at: NOW, by: NURSE };
  const forms: readonly (readonly [FormDefinition, SaidByKey])[] = [
    [NEWS2, OBSERVATIONS],
    [cga1, { sleep: 'poor' }],
  ];
  for (const [form, answers] of forms)
    for (const length of ['short', 'full'] as const) {
      const finished = finishAssessment(answered(form, answers), {
        at: NOW,
        by: NURSE,
        template: form === cga1 ? cga1 : null,
      });
      const said = asText(form, finished, { ...OPTIONS, length, inError, identity: 'Of whom' }).split('\n');
      assert.equal(said[0], 'Of whom');
      assert.equal(
        said[1],
        'ENTERED IN ERROR, 12-Nov-2026 14:31 by Nurse One, nurse: Another resident. Do not rely on what follows.',
      );
    }
});

test('what is not complete says "not complete", "at least" and what is missing, never a bare total', () => {
  const refused: Answer = { state: 'refused', reason: 'pulled it off', at: SEEN, by: null };
  const [line = ''] = text({ 'news2/rr': 26, 'news2/spo2': refused }, NEWS2).split('\n');
  assert.match(line, /^NEWS2 not complete: at least 3 of 20, already low-medium at /);
  assert.match(line, /: not assessed: refused \(pulled it off\);/);
  assert.match(line, /; missing: .*Temperature/);
  const barthel = formOfInstrument(barthel20);
  assert.match(text({ 'barthel-20/transfers': '2' }, barthel), /not complete: at least 2 of 20/);
  const standing = {
    'orthostatic-bp/lyingSbp': 140,
    'orthostatic-bp/sbp[1]': 110,
    'orthostatic-bp/minute[1]': 1,
  };
  assert.match(text(standing, formOfInstrument(orthostaticBp)), /not complete, already positive/);
});

test('an impossible set has no number', () => {
  const of = answered(NEWS2, OBSERVATIONS);
  const scores = new Map(
    [...of.scores].map(([key, score]) => [key, { ...score, status: 'invalid', total: null } as const]),
  );
  assert.match(asText(NEWS2, { ...of, scores }, OPTIONS), /^NEWS2 cannot be scored: a value is impossible/);
});

test('an assessment says its version, when, by whom, how far it is, and that it is a draft', () => {
  const lines = text({
    sleep: 'poor',
    breath: 'no',
    feet: { state: 'not-asked', reason: null, at: SEEN, by: NURSE },
  }).split('\n');
  assert.match(lines[0] ?? '', /version 1\. Seen 12-Nov-2026 09:15\.$/);
  assert.match(lines[1] ?? '', /^2 of \d+ questions answered, 1 not assessed\./);
  assert.ok(lines.includes('- Pain, sleep, sight, hearing: Sleep: Poor'));
  assert.ok(lines.includes('- Falls, feet, blood pressure: Feet: not assessed: not asked'));
  assert.ok(lines.includes('Answers by Nurse One, nurse: 3, last 12-Nov-2026 09:15.'));
  assert.match(lines.at(-1) ?? '', /^DRAFT, not finished\./);
});

test('a finished one says by whom and when, with the scores as they were finished', () => {
  const finished = finishAssessment(answered(cga1, { 'must/total': 2, 'cfs/level': 6 }), {
    at: NOW,
    by: NURSE,
    template: cga1,
  });
  const of = asText(
    cga1,
    {
      ...finished,
      scores: finished.scores.map((each) =>
        each.instrument === 'must' ? { ...each, version: 'v-then' } : each,
      ),
    },
    OPTIONS,
  );
  assert.match(of, /MUST total 2 \(high\): .*version v-then/);
  assert.match(of, /Finished 12-Nov-2026 14:31 by Nurse One, nurse\./);
  assert.doesNotMatch(of, /DRAFT/);
});

test('a value that was taken over says its own date and source', () => {
  const taken = (recordedOn: string | null): Answer => ({
    state: 'given',
    values: [{ type: 'option', value: 'poor' }],
    at: SEEN,
    by: NURSE,
    from: { kind: 'accepted', recordedOn, source: 'Rowan Court shared record' },
  });
  assert.match(text({ sleep: taken('2026-03') }), /Sleep: Poor \(Mar-2026, Rowan Court shared record\)/);
  assert.match(text({ sleep: taken(null) }), /Sleep: Poor \(date not recorded, Rowan Court shared record\)/);
});

test('what is kept back is in no copy, and the copy is the same whatever was answered', () => {
  const of = (said: SaidByKey) =>
    text(said)
      .replace(/\d+( of \d+ questions answered|, last)/g, '')
      .split('\n')
      .filter((line) => !line.startsWith('Answers by'))
      .join('\n');
  assert.match(text({}), /Not copied, whatever the answer: Safeguarding concern\./);
  assert.equal(of({ sleep: 'good', safeguarding: 'yes' }), of({ sleep: 'good', safeguarding: 'no' }));
  assert.doesNotMatch(of({ safeguarding: 'yes' }), /Yes/);
});

test('a form about CPR is never named without what it is not', () => {
  const of = text({ 'cpr-form': 'yes' });
  assert.match(
    of,
    /A form about CPR is in the home: Yes[^]*about CPR only\. Where no form is found, that says neither "for CPR" nor "not for CPR"/,
  );
  assert.match(text({ 'cpr-form': 'no' }), /about CPR only/);
});

test('suggested and dismissed problems are said to be that; accepted ones stand on the list', () => {
  assert.match(text({ sleep: 'poor' }), /Suggested and not decided: Poor sleep \(Sleep: Poor\)\./);
  const dismissed = {
    ...startOf(cga1),
    decisions: {
      'poor-sleep': {
        state: 'dismissed',
        reason: 'new mattress',
        at: SEEN,
        by: NURSE,
        about: { words: 'Sleep: Poor', items: ['sleep'] },
      },
    },
  } as const;
  const state = answered(cga1, { sleep: 'poor', 'problem-name[1]': 'Falls' }, { from: dismissed });
  const of = asText(cga1, state, OPTIONS);
  assert.match(of, /Not a problem: Poor sleep, because new mattress\./);
  assert.match(of, /- Problems 1: Problem: Falls/);
});

test('the index says from how many deficits it is, and that it is no eFI', () => {
  assert.match(
    text({ sleep: 'poor' }),
    /Frailty index of this assessment not complete; from 1 of 48 deficits, not an eFI; note: too few deficits are known/,
  );
});

test('an instrument that nobody used is not in the copy, although the record knows an age for it', () => {
  const of = (said: SaidByKey) => asText(cga1, answered(cga1, said), { ...OPTIONS, instruments });
  assert.doesNotMatch(of({ sleep: 'poor' }), /creatinine/i);
  assert.doesNotMatch(of({ sleep: 'poor' }), /^Instruments: /m, 'and neither is its owner');
  const refused: Answer = { state: 'refused', reason: null, at: SEEN, by: NURSE };
  for (const level of [6, refused])
    assert.match(of({ 'cfs/level': level }), /^Instruments: Clinical Frailty Scale \(Dalhousie University/m);
});

test('what two people said otherwise is said with both answers and who gave them, but for what is kept back', () => {
  const mine = answered(cga1, { sleep: 'poor', safeguarding: 'yes' }).draft;
  const theirs = answered(
    cga1,
    { sleep: 'good', safeguarding: 'no' },
    { by: { name: 'Doctor One', role: 'GP' } },
  ).draft;
  const { draft } = mergeDrafts(cga1, startOf(cga1), mine, theirs);
  const of = asText(cga1, answered(cga1, {}, { from: draft }), OPTIONS);
  const line = of.split('\n').find((each) => each.startsWith('Not settled')) ?? '';
  assert.match(line, /^Not settled: Sleep: .*Poor \(Nurse One, nurse\)/);
  assert.match(line, /Good \(Doctor One, GP\)/);
  assert.equal(of.match(/Not settled/g)?.length, 1);
});

test('nothing of the identity is added but the line that was given', () => {
  assert.equal(
    asText(NEWS2, answered(NEWS2, OBSERVATIONS), { ...OPTIONS, identity: 'Room 12' }).split('\n')[0],
    'Room 12',
  );
});

test('whatever people typed, a record can take it: one line each, no control, direction or invisible character', () => {
  const typed = fc
    .string({ unit: 'binary', minLength: 1, maxLength: 60 })
    .filter((each) => each.trim() !== '');
  fc.assert(
    fc.property(typed, (said) => {
      for (const ascii of [false, true]) {
        const of = asText(cga1, answered(cga1, { matters: said, 'kin-name[1]': said }), {
          ...OPTIONS,
          ascii,
        });
        assert.doesNotMatch(
          of,
          /[\t\r\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]|(?!\n)\p{Cc}|\n\n| $/u,
        );
        if (ascii) assert.match(of, /^[ -~\n]*$/);
      }
    }),
    { numRuns: 150 },
  );
});

test('names, identity lines and labels of imported forms are made safe like answers', () => {
  const form = { ...NEWS2, title: 'A\u202Eb' };
  const of = asText(form, answered(form, OBSERVATIONS), {
    now: NOW,
    author: { name: 'A\nB\u0007', role: 'C\u200B' },
    identity: 'Room\t12\u202E',
  });
  assert.equal(of.split('\n')[0], 'Room 12');
  assert.match(of, /by A B, C\.$/);
});

test('our own words are ASCII, and letters of names stay unless ASCII is asked for', () => {
  assert.equal(plainLine('“Zoë” – 38.5 °C, ≥ 2 µmol/L…', false), '"Zoë" - 38.5 deg C, >= 2 umol/L...');
  assert.equal(plainLine('Zoë Łódź 王', true), 'Zoe ?odz ?');
  assert.match(text({ dementia: 'yes', 'dementia-type': 'alzheimer' }), /^[ -~\n]*$/);
});

test('what was answered to a score that is not known here is copied all the same, without a number', () => {
  const form: FormDefinition = {
    id: 'place',
    title: 'A place’s form',
    version: '1',
    items: [
      { id: 'note', type: 'text', text: 'Note' },
      {
        id: 'score',
        type: 'group',
        text: 'A score',
        instrument: 'of-somebody-else',
        items: [{ id: 'pulse', type: 'integer', text: 'Pulse' }],
      },
    ],
  };
  const lines = text({ pulse: 80 }, form).split('\n');
  assert.deepEqual(lines.slice(2, 5), ['A SCORE', '- A score: cannot be scored here', '- Pulse: 80']);
});

test('what is usual for somebody never reads as what was seen today: each line has the title of its group', () => {
  const lines = text({ 'usual-change': 'anew', 'usual/rr': 16, 'usual/spo2': 95, 'usual-news2': 1 }).split(
    '\n',
  );
  const about = lines.filter((line) => /16|95/.test(line) && !/version|Copied|answered/.test(line));
  assert.ok(about.length >= 2);
  for (const line of about) assert.match(line, /^- What is usual for them, as a clinician sets it: /);
});
