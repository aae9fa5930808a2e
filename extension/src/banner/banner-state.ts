import type { PageMessage } from '../messages/page.ts';
import { NOBODY, sameReading, type Reading } from './reading.ts';

/** What was read last of a page's banner, and whether the vault was told of it. A value: {@link stepBanner} makes the next one. */
export interface BannerState {
  readonly reading: Reading;
  readonly isSaid: boolean;
}

export type BannerAction =
  | { readonly kind: 'read'; readonly reading: Reading }
  /** What stands there has stood for the adapter's settling time, as far as was noticed. This is one more look at it. */
  | { readonly kind: 'settled'; readonly reading: Reading; readonly isSeen: boolean }
  /** The page has come to the front, and was read. */
  | { readonly kind: 'shown' }
  /** The page is left. */
  | { readonly kind: 'left' };

/** What has to happen outside, in this order. */
export type BannerEffect =
  | { readonly kind: 'say'; readonly message: PageMessage }
  /** Sends `settled` after so many milliseconds, in place of any that was asked for before. */
  | { readonly kind: 'settle'; readonly afterMs: number }
  | { readonly kind: 'stop-settling' };

export interface BannerStep {
  readonly banner: BannerState;
  readonly effects: readonly BannerEffect[];
}

export const EMPTY_BANNER: BannerState = { reading: NOBODY, isSaid: false };

/** The next state of a banner. Whoever was said to be there is taken back before anybody else settles. */
export function stepBanner(banner: BannerState, action: BannerAction): BannerStep {
  switch (action.kind) {
    case 'read':
      return take(banner, action.reading);
    case 'settled': {
      const step = take(banner, action.reading);
      const isSame = sameReading(banner.reading, action.reading);
      return isSame && action.isSeen ? say(step.banner) : step;
    }
    case 'shown':
      // It was not said in the background, however long it stood there.
      return banner.isSaid ? { banner, effects: [] } : { banner, effects: settling(banner.reading) };
    case 'left':
      return { banner: EMPTY_BANNER, effects: takenBack(banner) };
  }
}

/** The one place where a reading replaces another. */
function take(banner: BannerState, reading: Reading): BannerStep {
  // The same words may stand in other elements now: those are the ones to watch.
  if (sameReading(reading, banner.reading)) return { banner: { ...banner, reading }, effects: [] };
  return {
    banner: { reading, isSaid: false },
    effects: [...takenBack(banner), ...settling(reading)],
  };
}

function takenBack({ isSaid }: BannerState): readonly BannerEffect[] {
  const stop = { kind: 'stop-settling' } as const;
  return isSaid ? [stop, { kind: 'say', message: { kind: 'clear' } }] : [stop];
}

function settling(reading: Reading): readonly BannerEffect[] {
  return reading.kind === 'none' ? [] : [{ kind: 'settle', afterMs: reading.adapter.settleMs }];
}

function say({ reading }: BannerState): BannerStep {
  const message = messageOf(reading);
  return {
    banner: { reading, isSaid: message !== null },
    effects: message === null ? [] : [{ kind: 'say', message }],
  };
}

function messageOf(reading: Reading): PageMessage | null {
  if (reading.kind === 'none') return null;
  if (reading.kind === 'ambiguous') return { kind: 'ambiguous' };
  return { kind: 'candidate', adapter: reading.adapter.id, person: reading.person };
}
