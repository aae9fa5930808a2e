import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Instrument } from '../../instrument.ts';
import { instruments } from '../../instruments/index.ts';
import type { Caution } from '../../recorded.ts';
import type { SectionName } from '../../resident/sections.ts';
import type { Section } from '../../section.ts';
import { answerItem } from '../answer-item.ts';
import type { FormDefinition, FormItem, FormQuestion } from '../definition.ts';
import { formOfInstrument } from '../form-of-instrument.ts';
import { openForm } from '../open.ts';
import { startDraft } from '../start.ts';
import { FACTS } from './facts/index.ts';
import { suggestionsFromView } from './suggestions-from-view.ts';
import {
  cfs,
  fact,
  known,
  measure,
  medicine,
  news2Entry,
  NOW,
  recordedAs,
  viewWith,
  WHOLE,
  type Sections,
} from './view.fixtures.ts';

const every: readonly Instrument<never>[] = instruments;

const asking = (question: Partial<FormQuestion> & Pick<FormQuestion, 'type' | 'fact'>): FormDefinition => ({
  id: 'f',
  title: 'F',
  version: '1',
  items: [{ id: 'q', text: 'Q', ...question }],
});
const offered = (form: FormDefinition, sections: Partial<Sections>) =>
  suggestionsFromView(form, viewWith(sections), NOW);
const ofInstrument = (id: string, sections: Partial<Sections>) => {
  const instrument = every.find((each) => each.id === id);
  assert.ok(instrument);
  const all = offered(formOfInstrument(instrument), sections);
  return Object.fromEntries(all.map((each) => [each.item.slice(id.length + 1), each]));
};
const KG: Partial<FormQuestion> = { units: [{ code: 'kg', text: 'kg', factor: 1 }] };
const asksWeight = asking({ type: 'quantity', fact: 'weight', ...KG });
const weights = (...entries: readonly ReturnType<typeof measure>[]): Partial<Sections> => ({
  weight: recordedAs({ weights: entries, height: null, bmi: null }),
});

test('every fact that an instrument asks about has a reader', () => {
  const facts = every.flatMap(({ items }) =>
    items.flatMap((item) => ('fact' in item && item.fact !== undefined ? [item.fact] : [])),
  );
  assert.ok(facts.length > 20);
  for (const name of facts) assert.ok(Object.hasOwn(FACTS, name), name);
});

test('a whole record answers every fact, and each offer is one that its question takes without a doubt', () => {
  const found = new Set<string>();
  for (const instrument of every) {
    const form = formOfInstrument(instrument);
    const draft = startDraft({ id: 'd', resident: 'r1', form, at: NOW });
    for (const { item, values, recordedOn, source } of offered(form, WHOLE)) {
      const from = { kind: 'accepted', recordedOn, source } as const;
      const answer = { state: 'given', values, at: NOW, by: null, from } as const;
      assert.equal(answerItem(openForm(form, draft), item, answer).refused, undefined, item);
      found.add(item);
    }
  }
  const asked = every.flatMap(({ id, items }) =>
    items.flatMap((item) => ('fact' in item && item.fact !== undefined ? [`${id}/${item.id}`] : [])),
  );
  assert.deepEqual([...found].toSorted(), asked.toSorted());
});

test('a weight is offered with its unit, its own date and its source', () => {
  assert.deepEqual(offered(asksWeight, WHOLE), [
    {
      item: 'q',
      values: [{ type: 'number', value: 58.2, unit: 'kg' }],
      text: '58.2 kg',
      recordedOn: '2026-11-10',
      source: 'GP record',
      from: 'record',
      usefulMonths: 3,
    },
  ]);
});

test('what has no date is offered to a question with that said, and never into a score, which would carry today’s', () => {
  const undated = weights(measure(58.2, 'kg', { ...fact('2026-11-10'), on: null }));
  assert.equal(offered(asksWeight, undated)[0]?.recordedOn, null);
  assert.deepEqual(ofInstrument('bmi', undated), {});
});

test('a value in another unit is converted once, and says what the record has', () => {
  const { heightM } = ofInstrument('bmi', WHOLE);
  assert.equal(heightM?.text, '168 cm (1.68 m)');
  assert.deepEqual(heightM?.values, [
    { type: 'number', value: 1.68, unit: 'm', entered: { value: 168, unit: 'cm' } },
  ]);
});

test('a number is never offered where the record or the question leaves its unit unsaid', () => {
  assert.deepEqual(offered(asking({ type: 'decimal', fact: 'weight' }), WHOLE), []);
  assert.deepEqual(offered(asking({ type: 'quantity', fact: 'usual-news2', ...KG }), WHOLE), []);
  assert.deepEqual(offered(asksWeight, weights(measure(9, 'st', fact('2026-11-10')))), []);
});

test('an earlier weight is the heaviest of three to six months ago, and never the last one', () => {
  const { previousKg, previousOn, currentKg, currentOn } = ofInstrument('weight-change', WHOLE);
  assert.deepEqual([previousKg?.text, previousOn?.text], ['62.5 kg', '15-Jul-2026, of 62.5 kg']);
  assert.deepEqual([currentKg?.text, currentOn?.text], ['58.2 kg', '10-Nov-2026, of 58.2 kg']);
  const only = ofInstrument('weight-change', weights(measure(62.5, 'kg', fact('2026-07-15'))));
  assert.deepEqual(Object.keys(only), ['currentKg', 'currentOn']);
});

test('a section that does not say one thing for certain offers nothing', () => {
  const unsure: readonly Section<never>[] = [
    { state: 'loading' },
    { state: 'withheld', why: 'consent' },
    { state: 'failed', error: { code: 'unreachable' }, at: NOW },
    known({ kind: 'not-recorded' }),
    known({ kind: 'recorded-as-none', statements: [] }),
  ];
  for (const name of Object.keys(WHOLE) as SectionName[]) {
    const section = WHOLE[name];
    assert.ok(section?.state === 'known' && section.content.kind === 'recorded');
    const { value } = section.content;
    const disputed = known({ kind: 'disagree', sides: [{ ...fact(null), value }], common: value });
    const without = Object.fromEntries(Object.entries(WHOLE).filter(([key]) => key !== name));
    for (const instrument of every) {
      const form = formOfInstrument(instrument);
      const expected = offered(form, without);
      for (const other of [...unsure, disputed])
        assert.deepEqual(offered(form, { ...without, [name]: other }), expected);
    }
  }
});

test('what may mean something else, or is hardly possible, is not one press away; other cautions are said', () => {
  const told = (...cautions: readonly Caution[]) =>
    offered(asksWeight, weights(measure(58, 'kg', fact('2026-11-10', ...cautions))))[0]?.text;
  assert.equal(told('unknown-modifier'), undefined);
  assert.equal(told('unconfirmed', 'implausible'), undefined);
  assert.equal(told('unconfirmed'), '58 kg, unconfirmed');
  assert.equal(told('converted'), '58 kg, rounded or converted from another unit');
  assert.equal(told('partly-unreadable'), '58 kg, part of the record could not be read');
  for (const doubt of [
    'unit-conflict',
    'other-unit',
    'contradicts-itself',
    'contradicted',
    'two-versions',
    'future-dated',
    'mistaken-in-words',
    'test-data',
  ] as const)
    assert.equal(told(doubt), undefined, doubt);
});

test('what qualifies a value, what was written beside it and what the record has more of is offered with it', () => {
  const weighed = {
    ...measure(58, 'kg', fact('2026-11-10')),
    details: ['by hoist scale'],
    notes: [{ text: 'In her coat,\nwith shoes', on: null, by: 'Nurse One' }],
    more: [{ name: 'body site', text: null }],
  };
  assert.equal(
    offered(asksWeight, weights(weighed))[0]?.text,
    '58 kg, by hoist scale, note: In her coat, with shoes, more in the record: body site',
  );
});

test('an older entry never stands in for a newer one that is not offered', () => {
  const doubted = measure(580, 'kg', fact('2026-11-10', 'implausible'));
  assert.deepEqual(offered(asksWeight, weights(doubted, measure(58, 'kg', fact('2026-10-10')))), []);
});

test('what has a date after now is not offered, and what has none says so', () => {
  assert.deepEqual(offered(asksWeight, weights(measure(58, 'kg', fact('2026-11-22')))), []);
  assert.deepEqual(offered(asksWeight, weights(measure(58, 'kg', fact('2027')))), []);
  assert.equal(offered(asksWeight, weights(measure(58, 'kg', fact('2026-11'))))[0]?.recordedOn, '2026-11');
  assert.equal(offered(asksWeight, weights(measure(58, 'kg', fact(null))))[0]?.recordedOn, null);
});

test('nothing is offered in rows, to a question that is only shown, or outside what is plausible for it', () => {
  const question: FormQuestion = { id: 'q', type: 'quantity', text: 'Q', fact: 'weight', ...KG };
  const form = (items: readonly FormItem[]): FormDefinition => ({ id: 'f', title: 'F', version: '1', items });
  assert.equal(offered(form([{ id: 'g', type: 'group', text: 'G', items: [question] }]), WHOLE).length, 1);
  for (const items of [
    [{ id: 'g', type: 'group', text: 'G', repeats: true, items: [question] }],
    [{ id: 'p', type: 'text', text: 'P', repeats: true, items: [question] }],
    [{ ...question, readOnly: true }],
    [{ ...question, limits: { max: 58 } }],
    [{ ...question, plausible: { max: 58 } }],
  ] as const)
    assert.deepEqual(offered(form(items), WHOLE), []);
});

test('the parts of a NEWS2 are offered while they belong to the same set of observations', () => {
  const parts = ofInstrument('news2', WHOLE);
  assert.deepEqual(Object.fromEntries(Object.entries(parts).map(([id, { text }]) => [id, text])), {
    rr: '18',
    spo2: '95',
    oxygen: 'on air',
    sbp: '118',
    pulse: '84',
    acvpu: 'A',
    temp: '37.2 °C',
  });
  const at = (on: string) =>
    Object.keys(
      ofInstrument('news2', {
        news2: recordedAs({
          scores: [news2Entry({ rr: 18, temp: 37 }, fact(on))],
          usual: null,
          observations: [{ ...fact(on), name: 'Pulse', text: '84 beats/min' }],
        }),
      }),
    );
  assert.deepEqual(at('2026-11-21T13:50:00Z'), ['rr', 'temp']);
  for (const other of ['2026-11-21T13:49:59Z', '2026-11-21T14:20:01Z', '2026-11-21', '2026-11'])
    assert.deepEqual(at(other), []);
});

test('the parts of a NEWS2 are of the one that leads on the summary, and of what came later', () => {
  const ill = { rr: 26, spo2: 91, oxygen: true, sbp: 95, pulse: 115, acvpu: 'A', temp: 39 } as const;
  const offer = (...scores: readonly ReturnType<typeof news2Entry>[]) => {
    const news2 = recordedAs({ scores, usual: null, observations: [] });
    const parts = ofInstrument('news2', { news2 });
    return Object.entries(parts).map(([id, { text, recordedOn }]) => [id, text, recordedOn]);
  };
  const [before, since] = ['2026-11-21T13:55:00Z', '2026-11-21T14:15:00Z'];
  // A later pulse is the newest pulse, though the whole set before it leads.
  const both = offer(news2Entry({ pulse: 84 }, fact(since)), news2Entry(ill, fact(before)));
  assert.deepEqual(both.slice(0, 1), [['rr', '26', before]]);
  assert.deepEqual(
    both.filter(([id]) => id === 'pulse'),
    [['pulse', '84', since]],
  );
  assert.equal(both.length, 7);
  // Of two of one moment the summary tells the higher.
  assert.equal(offer(news2Entry({ rr: 16 }, fact(since)), news2Entry(ill, fact(since)))[0]?.[1], '26');
  // A whole set that came later leads, and nothing of an earlier one is asked for.
  const later = offer(news2Entry({ ...ill, rr: 'refused' }, fact(since)), news2Entry(ill, fact(before)));
  assert.deepEqual(
    later.filter(([id]) => id === 'rr'),
    [],
  );
});

test('a part of a NEWS2 that was doubted, refused or outside its set is not offered', () => {
  const times = { rr: '2026-11-21T13:20:00Z', sbp: '2026-11-21T14:15:00Z' };
  const parts = { rr: 18, sbp: 400, pulse: 210, spo2: 'refused', temp: 36.6, times } as const;
  const entry = news2Entry(parts, fact('2026-11-21T14:15:00Z'));
  const section = recordedAs({ scores: [entry], usual: null, observations: [] });
  assert.deepEqual(Object.keys(ofInstrument('news2', { news2: section })), ['temp']);
});

test('a CFS level brings its version and its day, each of the same entry', () => {
  const { level, version, on } = ofInstrument('cfs', WHOLE);
  assert.deepEqual([level?.text, version?.text, on?.text], ['6, version 2.0', '2.0', '01-Aug-2026']);
  const older = { cfs: [cfs(6, null, fact('2026-08-01')), cfs(4, '2.0', fact('2024-08-01'))] };
  const unsaid = ofInstrument('cfs', { frailty: recordedAs({ ...older, indices: [], statements: [] }) });
  assert.deepEqual([unsaid['level']?.text, unsaid['version']], ['6, version not stated', undefined]);
});

test('an index is offered under its own name alone', () => {
  const { score, deficits } = ofInstrument('efi', WHOLE);
  assert.deepEqual([score?.values, deficits?.text], [[{ type: 'number', value: 0.36 }], '13 of 36']);
  const { value, name } = ofInstrument('efi2', WHOLE);
  assert.deepEqual([value?.text, name?.values], ['eFI2 0.2', [{ type: 'option', value: 'eFI2' }]]);
});

test('a Barthel total is offered for its own version, however much newer the other one is', () => {
  const total = (name: string) => offered(asking({ type: 'integer', fact: name }), WHOLE)[0];
  assert.deepEqual(
    [total('barthel-0-20-total')?.text, total('barthel-0-20-total')?.recordedOn],
    ['9 of 0-20', '2026-05-01'],
  );
  assert.equal(total('barthel-0-100-total')?.text, '45 of 0-100');
});

test('regular medicines are counted only from a whole list on which each says how it is taken', () => {
  const count = (medicines: readonly ReturnType<typeof medicine>[], isShort = false) =>
    ofInstrument('polypharmacy', {
      medicines: recordedAs(
        { medicines, reviewed: null },
        { gaps: isShort ? [{ why: 'unreadable', what: '1 medicine' }] : [] },
      ),
    })['count'];
  const whole = count([medicine('regular'), medicine('as-required')]);
  assert.deepEqual(whole?.values, [{ type: 'number', value: 1 }]);
  // A list has no date of its own: the count is of when it was read.
  assert.equal(whole?.recordedOn, '2026-11-21T14:00:00Z');
  assert.match(whole?.text ?? '', /^1 lines of the medicine list/);
  assert.equal(count([medicine('regular'), medicine('not-stated')]), undefined);
  const ended = medicine('regular', 'past-its-end');
  for (const doubted of [[ended], [ended, medicine('not-stated')]])
    assert.equal(count([medicine('regular'), ...doubted]), undefined);
  assert.equal(count([medicine('regular')], true), undefined);
});

test('the gender of the record is offered as what it is, and never as the sex that a laboratory used', () => {
  assert.equal(ofInstrument('prisma-7', WHOLE)['sex']?.text, 'female, as the gender of the record');
  assert.equal(
    ofInstrument('cockcroft-gault', WHOLE)['sex']?.text,
    'female, as the gender of the record, which need not be what the laboratory used',
  );
});
