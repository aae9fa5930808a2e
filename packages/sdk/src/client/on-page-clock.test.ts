import { expect } from '@open-wc/testing';
import type { DeviceStatus, HomeMatters, Receipt } from '@ehch/clinical';
import { mattersOnPage, onPageClock, receiptOnPage } from './on-page-clock.ts';

const DAY_MS = 86_400_000;
const NOW = '2026-11-30T10:00:00.000Z';
const NOW_MS = Date.parse(NOW);

const told = (clockOffsetMs: number | undefined, page: string) =>
  onPageClock({ ...(clockOffsetMs !== undefined && { clockOffsetMs }) } as DeviceStatus, page, NOW_MS)
    .clockOffsetMs;

describe('the clock of which a person is told', () => {
  it('is the device’s, where the page has no other', () => {
    expect(told(DAY_MS, '2026-11-30T10:00:02.000Z')).to.equal(DAY_MS);
    expect(told(undefined, NOW)).to.equal(undefined);
  });

  it('is the page’s own, which a server of its day agrees with', () => {
    expect(told(-9 * DAY_MS, '2026-11-21T10:00:00.000Z')).to.equal(undefined);
  });

  it('is still wrong where the server agrees with neither', () => {
    expect(told(-8 * DAY_MS, '2026-11-21T10:00:00.000Z')).to.equal(DAY_MS);
  });

  it('is the device’s, where the page’s cannot be read', () => {
    expect(told(DAY_MS, 'soon')).to.equal(DAY_MS);
  });
});

describe('a moment that the engine has timed', () => {
  const PAGE = '2026-11-21T10:00:20.000Z';
  const sent: Receipt = { state: 'sent', at: '2026-11-30T09:58:00.000Z' };
  const matters = (asOf: string): HomeMatters => ({
    residents: [],
    homes: [
      {
        home: 'rowan',
        name: 'Rowan Court',
        state: { state: 'read', asOf, residents: 1, notRead: 0, withheld: 0, isIncomplete: false },
        unlisted: { state: 'loading' },
      },
      { home: 'elm', name: 'Elm', state: { state: 'loading' }, unlisted: { state: 'loading' } },
    ],
    onTheList: [],
  });

  it('stays as it is where the page’s clock differs by less than a minute: nothing jumps', () => {
    const at = '2026-11-30T09:58:30.000Z';
    for (const page of ['2026-11-30T10:00:40.000Z', '2026-11-30T09:59:20.000Z'])
      expect(receiptOnPage({ state: 'sent', at }, page, NOW_MS)).to.deep.equal({ state: 'sent', at });
  });

  it('is told by the page’s clock, and the same at each look', () => {
    const told = { state: 'sent', at: '2026-11-21T09:58:00.000Z' };
    expect(receiptOnPage(sent, PAGE, NOW_MS)).to.deep.equal(told);
    expect(receiptOnPage(sent, '2026-11-21T10:00:29.000Z', NOW_MS + 9_000)).to.deep.equal(told);
    expect(mattersOnPage(matters('2026-11-30T09:59:00.000Z'), PAGE, NOW_MS)).to.deep.equal(
      matters('2026-11-21T09:59:00.000Z'),
    );
  });

  it('stays as it is where the page has no other clock, where one cannot be read, and where a page timed it', () => {
    expect(receiptOnPage(sent, NOW, NOW_MS)).to.deep.equal(sent);
    expect(receiptOnPage(sent, 'soon', NOW_MS)).to.deep.equal(sent);
    expect(mattersOnPage(matters('soon'), PAGE, NOW_MS)).to.deep.equal(matters('soon'));
    const byPage = matters('2026-11-21T09:59:00.000Z');
    expect(mattersOnPage(byPage, PAGE, NOW_MS)).to.deep.equal(byPage);
    const saved: Receipt = { state: 'saved-on-device', at: '2026-11-21T09:58:00.000Z' };
    expect(receiptOnPage(saved, PAGE, NOW_MS)).to.deep.equal(saved);
  });
});
