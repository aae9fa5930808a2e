import type { PageMessage } from '../messages/page.ts';
import { NOBODY, sameReading, type Reading } from './reading.ts';

/** What the script last read of a page's banner. It is a value: {@link stepBanner} makes the next one. */
export interface BannerState {
  readonly reading: Reading;
  /** The id of the report by which the vault knows this reading. It has to be taken back when the reading ends. */
  readonly said: string | null;
}

export type BannerAction =
  | { readonly kind: 'read'; readonly reading: Reading }
  /**
   * The reading has stood for the adapter's settling time. The script reads the page once more, because a change may
   * have gone unnoticed. `isSeen` says whether the page is in front, and `report` is an id that no report had before.
   */
  | {
      readonly kind: 'settled';
      readonly reading: Reading;
      readonly isSeen: boolean;
      readonly report: string;
    }
  /** The page came to the front, and the script has just read it. */
  | { readonly kind: 'shown' }
  /** The user left the page. */
  | { readonly kind: 'left' };

/** What the watcher has to do after a step, in this order. */
export type BannerEffect =
  | { readonly kind: 'say'; readonly message: PageMessage }
  /** The watcher sends `settled` after this many milliseconds. It replaces an earlier request. */
  | { readonly kind: 'settle'; readonly afterMs: number }
  | { readonly kind: 'stop-settling' };

export interface BannerStep {
  readonly banner: BannerState;
  readonly effects: readonly BannerEffect[];
}

/** The state before the first reading, and after the user has left the page. */
export const EMPTY_BANNER: BannerState = { reading: NOBODY, said: null };

/**
 * Returns the next state of a banner and its effects.
 *
 * A person who was reported is taken back before anybody else can settle, so that two people never overlap.
 */
export function stepBanner(banner: BannerState, action: BannerAction): BannerStep {
  switch (action.kind) {
    case 'read':
      return take(banner, action.reading);
    case 'settled': {
      const step = take(banner, action.reading);
      const isSame = sameReading(banner.reading, action.reading);
      return isSame && action.isSeen ? say(step.banner, action.report) : step;
    }
    case 'shown':
      // A page in the background reports nobody, however long the banner stood there. Settling starts now.
      return banner.said !== null ? { banner, effects: [] } : { banner, effects: settling(banner.reading) };
    case 'left':
      return { banner: EMPTY_BANNER, effects: takenBack(banner) };
  }
}

/** Replaces one reading with another. No other function does, so no change can skip the `clear`. */
function take(banner: BannerState, reading: Reading): BannerStep {
  // The page may have moved the same words into new elements. From now on the script watches those.
  if (sameReading(reading, banner.reading)) return { banner: { ...banner, reading }, effects: [] };
  return {
    banner: { reading, said: null },
    effects: [...takenBack(banner), ...settling(reading)],
  };
}

function takenBack({ said }: BannerState): readonly BannerEffect[] {
  const stop = { kind: 'stop-settling' } as const;
  return said === null ? [stop] : [stop, { kind: 'say', message: { kind: 'clear', report: said } }];
}

function settling(reading: Reading): readonly BannerEffect[] {
  return reading.kind === 'none' ? [] : [{ kind: 'settle', afterMs: reading.adapter.template.settleMs }];
}

function say(banner: BannerState, report: string): BannerStep {
  // The vault has this reading already. A second report would leave the first one standing.
  const message = banner.said === null ? messageOf(banner.reading, report) : null;
  return message === null
    ? { banner, effects: [] }
    : { banner: { ...banner, said: report }, effects: [{ kind: 'say', message }] };
}

/** Nobody makes no message: `clear` is sent only to take a report back. */
function messageOf(reading: Reading, report: string): PageMessage | null {
  if (reading.kind === 'none') return null;
  if (reading.kind === 'ambiguous') return { kind: 'ambiguous', report };
  const adapter = reading.adapter.id;
  return reading.kind === 'part'
    ? { kind: 'part', report, adapter, person: reading.person }
    : { kind: 'candidate', report, adapter, person: reading.person };
}
