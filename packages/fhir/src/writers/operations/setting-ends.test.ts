import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ClinicalSetting } from '@ehch/clinical';
import { lastDaysNow } from '@ehch/clinical/escalation';
import { settingsOnScreen } from '@ehch/clinical/rules';
import { about, build, section, value, type Json } from '../../record.fixtures.ts';
import { writeIntent } from './write-intent.ts';

const by = { name: 'Dr Asha Rao', role: 'GP' };
const author = { sub: 'gp', display: by.name, reference: null, role: by.role };
const PARTS = { rr: 0, spo2: 0, oxygen: 0, sbp: 0, pulse: 0, acvpu: 0, temp: 0 };
const BEGUN: ClinicalSetting = { kind: 'last-days', state: 'set', words: 'Agreed with the daughter.' };
const ENDED: ClinicalSetting = { kind: 'last-days', state: 'ended', words: 'Eating again.' };
let presses = 0;

/** One press as the server has it: by the clock of its PC, beside what was on that PC's screen. */
function press(set: ClinicalSetting, at: string, onScreen: readonly unknown[] = []): readonly Json[] {
  const sections = { news2: section('news2', onScreen), limits: section('limits', onScreen) };
  const ends = settingsOnScreen(set.kind, sections);
  const id = `6b1e0c52-7a0e-4d0f-9d57-${String((presses += 1)).padStart(12, '0')}`;
  const what = { kind: 'clinical-setting', set, by, ends } as const;
  const { parts } = writeIntent({ id, resident: 'p1', pressedAt: at, what }, { author, clockOffsetMs: 0 });
  return parts.flatMap((part) => (part.op === 'create' ? [JSON.parse(part.body) as Json] : []));
}

const now = (resources: readonly unknown[]) => lastDaysNow(section('limits', resources));

test('C7: an end of the last days holds, however far its PC’s clock is behind', () => {
  const begun = press(BEGUN, '2026-11-20T09:00:00Z');
  assert.equal(now(begun), 'in-force');
  for (const at of [
    '2026-11-21T09:00:00Z',
    '2026-11-19T09:00:00Z',
    '2019-01-01T00:03:00Z',
    '2031-01-01T00:03:00Z',
  ]) {
    const all: readonly Json[] = [...begun, ...press(ENDED, at, begun)];
    assert.equal(now(all), 'none', at);
    const said = value('limits', all).decisions.map(({ text, by: who }) => [text.split(':')[1], who?.name]);
    assert.deepEqual(said, [[' No', by.name + ', GP']], at);
  }
  assert.equal(now([...begun, ...press(ENDED, '2019-01-01T00:03:00Z')]), 'in-force', 'it names nothing');
});

test('C7: one end ends every earlier setting, and one that is dated in the future as well', () => {
  const first = press(BEGUN, '2026-11-18T09:00:00Z');
  const renewed = press(BEGUN, '2026-11-20T09:00:00Z');
  assert.equal(
    now([...first, ...renewed, ...press(ENDED, '2026-11-01T09:00:00Z', [...first, ...renewed])]),
    'none',
  );
  // The clock of a PC that was ahead: the setting would come into force by itself, after its end.
  const ahead = press(BEGUN, '2026-11-23T09:00:00Z');
  const end = press(ENDED, '2026-11-21T09:00:00Z', ahead);
  const later = section('limits', [...ahead, ...end], { now: '2026-11-24T09:00:00Z' });
  assert.equal(lastDaysNow(later), 'none');
});

test('C7: what is set after the end is in force again, and one that the end did not know is as well', () => {
  const begun = press(BEGUN, '2026-11-18T09:00:00Z');
  const end = press(ENDED, '2026-11-17T09:00:00Z', begun);
  const anew = press(BEGUN, '2026-11-16T09:00:00Z', [...begun, ...end]);
  assert.equal(now([...begun, ...end, ...anew]), 'in-force', 'by a clock that is further behind');
  const again = press(BEGUN, '2026-11-15T09:00:00Z', [...begun, ...end, ...anew]);
  assert.equal(now([...begun, ...end, ...anew, ...again]), 'in-force', 'and renewed');
  const elsewhere = press(BEGUN, '2026-11-20T09:00:00Z', begun);
  assert.equal(now([...begun, ...end, ...elsewhere]), 'in-force', 'a race: neither knew the other');
});

test('C7: whatever the order of arrival, and where one of them was entered in error', () => {
  const begun = press(BEGUN, '2026-11-20T09:00:00Z');
  const end = press(ENDED, '2026-11-10T09:00:00Z', begun);
  assert.equal(now([...end, ...begun]), 'none');
  const mistaken = end.map((one) => ({ ...one, status: 'entered-in-error' }));
  assert.equal(now([...begun, ...mistaken]), 'in-force');
  const circle = [...begun, ...end].map((one) => ({ ...one, extension: naming(...begun, ...end) }));
  assert.equal(now(circle), 'in-force', 'each names the other, so the clocks decide');
});

test('C7: a server that gives its own ids, and a plan of another system', () => {
  const begun = press(BEGUN, '2026-11-20T09:00:00Z');
  const end = press(ENDED, '2026-11-10T09:00:00Z', begun);
  const renamed = begun.map((one) => ({
    ...one,
    id: `7${String(one['id']).slice(-2)}`,
    identifier: [{ system: 'https://ehch-kit.example/Id/intent', value: one['id'] }],
  }));
  assert.equal(now([...renamed, ...end]), 'none');
  const plan = [
    about('CarePlan', 'l', {
      status: 'active',
      category: [{ text: 'Last days of life care plan' }],
      created: '2026-11-20',
    }),
  ];
  assert.equal(now(plan), 'in-force');
  assert.equal(now([...plan, ...press(ENDED, '2026-11-10T09:00:00Z', plan)]), 'none');
});

test('C7: usual NEWS2, target and variation: a new one replaces what was on screen, whatever the clocks say', () => {
  const usual = (rr: number): ClinicalSetting => ({
    kind: 'usual-news2',
    parts: { ...PARTS, rr },
    scale: 1,
    words: '',
  });
  const target = (low: 88 | 94): ClinicalSetting => ({
    kind: 'spo2-target',
    low,
    high: low + 4,
    words: 'Blood gases',
  });
  const other = (words: string, state: 'set' | 'ended' = 'set'): ClinicalSetting => ({
    kind: 'variation',
    state,
    words,
  });
  const after = (set: ClinicalSetting, next: ClinicalSetting) => {
    const before = press(set, '2026-11-20T09:00:00Z');
    return [...before, ...press(next, '2026-11-02T09:00:00Z', before)];
  };
  assert.equal(value('news2', after(usual(3), usual(1))).usual?.total, 1);
  assert.equal(value('news2', after(target(88), target(94))).target?.low, 94);
  assert.equal(value('news2', after(target(94), target(88))).target?.scale, 2);
  const texts = (all: readonly Json[]) => value('limits', all).decisions.map(({ text }) => text);
  assert.deepEqual(texts(after(other('No hospital'), other('Ring 111'))), ['Ring 111']);
  assert.deepEqual(texts(after(other('No hospital'), other('', 'ended'))), ['ended']);
});

test('C7: every element of a setting that names others is read', () => {
  const begun = press(BEGUN, '2026-11-20T09:00:00Z');
  const { ledger } = build([...begun, ...press(ENDED, '2026-11-21T09:00:00Z', begun)]);
  const own = ledger.filter(({ type }) => type === 'Observation').map(({ outcome }) => outcome.state);
  assert.deepEqual(own.toSorted(), ['set-aside', 'shown']);
  const [said] = value('limits', [...begun, ...press(ENDED, '2026-11-21T09:00:00Z', begun)]).decisions;
  assert.deepEqual([said?.more, said?.details, said?.cautions], [undefined, undefined, []]);
});

test('C7: a name that cannot be read ends nothing, and stands beside the setting as more in the record', () => {
  const begun = press(BEGUN, '2026-11-20T09:00:00Z');
  const url = 'https://ehch-kit.example/StructureDefinition/ends';
  const strange = press(ENDED, '2026-11-21T09:00:00Z').map((one) => ({
    ...one,
    extension: [{ url, valueReference: { display: 'The one before' } }],
  }));
  const [said] = value('limits', [...begun, ...strange]).decisions;
  assert.deepEqual(said?.more, [{ name: 'ends', text: 'The one before' }]);
});

test('C7: forty settings that each name all before them are read one by one, and the last one stands', () => {
  const all: Json[] = [];
  for (let at = 0; at < 40; at++)
    all.push(
      about('Observation', `v${at}`, {
        status: 'final',
        code: { coding: [{ system: 'https://ehch-kit.example/CodeSystem/local', code: 'variation' }] },
        valueString: `Words ${at}`,
        // Each PC's clock is further behind than the one before.
        effectiveDateTime: new Date(Date.UTC(2026, 10, 20) - at * 86_400_000).toISOString(),
        extension: naming(...all),
      }),
    );
  assert.deepEqual(
    value('limits', all).decisions.map(({ text }) => text),
    ['Words 39'],
  );
});

function naming(...all: readonly Json[]): readonly Json[] {
  return all
    .filter(({ resourceType }) => resourceType === 'Observation')
    .map(({ id }) => ({
      url: 'https://ehch-kit.example/StructureDefinition/ends',
      valueReference: {
        type: 'Observation',
        identifier: { system: 'https://ehch-kit.example/Id/record', value: `Observation/${String(id)}` },
      },
    }));
}

test('C8: a variation with a last day holds to its end, then says that it is over, and an earlier one stays over', () => {
  const earlier = press({ kind: 'variation', state: 'set', words: 'No hospital' }, '2026-11-19T09:00:00Z');
  const words = 'Ring the practice first';
  const timed = press(
    { kind: 'variation', state: 'set', words, until: '2026-11-23' },
    '2026-11-20T09:00:00Z',
    earlier,
  );
  const on = (now: string) => {
    const { decisions } = value('limits', [...earlier, ...timed], { now });
    return decisions.map(({ text, details, cautions }) => [text, details, cautions]);
  };
  const details = ['from 20-Nov-2026 to 23-Nov-2026'];
  assert.deepEqual(on('2026-11-20T09:01:00Z'), [[words, details, []]]);
  assert.deepEqual(on('2026-11-23T23:59:00Z'), [[words, details, []]]);
  const over = `${words}: until 23-Nov-2026, not in force today`;
  assert.deepEqual(
    on('2026-11-24T00:30:00Z').map(([text]) => text),
    [over],
  );
});
