import { expect } from '@open-wc/testing';
import { ago } from './ago.ts';

const NOW = '2026-11-21T14:20:00Z';

describe('how long ago something was', () => {
  it('is said in whole minutes that have passed, and never as more', () => {
    expect(ago('2026-11-21T14:20:00Z', NOW)).to.equal('just now');
    expect(ago('2026-11-21T14:19:01Z', NOW)).to.equal('just now');
    expect(ago('2026-11-21T14:19:00Z', NOW)).to.equal('1min ago');
    expect(ago('2026-11-21T12:15:30Z', NOW)).to.equal('2hr 4min ago');
  });

  it('is not said of what lies ahead or cannot be read', () => {
    expect(ago('2026-11-21T14:20:01Z', NOW)).to.equal('in the future by this clock');
    expect(ago('yesterday', NOW)).to.equal('how long ago is not known');
    expect(ago('2026-11-21T14:20:00Z', '')).to.equal('how long ago is not known');
  });
});
