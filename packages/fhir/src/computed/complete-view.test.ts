import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildView } from '../build-view.ts';
import { EXTENSION, LOCAL } from '../codes/systems.ts';
import { instruments } from '@ehch/clinical/instruments';
import { readRecord } from '../read-record.ts';
import { NOW, observation, PATIENT, about, snomed, type Json } from '../record.fixtures.ts';
import { completeView } from './complete-view.ts';

const input = (resources: readonly Json[]) => ({
  resident: 'r1',
  patient: 'p1',
  resources: [PATIENT, ...resources],
  outcomes: {},
  now: NOW,
  sourceLabel: 'Shared record',
});

const RECORD: readonly Json[] = [
  observation('total', snomed('1104051000000101'), {
    valueQuantity: { value: 5, code: '{ScoreOf}' },
    component: [{ code: snomed('1104301000000104'), valueInteger: 3 }],
  }),
  observation('rr', snomed('86290005'), { valueQuantity: { value: 26, unit: '/min' } }),
  observation('cfs', snomed('1129381000000102'), {}),
  observation('efi', { ...snomed('713636003'), text: 'eFI' }, { valueQuantity: { value: 0.25, code: '1' } }),
  about('MedicationStatement', 'warfarin', {
    status: 'active',
    medicationCodeableConcept: { text: 'Warfarin 3mg tablets' },
    dosage: [
      {
        timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd', when: ['MOON'] } },
        doseAndRate: [{ doseQuantity: { value: 1, unit: 'tablet' } }],
      },
    ],
  }),
];

test('a view that crossed a port as JSON text is completed to the same view as one that did not', () => {
  const { view } = readRecord(input(RECORD));
  assert.deepEqual(
    completeView(JSON.parse(JSON.stringify(view)) as typeof view),
    buildView(input(RECORD)).view,
  );
});

test('an unreadable part of a dosage is a caution of its medicine, beside those of its record', () => {
  const modified = RECORD.map((resource) =>
    resource['id'] === 'warfarin' ? { ...resource, modifierExtension: [{ url: 'x' }] } : resource,
  );
  const { medicines } = buildView(input(modified)).view.sections;
  assert.ok(medicines.state === 'known' && medicines.content.kind === 'recorded');
  const [warfarin] = medicines.content.value.medicines;
  assert.deepEqual(warfarin?.cautions, ['unknown-modifier', 'partly-unreadable']);
  assert.deepEqual(warfarin.highRisk, ['anticoagulant', 'narrow-range']);
});

test('an eFI that this product wrote keeps the band for the decimals that its source printed', () => {
  // 0.200 is mild, because no count that prints so has another band. As a number it is 0.2, which may be
  // mild or moderate.
  const printed = { ...snomed('713636003'), text: 'eFI' };
  const score = (band: string) => ({
    url: 'https://ehch-kit.example/StructureDefinition/score',
    extension: [
      { url: 'instrument', valueCode: 'efi' },
      { url: 'version', valueString: 'Clegg-2016' },
      { url: 'band', valueCode: band },
    ],
  });
  const bandOf = (more: Json) => {
    const efi = observation('efi', printed, { valueQuantity: { value: 0.2, code: '1' }, ...more });
    const { frailty } = buildView(input([efi])).view.sections;
    assert.ok(frailty.state === 'known' && frailty.content.kind === 'recorded');
    const [{ band, roundedSource } = assert.fail()] = frailty.content.value.indices;
    return { band, roundedSource };
  };
  assert.deepEqual(bandOf({ extension: [score('mild')] }), { band: 'mild', roundedSource: false });
  assert.deepEqual(bandOf({}), { band: null, roundedSource: true });
});

test('a section that is not known is completed to the same state', () => {
  const failed = { state: 'failed', error: { code: 'timeout' }, at: NOW } as const;
  const { view } = buildView({
    ...input([]),
    outcomes: { Observation: failed, MedicationRequest: { state: 'loading' } },
  });
  assert.deepEqual(view.sections.news2, failed);
  assert.deepEqual(view.sections.medicines, { state: 'loading' });
});

test('numbers and dates in an answer are written by the display rules, limits with their sign', () => {
  const form = about('QuestionnaireResponse', 'form', {
    status: 'completed',
    item: [
      {
        linkId: '1515861000000103',
        answer: [
          { valueQuantity: { value: 1500, comparator: '<', unit: 'ml' } },
          { valueQuantity: { value: 2 } },
          { valueDate: '2026-10-05' },
          { valueString: 'a walk' },
        ],
      },
    ],
  });
  const { aboutMe } = buildView(input([form])).view.sections;
  assert.ok(aboutMe.state === 'known' && aboutMe.content.kind === 'recorded');
  assert.equal(aboutMe.content.value.entries[0]?.text, '< 1,500 mL, 2, 05-Oct-2026, a walk');
});

test('the notices of each score that a view shows go with it, once, and those of no other', () => {
  const fourAt = (id: string, on: string) =>
    observation(
      id,
      { coding: [{ system: LOCAL, code: '4at' }], text: '4AT' },
      {
        valueInteger: 5,
        effectiveDateTime: on,
        extension: [
          {
            url: EXTENSION.score,
            extension: [
              { url: 'instrument', valueCode: '4at' },
              { url: 'version', valueString: '1.2' },
            ],
          },
        ],
      },
    );
  const notices = (...resources: readonly Json[]) => buildView(input(resources)).view.scoreNotices ?? [];
  assert.deepEqual(
    notices(...RECORD, fourAt('a', '2026-11-01'), fourAt('b', '2026-11-02')).map(
      ({ instrument }) => instrument,
    ),
    ['cfs', 'efi', 'news2', '4at'],
  );
  assert.deepEqual(notices(), []);
  for (const { instrument, title, words } of notices(...RECORD, fourAt('a', '2026-11-01'))) {
    const { source } = instruments.find(({ id }) => id === instrument) ?? assert.fail();
    assert.ok(title !== '' && words.some((one) => one.startsWith(source.citation)), instrument);
  }
});

test('an instrument of a name that every object knows has no notice', () => {
  const { view } = readRecord(input(RECORD));
  const [entry] = completeView(view).scoreNotices ?? [];
  assert.ok(entry);
  const score = {
    instrument: 'constructor',
    title: 'Other',
    total: null,
    band: null,
    version: null,
    flags: [],
    facts: [],
    parts: [],
    unit: null,
  };
  const scores = {
    state: 'known',
    content: { kind: 'recorded', value: [score] },
    gaps: [],
    asOf: NOW,
  } as never;
  assert.equal(completeView({ ...view, sections: { ...view.sections, scores } }).scoreNotices?.length, 3);
});
