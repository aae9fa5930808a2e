import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fact, news2Entry, NOW, recordedAs, viewWith, type Sections } from '../form/suggest/view.fixtures.ts';
import type { ResidentView } from '../resident/view.ts';
import { carriedGlance, glanceAfterLoss } from './carried-glance.ts';
import { event, limitsOf, matter } from './glance.fixtures.ts';
import { withGlance } from './with-glance.ts';

const LATER = '2026-11-21T14:24:00Z';
const loading = { state: 'loading' } as const;
const withheld = { state: 'withheld', why: 'role' } as const;
const ILL = {
  rr: 26,
  spo2: 91,
  scale: 1,
  oxygen: false,
  sbp: 96,
  pulse: 118,
  acvpu: 'C',
  temp: 38.4,
} as const;

const told = (sections: Partial<Sections>, now = NOW) =>
  withGlance(viewWith(sections), { since: '2026-11-12', now });
const rulesIn = ({ glance }: Pick<ResidentView, 'glance'>) => glance?.lines.map(({ rule }) => rule) ?? null;

const worry = { open: recordedAs([matter('2026-11-20')]) };
const all: Partial<Sections> = { ...worry, events: recordedAs([event('fall', '2026-11-18')]) };

test('a worry that nobody answered stays at a glance while a new engine reads the record', () => {
  const next = told({ open: loading, events: loading }, LATER);
  assert.ok(!rulesIn(next)?.includes('unanswered'));
  const carried = carriedGlance(told(all), next);
  assert.deepEqual(rulesIn(carried), ['unanswered', 'events-since', 'not-known']);
  assert.equal(carried.glance?.at, LATER);
});

test('what the new engine told takes the place of what stood in, each line once', () => {
  const next = told({ ...worry, events: loading }, LATER);
  assert.deepEqual(rulesIn(carriedGlance(told(all), next)), ['unanswered', 'events-since', 'not-known']);
  const answered = told({ open: recordedAs([]), events: loading }, LATER);
  assert.deepEqual(rulesIn(carriedGlance(told(all), answered)), ['events-since', 'not-known']);
});

test('"nothing new" does not outlast the engine that could say it', () => {
  assert.ok(rulesIn(told({}))?.includes('nothing-new'));
  assert.deepEqual(rulesIn(carriedGlance(told({}), told({ events: loading }, LATER))), ['not-known']);
});

test('once a section is refused, no former line stays', () => {
  const next = told({ open: loading, events: withheld }, LATER);
  assert.deepEqual(carriedGlance(told(all), next).glance, next.glance);
});

test('nothing is told of somebody who has died or whose records disagree, while the identity is read again', () => {
  const last: ResidentView = { ...told(all), glance: null };
  assert.equal(carriedGlance(last, told({ identity: loading })).glance, null);
  assert.equal(carriedGlance(told(all), { ...told(all), glance: null }).glance, null);
});

test('in the last days of life no score comes back while the plan for them is read again', () => {
  const scores = [news2Entry(ILL, fact('2026-11-21T08:05:00Z'))];
  const news2 = recordedAs({ scores, usual: null, observations: [] });
  const limits = recordedAs(limitsOf({ lastDays: { ...fact('2026-11-16'), text: 'Comfort.' } }));
  const next = told({ news2, limits: loading }, LATER);
  assert.ok(rulesIn(next)?.includes('news2-against-usual'));
  assert.deepEqual(rulesIn(carriedGlance(told({ news2, limits }), next)), ['last-days', 'not-known']);
});

test('after the engine was lost, what was told stays with its time, and nothing counts as still loading', () => {
  const last = told({ ...worry, events: loading, problems: withheld });
  const { glance } = glanceAfterLoss(last);
  assert.equal(glance?.at, NOW);
  assert.deepEqual(rulesIn({ glance }), rulesIn(last));
  assert.equal(
    glance.lines.at(-1)?.rest,
    ': problems (withheld for your role); events (could not be loaded)',
  );
  assert.deepEqual(glanceAfterLoss({ glance: null }), { glance: null });
  assert.deepEqual(glanceAfterLoss({}), {});
});
