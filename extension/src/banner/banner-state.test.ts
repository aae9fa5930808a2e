import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Adapter } from '../hosts/binding.ts';
import gpRecord from '../hosts/gp-record/gp-record.template.json' with { type: 'json' };
import type { Template } from '../hosts/template.ts';
import type { PageMessage } from '../messages/page.ts';
import { EMPTY_BANNER, stepBanner, type BannerAction, type BannerEffect } from './banner-state.ts';
import { NOBODY, sameReading, type Reading } from './reading.ts';

const adapter: Adapter = {
  id: 'gp-record',
  template: gpRecord as Template,
  match: [],
  from: 'built-in',
};
const personReading = (nhsNumber: string, family: string): Reading => ({
  kind: 'person',
  adapter,
  elements: [],
  person: { nhsNumber, born: '1938-03-09', family, given: null },
});
const DORIS = personReading('9990000018', 'ASHWORTH');
const MARGARET = personReading('9990000026', 'HUGHES');
const TWO: Reading = { kind: 'ambiguous', adapter, elements: [] };

const after = (...actions: readonly BannerAction[]) =>
  actions.reduce<{ banner: typeof EMPTY_BANNER; effects: readonly BannerEffect[] }>(
    ({ banner }, action) => stepBanner(banner, action),
    { banner: EMPTY_BANNER, effects: [] },
  );
const read = (reading: Reading): BannerAction => ({ kind: 'read', reading });
const settled = (reading: Reading, isSeen = true, report = 'r'): BannerAction => ({
  kind: 'settled',
  reading,
  isSeen,
  report,
});
const saidIn = (effects: readonly BannerEffect[]): readonly PageMessage[] =>
  effects.flatMap((effect) => (effect.kind === 'say' ? [effect.message] : []));

test('a person who is read is reported only after the settling time', () => {
  const { banner, effects } = after(read(DORIS));
  assert.deepEqual(effects, [
    { kind: 'stop-settling' },
    { kind: 'settle', afterMs: adapter.template.settleMs },
  ]);
  assert.deepEqual(saidIn(stepBanner(banner, settled(DORIS)).effects), [
    { kind: 'candidate', report: 'r', adapter: adapter.id, person: DORIS.kind === 'person' && DORIS.person },
  ]);
});

test('a last look that finds somebody else reports nobody and starts the settling time again', () => {
  const { effects } = after(read(DORIS), settled(MARGARET));
  assert.deepEqual(effects, [
    { kind: 'stop-settling' },
    { kind: 'settle', afterMs: adapter.template.settleMs },
  ]);
});

test('a reported person is taken back in the step that reads somebody else', () => {
  assert.deepEqual(saidIn(after(read(DORIS), settled(DORIS), read(MARGARET)).effects), [
    { kind: 'clear', report: 'r' },
  ]);
  assert.deepEqual(saidIn(after(read(DORIS), settled(DORIS), read(NOBODY)).effects), [
    { kind: 'clear', report: 'r' },
  ]);
  assert.deepEqual(saidIn(after(read(DORIS), settled(DORIS), { kind: 'left' }).effects), [
    { kind: 'clear', report: 'r' },
  ]);
});

test('a person who settles in the background is not reported, and settles again when the page comes to the front', () => {
  const { banner, effects } = after(read(DORIS), settled(DORIS, false));
  assert.deepEqual(saidIn(effects), []);
  assert.deepEqual(stepBanner(banner, { kind: 'shown' }).effects, [
    { kind: 'settle', afterMs: adapter.template.settleMs },
  ]);
});

test('a part of a person is reported as a part, and taken back as anybody is', () => {
  const person = { nhsNumber: null, born: '1938-03-09', family: 'ASHWORTH', given: null };
  const part: Reading = { kind: 'part', adapter, elements: [], person };
  assert.deepEqual(saidIn(after(read(part), settled(part)).effects), [
    { kind: 'part', report: 'r', adapter: adapter.id, person },
  ]);
  const other: Reading = { ...part, person: { ...person, born: '1938-03-10' } };
  assert.deepEqual(saidIn(after(read(part), settled(part), read(other)).effects), [
    { kind: 'clear', report: 'r' },
  ]);
});

test('more than one person at once is reported as ambiguous', () => {
  assert.deepEqual(saidIn(after(read(TWO), settled(TWO)).effects), [{ kind: 'ambiguous', report: 'r' }]);
});

type Event =
  | { readonly kind: 'stands'; readonly reading: Reading }
  | { readonly kind: 'look' | 'time-passes' | 'hide' | 'show' | 'leave' };
const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({
    kind: fc.constant('stands' as const),
    reading: fc.constantFrom(DORIS, MARGARET, TWO, NOBODY),
  }),
  fc.record({
    kind: fc.constantFrom(
      'look' as const,
      'time-passes' as const,
      'time-passes' as const,
      'hide' as const,
      'show' as const,
      'leave' as const,
    ),
  }),
);

/** Runs a banner as the watcher does, on a page that changes unread, and returns each broken promise in words. */
function breaches(events: readonly Event[], step: typeof stepBanner = stepBanner): string[] {
  const found: string[] = [];
  let banner = EMPTY_BANNER;
  let onPage: Reading = NOBODY;
  let isSeen = true;
  /** What the page showed when the running settling time began; `null` if none runs. */
  let settling: Reading | null = null;
  let said = { kind: 'clear', report: '' } as PageMessage;
  let reports = 0;

  const act = (action: BannerAction): void => {
    const next = step(banner, action);
    for (const effect of next.effects) {
      if (effect.kind === 'settle') settling = next.banner.reading;
      else if (effect.kind === 'stop-settling') settling = null;
      else hear(effect.message, action);
    }
    banner = next.banner;
  };
  const hear = (message: PageMessage, action: BannerAction): void => {
    if (message.kind !== 'clear') {
      if (said.kind !== 'clear') found.push('somebody was said before the former was taken back');
      if (action.kind !== 'settled') found.push('somebody was said who had not settled');
      if (!sameReading(onPage, banner.reading)) found.push('somebody was said who is not on the page');
      if (!isSeen) found.push('somebody was said in the background');
    } else if (message.report !== said.report) found.push('another report was taken back than was made');
    said = message;
  };

  for (const one of events) {
    if (one.kind === 'stands') onPage = one.reading;
    else if (one.kind === 'look') act(read(onPage));
    else if (one.kind === 'hide') isSeen = false;
    else if (one.kind === 'leave') act({ kind: 'left' });
    else if (one.kind === 'show') {
      isSeen = true;
      act(read(onPage));
      act({ kind: 'shown' });
    } else if (settling !== null) {
      const begun: Reading = settling;
      settling = null;
      if (!sameReading(begun, banner.reading)) found.push('a settling outlived what it was begun for');
      act(settled(onPage, isSeen, `r${++reports}`));
    }
    if (one.kind === 'look' && said.kind === 'candidate' && !sameReading(onPage, banner.reading))
      found.push('a reading did not take the place of the former');
    if (one.kind === 'look' && (banner.said === null) !== (said.kind === 'clear'))
      found.push('the vault was told something else than the banner remembers');
  }
  return found;
}

const inAnyOrder = (step?: typeof stepBanner) =>
  fc.property(fc.array(event, { maxLength: 60 }), (events) => {
    assert.deepEqual(breaches(events, step), []);
  });

test('in any order of changes, looks and settlings, only a person who settled in front is reported, after a clear', () => {
  fc.assert(inAnyOrder(), { numRuns: 5000 });
});

test('the check notices a banner that does not take the former person back', () => {
  const withoutClear: typeof stepBanner = (banner, action) => {
    const next = stepBanner(banner, action);
    return {
      ...next,
      effects: next.effects.filter((effect) => effect.kind !== 'say' || effect.message.kind !== 'clear'),
    };
  };
  // With a seed: by chance, no order in a thousand shows it now and then.
  assert.equal(fc.check(inAnyOrder(withoutClear), { numRuns: 1000, seed: 1 }).failed, true);
});
