import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instruments } from '../../instruments/index.ts';
import type { FormGroup, FormItem } from '../definition.ts';
import { formOfInstrument } from '../form-of-instrument.ts';
import { asksInstrument } from './asks-instrument.ts';

type Json = Readonly<Record<string, unknown>>;

/** Faults of an imported form that calls its questions an instrument: each leaves the same number of questions or not. */
const FAULTS: readonly (readonly [string, (item: Json) => readonly Json[]])[] = [
  ['a question is missing', () => []],
  ['a question stands twice', (item) => [item, item]],
  ['other words', (item) => [{ ...item, text: `${String(item['text'])} or not` }]],
  ['another name', (item) => [{ ...item, id: `${String(item['id'])}x` }]],
  ['another kind of answer', (item) => [{ ...item, type: item['type'] === 'text' ? 'date' : 'text' }]],
  ['several answers', (item) => [{ ...item, repeats: item['repeats'] !== true }]],
  ['never on screen', (item) => [{ ...item, hidden: true }]],
  [
    'asked at other times',
    (item) => [
      {
        ...item,
        when: {
          match: 'all',
          tests: [{ item: 'z', operator: 'exists', value: { type: 'boolean', value: true } }],
        },
      },
    ],
  ],
];

/** Faults that a group of questions cannot have. */
const QUESTION_FAULTS: typeof FAULTS = [
  ['not answered here', (item) => [{ ...item, readOnly: true }]],
  ['filled in', (item) => [{ ...item, initial: [{ type: 'text', value: '1' }] }]],
  ['a choice more', (item) => [{ ...item, options: [...list(item, 'options'), { value: 'x', text: 'x' }] }]],
  [
    'another unit',
    (item) => [{ ...item, units: [...list(item, 'units'), { code: 'g', text: 'g', factor: 1 }] }],
  ],
];

/** Faults of one choice. */
const CHOICE_FAULTS: readonly (readonly [string, (option: Json) => Json])[] = [
  ['other points', (option) => ({ ...option, points: Number(option['points'] ?? 0) + 1 })],
  ['other words for a choice', (option) => ({ ...option, text: `not ${String(option['text'])}` })],
  ['another value of a choice', (option) => ({ ...option, value: `${String(option['value'])}x` })],
  ['a choice that stands alone', (option) => ({ ...option, exclusive: option['exclusive'] !== true })],
];

function list(item: Json, of: string): readonly Json[] {
  return (item[of] as readonly Json[] | undefined) ?? [];
}

function groupOf(instrument: (typeof instruments)[number]): FormGroup {
  const group = formOfInstrument(instrument).items.find((item) => item.type === 'group');
  assert.ok(group, instrument.id);
  return group;
}
const withItems = (group: FormGroup, items: readonly Json[]): FormGroup => ({
  ...group,
  items: items as unknown as readonly FormItem[],
});

test('a group that asks what its instrument asks is that instrument, also with a total for other programs', () => {
  for (const instrument of instruments) {
    const group = groupOf(instrument);
    assert.ok(asksInstrument(group, instrument), instrument.id);
    const total: FormItem = { id: 'total', type: 'total', text: 'Total', expression: { op: 'nothing' } };
    assert.ok(asksInstrument({ ...group, items: [...group.items, total] }, instrument), instrument.id);
  }
});

test('a group with one fault in any of its questions is not that instrument, and its rule scores nothing', () => {
  for (const instrument of instruments) {
    const group = groupOf(instrument);
    const items = group.items as unknown as readonly Json[];
    for (const [at, item] of items.entries()) {
      const changed = (those: readonly Json[]) => withItems(group, items.toSpliced(at, 1, ...those));
      const said = (fault: string) => `${instrument.id}, ${String(item['id'])}: ${fault}`;
      for (const [fault, change] of item['type'] === 'group' ? FAULTS : [...FAULTS, ...QUESTION_FAULTS])
        assert.ok(!asksInstrument(changed(change(item)), instrument), said(fault));
      for (const [n, option] of list(item, 'options').entries())
        for (const [fault, change] of CHOICE_FAULTS) {
          const options = list(item, 'options').with(n, change(option));
          assert.ok(!asksInstrument(changed([{ ...item, options }]), instrument), said(fault));
        }
    }
  }
});

test('the same questions in another order are not that instrument', () => {
  const instrument = instruments.find(({ id }) => id === 'news2') ?? assert.fail();
  const group = groupOf(instrument);
  assert.ok(!asksInstrument({ ...group, items: group.items.toReversed() }, instrument));
});
