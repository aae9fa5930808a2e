import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instruments, type Answer, type AnswerValue, type FormItem, type Instrument } from '@ehch/clinical';
import fc from 'fast-check';
import { build, type Json } from '../record.fixtures.ts';
import type { Written } from './about.ts';
import { AT, bool, finished, given, num, ofType, option, SET, text, write } from './finished.fixtures.ts';

const every: readonly Instrument<never>[] = instruments;
const TAKEN = { kind: 'accepted', recordedOn: '2026-03-01', source: 'Shared record' } as const;

/** The view that our own reader makes of what was written. */
const readBack = (written: readonly Written[]) =>
  build(
    written.map(({ fullUrl, resource }) => ({
      fullUrl,
      resource: { ...resource, id: fullUrl.slice(9) },
    })) as Json[],
  ).view.sections;

function known<T>(section: { state: string; content?: { kind: string; value?: T } }): T {
  assert.equal(section.state, 'known');
  assert.ok(section.content?.value !== undefined);
  return section.content.value;
}

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

test('one oxygen scale leaves, the one that was used, and the parts add up to the total', () => {
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

test('of an incomplete NEWS2 the readings leave and no total does', () => {
  const { acvpu: _, ...rest } = SET;
  const assessment = finished(
    'news2',
    Object.fromEntries(Object.entries(rest).map(([k, v]) => [k, given(v)])),
  );
  const written = write(assessment);
  assert.equal(ofType(written, 'Observation').length, 6);
  assert.equal(JSON.stringify(written).includes('1104051000000101'), false);
});

test('nothing that is incomplete, invalid or not for this person has a total, whatever was answered', () => {
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

test('what was taken over from the record is not written as a new finding', () => {
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

test('what is said beside a level that was taken over makes no new level of it', () => {
  const beside = { version: given(text('2.0')), acutelyUnwell: given(bool(false)) };
  assert.deepEqual(write(finished('cfs', { level: given(num(6), TAKEN), ...beside })), []);
  assert.equal(ofType(write(finished('cfs', { level: given(num(6)), ...beside })), 'Observation').length, 1);
});

test('what an imported form filled in by itself is no finding, and no total comes of it alone', () => {
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

test('a result that has a day of its own has that day, and never today', () => {
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

test('every score says who answers for it, with which program, and out of which answers', () => {
  const written = write(finished('tug', { seconds: given(num(14)) }));
  const [score] = ofType(written, 'Observation');
  assert.deepEqual(score?.['performer'], [{ display: 'S. Okafor, nurse' }]);
  assert.deepEqual(score?.['device'], { display: 'EHCH Kit 0.1.0' });
  assert.deepEqual(score?.['derivedFrom'], [{ reference: 'urn:uuid:response' }]);
  const [provenance] = ofType(written, 'Provenance');
  assert.deepEqual(provenance?.['target'], [{ reference: written[0]?.fullUrl }]);
});

test('the index of our own assessment leaves under its own code alone, with its deficits, and reads back as no eFI', () => {
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
