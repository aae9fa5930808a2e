import type { PlaceConfiguration } from '@ehch/clinical';
import type { TakenIntent } from '@ehch/clinical/session';
import type { Operation } from '@ehch/store';
import { takenIntentIn } from '../actions/intents-in.ts';
import { whyNotDecided } from '../actions/why-not-decided.ts';
import type { SignedIn } from '../engine-configuration.ts';
import type { Timing } from '../timing.ts';
import type { ClockDifference } from './server-clock.ts';

/** Whom a place file names for decisions of the plan. */
export type Deciders = NonNullable<PlaceConfiguration['deciders']>;

interface WhoDecidesPorts {
  /** Whom the place file in force names: that of the configuration, or a newer one. */
  readonly deciders: () => Deciders;
  /** `null`: nobody is signed in. */
  readonly user: SignedIn | null;
  readonly timing: Pick<Timing, 'now'>;
  readonly clock: Pick<ClockDifference, 'serverTime'>;
}

/** What the person who is signed in may decide here, at each moment (SPEC P20). */
export function whoDecides({ deciders, user, timing, clock }: WhoDecidesPorts) {
  /** Why they may not press this; `null`: they may. */
  const whyNotPress = (intent: Pick<TakenIntent, 'what'>): string | null =>
    whyNotDecided(intent, { deciders: deciders(), user }, clock.serverTime(timing.now()));
  return {
    whyNotPress,
    /** The same of what waits: who may not press a decision may not send one either. */
    whyNotSend({ about }: Operation): string | null {
      const intent = takenIntentIn(about);
      return intent === null ? null : whyNotPress(intent);
    },
  };
}
