import { expect } from '@open-wc/testing';
import { SECTION_ORDER, type ResidentView, type Section, type SectionName } from '@ehch/clinical';
import type { GlanceTold } from '@ehch/clinical/glance';
import { carryOver, isAnswered, viewAfterLoss } from './carry-over.ts';
import { mapSections } from './map-sections.ts';
import { viewWithout } from './view-without.ts';

const before = '2026-11-21T09:00:00Z';
const now = '2026-11-21T09:30:00Z';
const loading: Section<never> = { state: 'loading' };
const withheld: Section<never> = { state: 'withheld', why: 'role' };
const failed: Section<never> = { state: 'failed', error: { code: 'timeout' }, at: now };
const known: Section<never> = {
  state: 'known',
  content: { kind: 'not-recorded' },
  asOf: before,
  freshness: 'stale',
  refresh: { state: 'idle' },
  gaps: [{ why: 'more', what: 'older events' }],
};

/** A view with the same section everywhere, except for the named ones. */
function view(all: Section<unknown>, but: Partial<Record<SectionName, Section<unknown>>> = {}): ResidentView {
  return mapSections(viewWithout('agnes', 'test', 'timeout', before), (_, name) => but[name] ?? all);
}

describe('a view after the engine was lost', () => {
  const after = viewAfterLoss(
    view(known, { events: loading, problems: withheld, weight: failed }),
    { code: 'unreachable' },
    now,
  );

  it('keeps known sections with their age and gaps, and says that their refresh failed', () => {
    expect(after.sections.allergies).to.deep.equal({
      ...known,
      refresh: { state: 'failed', error: { code: 'unreachable' }, at: now },
    });
  });

  it('marks a section that had not arrived as failed, and never as loading', () => {
    expect(after.sections.events).to.deep.equal({ state: 'failed', error: { code: 'unreachable' }, at: now });
    expect(Object.values(after.sections).some(({ state }) => state === 'loading')).to.equal(false);
  });

  it('keeps a refusal a refusal, and a former failure with its own reason', () => {
    expect(after.sections.problems).to.deep.equal(withheld);
    expect(after.sections.weight).to.deep.equal(failed);
  });
});

describe('a view while a new engine reads the record again', () => {
  it('keeps a known section until the new engine has answered, and says that it is being refreshed', () => {
    const { sections } = carryOver(view(known), view(loading));
    for (const name of SECTION_ORDER)
      expect(sections[name], name).to.deep.equal({ ...known, refresh: { state: 'running' } });
  });

  it('keeps a known section if the new engine failed, with the reason and time of the failure', () => {
    expect(carryOver(view(known), view(failed)).sections.events).to.deep.equal({
      ...known,
      refresh: { state: 'failed', error: { code: 'timeout' }, at: now },
    });
  });

  it('shows no former content once the source has refused or answered', () => {
    const fresh = { ...known, asOf: now, gaps: [] };
    const { sections } = carryOver(view(known), view(withheld, { events: fresh }));
    expect(sections.allergies).to.deep.equal(withheld);
    expect(sections.events).to.deep.equal(fresh);
  });

  it('never makes a refused, failed or missing section known', () => {
    for (const former of [withheld, failed, loading])
      for (const next of [loading, failed, withheld])
        expect(carryOver(view(former), view(next)).sections.events).to.deep.equal(next);
  });

  it('matches each section by its own name', () => {
    const { sections } = carryOver(view(withheld, { events: known }), view(loading));
    expect(sections.events.state).to.equal('known');
    expect(sections.allergies.state).to.equal('loading');
  });
});

describe('the glance of a lost engine', () => {
  const line = (rule: string, section: SectionName, rest = '') =>
    ({
      key: rule,
      rule,
      section,
      urgency: 'asked',
      shape: 'asked',
      lead: rule,
      rest,
      quote: null,
      on: null,
      canHide: false,
    }) as const;
  const told = (at: string, ...lines: GlanceTold['lines']): GlanceTold => ({
    lines,
    since: { from: '2026-11-12', known: true, given: true },
    at,
  });
  const worry = line('unanswered', 'open');
  const last = {
    ...view(known, { events: loading }),
    glance: told(before, worry, line('not-known', 'events', ': events (still loading)')),
  };

  it('stays with its time, and nothing in it counts as still loading', () => {
    const { glance } = viewAfterLoss(last, { code: 'unreachable' }, now);
    expect(glance?.at).to.equal(before);
    expect(glance?.lines.map(({ rest }) => rest)).to.deep.equal(['', ': events (could not be loaded)']);
  });

  it('keeps its worry beside what the new engine tells, until that has read who asks', () => {
    const next = told(now, line('not-known', 'open', ': this record (still loading)'));
    const rules = (after: ResidentView) => after.glance?.lines.map(({ rule }) => rule);
    expect(rules(carryOver(last, { ...view(loading), glance: next }))).to.deep.equal([
      'unanswered',
      'not-known',
    ]);
    expect(rules(carryOver(last, { ...view(known), glance: next }))).to.deep.equal(['not-known']);
    expect(rules(carryOver(last, { ...view(withheld), glance: next }))).to.deep.equal(['not-known']);
  });
});

it('a view is answered once no section is loading or failed', () => {
  expect(isAnswered(view(known, { events: withheld }))).to.equal(true);
  expect(isAnswered(view(known, { events: loading }))).to.equal(false);
  expect(isAnswered(view(known, { events: failed }))).to.equal(false);
});
