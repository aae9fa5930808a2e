import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Medicine } from '@ehch/clinical';
import type { RecordedMedicine } from '../recorded-view.ts';
import { completeMedicines } from './medicine.ts';

const medicine = (generic: string, part: Partial<RecordedMedicine> = {}): RecordedMedicine => ({
  id: generic,
  on: '2026-11-01',
  source: { label: 'GP record' },
  by: null,
  cautions: [],
  generic,
  brand: null,
  form: null,
  status: 'in-use',
  started: null,
  stopped: null,
  indication: null,
  statusReason: null,
  dosage: [],
  ...part,
});
const inOrder = (...medicines: readonly RecordedMedicine[]) =>
  completeMedicines({ medicines, reviewed: null }).medicines.map(({ id }) => id);

test('what is not to be given stands first, then what is in use, and what was stopped last', () => {
  const statuses: readonly Medicine['status'][] = [
    'not-to-be-given',
    'in-use',
    'not-stated',
    'past-its-end',
    'on-hold',
    'intended',
    'completed',
    'stopped',
  ];
  const all = statuses.map((status) => medicine(status, { status }));
  assert.deepEqual(inOrder(...all.toReversed()), statuses);
});

test('of one status: first what is not still to come, then what is of high risk, then by name, then the newest', () => {
  const list = [
    medicine('apixaban', { cautions: ['future-dated'] }),
    medicine('senna', { id: 'senna-old', on: '2026-01-01' }),
    medicine('senna', { id: 'senna-new' }),
    medicine('senna', { id: 'senna-again' }),
    medicine('bisoprolol'),
    medicine('warfarin'),
  ];
  const expected = ['warfarin', 'bisoprolol', 'senna-again', 'senna-new', 'senna-old', 'apixaban'];
  assert.deepEqual(inOrder(...list), expected);
  assert.deepEqual(inOrder(...list.toReversed()), expected);
});

test('a medicine has its risk classes, and so has each that was joined with it', () => {
  const joined = [medicine('warfarin')];
  const [one] = completeMedicines({
    medicines: [medicine('apixaban', { joined })],
    reviewed: null,
  }).medicines;
  assert.deepEqual(one?.highRisk, ['anticoagulant']);
  assert.deepEqual(one.joined?.[0]?.highRisk, ['anticoagulant', 'narrow-range']);
});
