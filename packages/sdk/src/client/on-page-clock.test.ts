import { expect } from '@open-wc/testing';
import type { DeviceStatus } from '@ehch/clinical';
import { onPageClock } from './on-page-clock.ts';

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
