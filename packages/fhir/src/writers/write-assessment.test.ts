import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer, AnswerValue, FormItem } from '@ehch/clinical/form';
import { instruments, type Instrument } from '@ehch/clinical/instruments';
import fc from 'fast-check';
import {
  AT,
  bool,
  finished,
  given,
  known,
  named,
  num,
  ofType,
  option,
  readBack,
  SET,
  TAKEN,
  text,
  write,
} from './finished.fixtures.ts';

const every: readonly Instrument<never>[] = instruments;

test('a complete NEWS2 is written with its parts and readings, and reads back as the same score', () => {
  for (const scale of ['1', '2']) {
    const answers = Object.fromEntries(
      Object.entries({ ...SET, scale: option(scale) }).map(([item, value]) => [item, given(value)]),
    );
    const assessment = finished('news2', answers);
    const [score] = assessment.scores;
    assert.equal(score?.status, 'complete');
    const story = known(readBack(write(assessment)).news2);
    const [entry] = story.scores;
    assert.equal(story.scores.length, 1);
    assert.deepEqual(
      [entry?.score.total, entry?.importedTotal, entry?.disagrees, entry?.on],
      [score.total, score.total, false, AT],
    );
    assert.deepEqual(
      Object.entries(entry?.score.items ?? {}).map(([part, item]) => [part, item.value, item.score]),
      Object.entries(score.items).map(([part, item]) => [part, item.value, item.score]),
    );
  }
});

test('only the oxygen scale that was used is written, and the parts add up to the total', () => {
  for (const [scale, code] of [
    ['1', '1104311000000102'],
    ['2', '1104321000000108'],
  ] as const) {
    const answers = { ...SET, scale: option(scale) };
    const written = write(
      finished('news2', Object.fromEntries(Object.entries(answers).map(([k, v]) => [k, given(v)]))),
    );
    const total = ofType(written, 'Observation').find((each) => 'component' in each && 'derivedFrom' in each);
    const json = JSON.stringify(total);
    assert.ok(json.includes(code));
    assert.equal(json.includes('1104311000000102') && json.includes('1104321000000108'), false);
    const components = total?.['component'] as readonly { valueQuantity: { value: number } }[];
    const sum = components.reduce((all, { valueQuantity }) => all + valueQuantity.value, 0);
    assert.equal(components.length, 7);
    assert.ok(total);
    assert.equal((total['valueQuantity'] as { value: number }).value, sum);
  }
});

test('an incomplete NEWS2 is written as its readings, without a total', () => {
  const { acvpu: _, ...rest } = SET;
  const assessment = finished(
    'news2',
    Object.fromEntries(Object.entries(rest).map(([k, v]) => [k, given(v)])),
  );
  const written = write(assessment);
  assert.equal(ofType(written, 'Observation').length, 6);
  assert.equal(JSON.stringify(written).includes('1104051000000101'), false);
});

test('a score that is incomplete, invalid or not for this person has no total, whatever was answered', () => {
  const values = fc.oneof(
    fc.integer({ min: -5, max: 400 }).map(num),
    fc.boolean().map(bool),
    fc.string().map(text),
  );
  for (const { id, items } of every) {
    const questions = items.filter((item) => item.type !== 'group');
    const options = (item: FormItem) =>
      'options' in item && item.options !== undefined
        ? fc.constantFrom(...item.options.map(({ value }) => option(value)))
        : values;
    const answers = fc.record(
      Object.fromEntries(questions.map((item) => [item.id, options(item).map((v) => given(v))])),
      {
        requiredKeys: [],
      },
    );
    fc.assert(
      fc.property(answers, (each) => {
        const assessment = finished(id, each as Readonly<Record<string, Answer>>);
        const [score] = assessment.scores;
        const totals = ofType(write(assessment), 'Observation').filter((one) => 'method' in one);
        if (score?.status !== 'complete') assert.deepEqual(totals, []);
        else assert.ok(totals.length <= 1);
      }),
      { numRuns: 60 },
    );
  }
});

test('an impossible reading is no finding', () => {
  assert.deepEqual(write(finished('news2', { rr: given(num(5000)) })), []);
});

test('answers taken over from the record are not written as a new finding', () => {
  assert.deepEqual(
    write(finished('cfs', { level: given(num(6), TAKEN), version: given(text('2.0'), TAKEN) })),
    [],
  );
  const bmi = write(finished('bmi', { kg: given(num(58.2)), heightM: given(num(1.62), TAKEN) }));
  assert.deepEqual(
    ofType(bmi, 'Observation').map((each) => JSON.stringify(each['code']).includes('8302-2')),
    [false, false],
  );
});

test('answers beside a level that was taken over make no new level of it', () => {
  const beside = { version: given(text('2.0')), acutelyUnwell: given(bool(false)) };
  assert.deepEqual(write(finished('cfs', { level: given(num(6), TAKEN), ...beside })), []);
  assert.equal(ofType(write(finished('cfs', { level: given(num(6)), ...beside })), 'Observation').length, 1);
});

test('an answer that an imported form filled in by itself is no finding, and no total comes from it alone', () => {
  const initial = (each: AnswerValue) => given(each, { kind: 'initial' });
  const values = { ...SET, scale: option('1') };
  const filled = Object.fromEntries(Object.entries(values).map(([item, value]) => [item, initial(value)]));
  assert.deepEqual(write(finished('news2', filled)), []);
  const measured = write(finished('news2', { ...filled, rr: given(SET.rr) }));
  assert.deepEqual(
    ofType(measured, 'Observation').map((each) => 'component' in each),
    [false, true],
  );
});

test('a frailty level, both Barthels, an eFI, a weight and a height read back as they were entered', () => {
  const cfs = known(
    readBack(write(finished('cfs', { level: given(num(6)), version: given(text('2.0')) }))).frailty,
  );
  assert.deepEqual(
    cfs.cfs.map(({ level, version }) => [level, version]),
    [[6, '2.0']],
  );

  for (const [id, version, most] of [
    ['barthel-20', '0-20', 20],
    ['barthel-100', '0-100', 100],
  ] as const) {
    const instrument = every.find((each) => each.id === id);
    const best = Object.fromEntries(
      (instrument?.items ?? []).flatMap((item) => {
        const options = 'options' in item ? (item.options ?? []) : [];
        const top = options.toSorted((a, b) => (b.points ?? 0) - (a.points ?? 0))[0];
        return top === undefined ? [] : [[item.id, given(option(top.value))]];
      }),
    );
    const story = known(readBack(write(finished(id, best))).function);
    assert.deepEqual(
      story.scores.map((each) => [each.version, each.total]),
      [[version, most]],
    );
  }

  const [efi] = known(readBack(write(finished('efi', { deficits: given(num(13)) }))).frailty).indices;
  assert.deepEqual([efi?.name, efi?.band, efi?.deficits], ['eFI', 'severe', { present: 13, considered: 36 }]);

  const weight = known(
    readBack(write(finished('bmi', { kg: given(num(58.2)), heightM: given(num(1.62)) }))).weight,
  );
  assert.deepEqual([weight.weights[0]?.value, weight.height?.value, weight.bmi?.value], [58.2, 162, 22.2]);
});

test('a result with a day of its own has that day, and never today', () => {
  const [level] = ofType(
    write(
      finished('cfs', {
        level: given(num(6)),
        on: given({ type: 'date', value: '2025-07-30' }),
      }),
    ),
    'Observation',
  );
  assert.equal(level?.['effectiveDateTime'], '2025-07-30');
});

test('every score names the person responsible, the program, and the answers behind it', () => {
  const written = write(finished('tug', { seconds: given(num(14)) }));
  const [score] = ofType(written, 'Observation');
  assert.deepEqual(score?.['performer'], [{ display: 'S. Okafor, nurse' }]);
  assert.deepEqual(score?.['device'], { display: 'EHCH Kit 0.1.0' });
  assert.deepEqual(score?.['derivedFrom'], [{ reference: 'urn:uuid:response' }]);
  const [provenance] = ofType(written, 'Provenance');
  assert.deepEqual(provenance?.['target'], [{ reference: written[0]?.fullUrl }]);
});

test('the index of our own assessment is written under its own code alone, with its deficits, and reads back as no eFI', () => {
  const index = {
    instrument: 'cga-frailty-index',
    version: 'cga-1',
    status: 'complete',
    total: 0.3125,
    range: [0, 1],
    direction: 'higher-worse',
    band: null,
    items: { stroke: { value: 12.5, score: 12.5 }, dementia: { value: null, score: null } },
    from: { considered: 40, of: 48 },
    missing: [],
    flags: [],
  } as const;
  const written = write({ ...finished('tug', {}), scores: [index] });
  assert.equal(JSON.stringify(written).includes('713636003'), false);
  const [entry] = known(readBack(written).frailty).indices;
  assert.deepEqual(
    [entry?.name, entry?.value, entry?.band, entry?.deficits],
    ['frailty index', 0.3125, null, { present: 12.5, considered: 40 }],
  );
});

const date = (value: string): AnswerValue => ({ type: 'date', value });
test('each weight is written with its own day, and one without a day is not written', () => {
  const kilograms = { previousKg: given(num(60)), currentKg: given(num(54)) };
  const days = { previousOn: given(date('2026-05-01')), currentOn: given(date('2026-10-01')) };
  const written = write(finished('weight-change', { ...kilograms, ...days }));
  assert.deepEqual(
    named(written, /29463-7/).map((each) => each['effectiveDateTime']),
    ['2026-05-01', '2026-10-01'],
  );
  assert.equal(named(written, /weight-change/)[0]?.['effectiveDateTime'], '2026-10-01');
  assert.deepEqual(
    named(write(finished('weight-change', kilograms)), /29463-7/).map((each) => each['effectiveDateTime']),
    [AT],
  );
});

test('an old weight never becomes the newest', () => {
  const old = write(
    finished('weight-change', {
      previousKg: given(num(60)),
      previousOn: given(date('2026-05-01')),
      currentKg: given(num(54)),
      currentOn: given(date('2026-10-01')),
    }),
  );
  const today = write(finished('bmi', { kg: given(num(52)), heightM: given(num(1.6)) }));
  const { weights } = known(readBack([...old, ...today]).weight);
  assert.deepEqual(
    weights.map(({ value }) => value),
    [52, 54, 60],
  );
});

test('the assessor is the performer, and Provenance names the person who entered it', () => {
  const written = write(
    finished('cfs', {
      level: given(num(6)),
      acutelyUnwell: given(bool(true)),
      disability: given(bool(true)),
      assessor: given(text('geriatrician')),
      on: given(date('2026-05-01')),
    }),
  );
  const [level] = ofType(written, 'Observation');
  assert.deepEqual(level?.['performer'], [{ display: 'geriatrician' }]);
  assert.match(JSON.stringify(level?.['note']), /acutely unwell when it was judged/);
  assert.match(JSON.stringify(ofType(written, 'Provenance')[0]?.['agent']), /S\. Okafor, nurse/);
  const [entry] = known(readBack(written).frailty).cfs;
  assert.deepEqual(entry?.warnings, ['not-validated-disability', 'acutely-unwell']);
  assert.deepEqual([entry.on, entry.by?.name], ['2026-05-01', 'geriatrician']);
});

test('a fall of blood pressure is in mmHg, and its readings are Observations with the body position', () => {
  const lying = { lyingSbp: given(num(150)), lyingDbp: given(num(80)), symptoms: given(bool(false)) };
  const row = (n: number, minute: number, sbp: number, posture: string) => ({
    [`minute[${n}]`]: given(num(minute)),
    [`sbp[${n}]`]: given(num(sbp)),
    [`dbp[${n}]`]: given(num(75)),
    [`posture[${n}]`]: given(option(posture)),
  });
  const written = write(
    finished(
      'orthostatic-bp',
      { ...lying, ...row(1, 1, 120, 'standing'), ...row(2, 3, 125, 'sitting') },
      { 'orthostatic-bp/standing': ['1', '2'] },
    ),
  );
  const [fall] = named(written, /orthostatic-bp/);
  assert.deepEqual(fall?.['valueQuantity'], {
    value: 30,
    unit: 'mmHg',
    system: 'http://unitsofmeasure.org',
    code: 'mm[Hg]',
  });
  const readings = named(written, /85354-9/);
  assert.deepEqual(
    readings.map((each) => /"text":"(lying|standing|sitting)"/.exec(JSON.stringify(each['extension']))?.[1]),
    ['lying', 'standing', 'sitting'],
  );
  // The reading taken lying is the resident's blood pressure. The reading after standing up is shown with
  // its fall.
  const sections = readBack(written);
  const pressure = known(sections.news2).observations.find(({ name }) => name === 'Blood pressure');
  assert.equal(pressure?.text, '150 over 80 mmHg, lying');
  const [entry] = known(sections.scores);
  assert.equal(entry?.said.result, '30 mmHg (positive)');
  assert.ok(entry.said.cautions.includes('measured sitting, not standing: it shows less of a fall'));
  assert.ok(entry.said.parts.some((part) => part.includes('125 over 75 mmHg at 3 minutes, sitting')));
});

test('a stool type is a name, a number of medicines a count, and a burden has its list', () => {
  const [type] = ofType(write(finished('bristol', { type: given(option('7')) })), 'Observation');
  assert.match(JSON.stringify(type?.['valueCodeableConcept']), /bristol\/7/);
  const counted = write(
    finished('polypharmacy', { count: given(num(12)), counted: given(text('no creams')) }),
  );
  assert.match(JSON.stringify(counted), /"value":12,"unit":"medicines"/);
  assert.deepEqual(known(readBack(counted).scores)[0]?.said.beside, ['counted: no creams']);
  const burden = write(finished('acb', { total: given(num(4)), tool: given(text('German ACB list')) }));
  assert.deepEqual(known(readBack(burden).scores)[0]?.said.beside, ['by German ACB list']);
});

test('nothing is written while people disagree, nor for a day in the future', () => {
  const done = finished('tug', { seconds: given(num(14)) });
  const disputed = {
    ...done.draft,
    disputed: { answers: {}, decisions: {}, assessedAt: { kept: AT, said: [AT, '2026-11-19T09:00:00Z'] } },
  };
  assert.throws(() => write({ ...done, draft: disputed }), /Settle which answer counts first/);
  assert.throws(
    () => write({ ...done, draft: { ...done.draft, assessedAt: '2027-01-01T09:00:00Z' } }),
    /dated after/,
  );
  assert.throws(() => write({ ...done, days: { 'tug/seconds': '2062-11-20' } }), /dated after/);
});

test('eFI and eFI2 have one code: a name or version tells them apart, and without one there is no band', () => {
  const index = (text: string, value = 0.21) =>
    known(
      readBack([
        {
          fullUrl: 'urn:uuid:i1',
          resource: {
            resourceType: 'Observation',
            status: 'final',
            code: { coding: [{ system: 'http://snomed.info/sct', code: '713636003' }], text },
            subject: { reference: 'Patient/p1' },
            effectiveDateTime: '2026-06-01',
            valueQuantity: { value, code: '1' },
          },
        },
      ]).frailty,
    ).indices.map(({ name, band }) => [name, band])[0];
  for (const second of [
    'eFI v2',
    'eFI2',
    'eFI-2',
    'eFI version 2',
    'Electronic frailty index 2',
    'eFI (second version)',
  ])
    assert.deepEqual(index(second), ['eFI2', null], second);
  assert.deepEqual(index('eFI'), ['eFI', 'mild']);
  assert.deepEqual(index('Frailty index'), ['frailty index', null]);
});
