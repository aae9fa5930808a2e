import { expect } from '@open-wc/testing';
import type { CareEvent } from '@ehch/clinical';
import { draw, textOf } from '../../../test/draw-summary.ts';
import { SECTIONS, known, rec, viewOf } from '../typical-resident.fixtures.ts';

const event = (text: string, part: Partial<CareEvent> = {}): CareEvent => ({
  ...rec('2026-11-02'),
  id: text,
  kind: 'fall',
  text,
  notDone: null,
  until: null,
  ...part,
});

function drawn(compact: boolean, ...value: readonly CareEvent[]) {
  const view = viewOf(SECTIONS, { events: known({ kind: 'recorded', value }) });
  return draw(document.body, { view }, { compact });
}

const row = async (...value: readonly CareEvent[]) => textOf(await drawn(true, ...value), '#events');
const told = async (...value: readonly CareEvent[]) =>
  textOf(await drawn(false, ...value), '[data-section=events]');
const NOT_DONE = { why: 'She declined' } as const;

describe('events', () => {
  it('names in the row the latest that took place, and no appointment that did not', async () => {
    const visit = event('Eye clinic', { kind: 'other', on: '2026-11-10', notDone: NOT_DONE });
    const ahead = event('Dentist', { on: '2026-12-24', cautions: ['future-dated'] });
    expect(await row(visit, ahead, event('In the hall'), event('In bed', { on: '2026-10-01' }))).to.match(
      /Fall 02-Nov-2026 · 1 more/,
    );
    expect(await row(event('In the hall'))).to.match(/Fall 02-Nov-2026$/);
    expect(await row(event('Blood test', { kind: 'other', on: null }))).to.contain(
      'Blood test (date not recorded)',
    );
    expect(await row(visit))
      .to.contain('1 recorded')
      .and.not.to.contain('Eye clinic');
  });

  it('says of what did not take place that it did not, and why', async () => {
    expect(await told(event('Eye clinic', { notDone: NOT_DONE }))).to.contain(
      'did not take place: She declined',
    );
    const planned = event('Eye clinic', { notDone: { planned: true, why: null } });
    expect(await told(planned)).to.contain('planned, not recorded as done');
    expect(await told(event('Eye clinic'))).not.to.match(/did not take place|planned/);
  });

  it('says its kind once, and its end where that is another day', async () => {
    expect(await told(event('In the hall'))).to.contain('Fall: In the hall');
    expect(await told(event('Fall in the hall')))
      .to.contain('Fall in the hall')
      .and.not.to.contain('Fall: ');
    expect(await told(event('In the hall', { until: '2026-11-04' }))).to.contain('until 04-Nov-2026');
    expect(await told(event('In the hall', { until: '2026-11-02T18:00:00Z' }))).not.to.contain('until');
  });
});
