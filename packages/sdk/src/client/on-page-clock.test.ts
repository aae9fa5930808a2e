import { expect } from '@open-wc/testing';
import type { DeviceStatus, Receipt } from '@ehch/clinical';
import { onPageClock, sentOnPageClock } from './on-page-clock.ts';

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

describe('when something was sent', () => {
  const sentAt = '2026-11-30T09:58:00.000Z';
  const shown = (receipt: Receipt, page: string) => sentOnPageClock(receipt, page, NOW_MS);

  it('is told by the page’s own clock, by which it was pressed', () => {
    const at = (page: string) => shown({ state: 'sent', at: sentAt }, page);
    expect(at('2026-12-26T02:00:00.000Z')).to.deep.equal({ state: 'sent', at: '2026-12-26T01:58:00.000Z' });
    expect(at('2026-11-30T10:00:02.000Z')).to.deep.equal({ state: 'sent', at: sentAt });
    expect(at('soon')).to.deep.equal({ state: 'sent', at: sentAt });
  });

  it('stays as it is in every other receipt', () => {
    const saved: Receipt = { state: 'saved-on-device', at: sentAt };
    expect(shown(saved, '2026-12-26T02:00:00.000Z')).to.equal(saved);
  });
});
