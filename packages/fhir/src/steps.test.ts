import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordInSteps, readRecord } from './read-record.ts';
import { atOnce, eachInSteps, flatMapInSteps, type Steps } from './steps.ts';

const NOW = '2026-11-29T12:00:00Z';

/** A record with so many weights and pulses, taken an hour apart. */
function record(count: number): Parameters<typeof readRecord>[0] {
  const taken = Array.from({ length: count }, (_, at) => ({
    resourceType: 'Observation',
    id: `o${at}`,
    status: 'final',
    code: { coding: [{ system: 'http://snomed.info/sct', code: at % 2 === 0 ? '27113001' : '78564009' }] },
    subject: { reference: 'Patient/anne' },
    effectiveDateTime: new Date(Date.parse(NOW) - at * 3_600_000).toISOString(),
    valueQuantity: {
      value: 60 + (at % 9),
      unit: at % 2 === 0 ? 'kg' : '/min',
      system: 'http://unitsofmeasure.org',
      code: at % 2 === 0 ? 'kg' : '/min',
    },
  }));
  const patient = { resourceType: 'Patient', id: 'anne', name: [{ family: 'Ashdown', given: ['Anne'] }] };
  const resources = [patient, ...taken];
  return { resident: 'anne', patient: 'anne', resources, outcomes: {}, now: NOW, sourceLabel: 'a test' };
}

/** How often the work gives way. */
function seamsIn(steps: Steps<unknown>): number {
  let seams = 0;
  while (steps.next().done !== true) seams += 1;
  return seams;
}

test('the longer a record, the more often its reading gives way: in each pass, after every hundred resources', () => {
  const seams = [1000, 2000, 4000].map((count) => seamsIn(recordInSteps(record(count))));
  const [one = 0, two = 0, four = 0] = seams;
  // Made plain, recognised, sorted in, read, looked through for what is absent, for limits, for allergies, for vital
  // signs.
  const passes = 10;
  assert.ok(two - one >= passes * 10, `${one}, ${two}`);
  assert.ok(four - two >= passes * 20, `${two}, ${four}`);
});

test('what is read does not depend on where it gave way', () => {
  const steps = recordInSteps(record(500));
  let step = steps.next();
  while (step.done !== true) {
    // Other work in between, which reads another record.
    readRecord(record(3));
    step = steps.next();
  }
  assert.deepEqual(step.value.view, readRecord(record(500)).view);
});

test('a short record gives way at each section and no more, so that it is not slower for it', () => {
  assert.ok(seamsIn(recordInSteps(record(20))) < 60);
});

test('each item is taken once, in order, with a place to give way after every hundred', () => {
  const items = Array.from({ length: 250 }, (_, at) => at);
  const seen: number[] = [];
  assert.equal(seamsIn(eachInSteps(items, (at) => seen.push(at))), 2);
  assert.deepEqual(seen, items);
  assert.deepEqual(
    atOnce(flatMapInSteps(items, (at, place) => (at === place ? [at, at] : []))),
    items.flatMap((at) => [at, at]),
  );
  assert.equal(seamsIn(flatMapInSteps(items, () => [])), 2);
});
