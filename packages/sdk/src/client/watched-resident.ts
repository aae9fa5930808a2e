import type { EhchErrorCode, ResidentId, ResidentView } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';
import { carryOver, isAnswered, viewAfterLoss } from './carry-over.ts';
import { leadingView } from './leading-view.ts';
import { viewWithout } from './view-without.ts';

/**
 * What one watcher of a resident has received and still awaits. It is a value: {@link stepWatch} makes the next one.
 */
export interface WatchedResident {
  readonly resident: ResidentId;
  readonly sourceLabel: string;
  /** The last view that the watcher received. */
  readonly last: ResidentView | null;
  /** The last view before the engine was lost, until the new engine has answered every section. */
  readonly carried: ResidentView | null;
  /** The engine's sequence number of the last view; 0 for a new engine. */
  readonly seq: number;
  /** Counts the times that this watch was told to forget. Answers to older requests are dropped. */
  readonly era: number;
  /** The last view is only what leads of the record. The whole is to be asked for. */
  readonly isLeading: boolean;
  /** Whether the page has forgotten the record. The watch then asks for nothing until somebody asks again. */
  readonly forgotten: boolean;
}

export type WatchAction =
  /** The engine answered a request that was made in `era`. */
  | {
      readonly kind: 'answered';
      readonly era: number;
      readonly seq: number;
      readonly view: ResidentView;
      /** The rest of the record is still being read. */
      readonly isLeading?: true;
    }
  | { readonly kind: 'failed'; readonly era: number; readonly code: EhchErrorCode; readonly at: Instant }
  /** The engine was lost with all that it had read. */
  | { readonly kind: 'lost'; readonly at: Instant }
  /** The page closed the connection. Nobody reads any more, also where nothing had come yet. */
  | { readonly kind: 'closed'; readonly at: Instant }
  /** Nothing may stay on screen: somebody signed out or locked this device. */
  | { readonly kind: 'forget'; readonly code: 'signed-out' | 'locked'; readonly at: Instant }
  /** Somebody asked for this resident again. */
  | { readonly kind: 'ask-again' };

/** What the client has to give to the watcher after a step. */
export type WatchEffect =
  | { readonly kind: 'give'; readonly view: ResidentView }
  /** To give only if it is still the last view then: a newer view, a loss or a sign-out may come in between. */
  | { readonly kind: 'give-after-paint'; readonly view: ResidentView };

export interface WatchStep {
  readonly watch: WatchedResident;
  readonly effects: readonly WatchEffect[];
}

export function newWatch(resident: ResidentId, sourceLabel: string): WatchedResident {
  return {
    resident,
    sourceLabel,
    last: null,
    carried: null,
    seq: 0,
    era: 0,
    isLeading: false,
    forgotten: false,
  };
}

/** Returns the next state of a watch and the views to give to the watcher. */
export function stepWatch(watch: WatchedResident, action: WatchAction): WatchStep {
  switch (action.kind) {
    case 'answered':
      return answered(watch, action);
    case 'failed': {
      if (action.era !== watch.era) return unchanged(watch);
      const { resident, sourceLabel, last } = watch;
      const { code, at } = action;
      return give(
        watch,
        last ? viewAfterLoss(last, { code }, at) : viewWithout(resident, sourceLabel, code, at),
      );
    }
    case 'lost': {
      const { last, carried } = watch;
      // A second loss before the first answer must not replace a whole view by a half one.
      const lost = { ...watch, seq: 0, carried: carried ?? last };
      return last ? give(lost, viewAfterLoss(last, { code: 'unreachable' }, action.at)) : unchanged(lost);
    }
    case 'closed': {
      const { resident, sourceLabel, last } = watch;
      const view = last
        ? viewAfterLoss(last, { code: 'unreachable' }, action.at)
        : viewWithout(resident, sourceLabel, 'unreachable', action.at);
      // Whole and at once: nothing is given to this watch after the next paint.
      return { watch: { ...watch, last: view, isLeading: false }, effects: [{ kind: 'give', view }] };
    }
    case 'forget': {
      const { resident, sourceLabel, era } = watch;
      return give(
        { ...watch, carried: null, era: era + 1, forgotten: true },
        viewWithout(resident, sourceLabel, action.code, action.at),
      );
    }
    case 'ask-again':
      return unchanged({ ...watch, forgotten: false });
  }
}

function answered(
  watch: WatchedResident,
  { era, seq, view, isLeading }: Extract<WatchAction, { kind: 'answered' }>,
): WatchStep {
  // Guard: nobody receives an answer to a request from before a sign-out.
  if (era !== watch.era) return unchanged(watch);
  // Guard: two looks may overtake each other, and an older view must not replace a newer one.
  if (seq < watch.seq) return unchanged(watch);
  // Guard: the half of a newer record must not make anything on screen load again.
  if (isLeading && watch.last !== null) return unchanged(watch);
  if (isLeading)
    return { watch: { ...watch, seq, last: view, isLeading }, effects: [{ kind: 'give', view }] };
  const { carried } = watch;
  const step = give(
    { ...watch, seq, carried: isAnswered(view) ? null : carried },
    carried ? carryOver(carried, view) : view,
  );
  if (!watch.isLeading) return step;
  // What leads may not be painted yet, and must not wait for the rest to be drawn.
  return {
    ...step,
    effects: step.effects.map(({ view: whole }) => ({ kind: 'give-after-paint', view: whole })),
  };
}

/** Gives the first view in two steps, because a long record drawn at once would delay the name and the limits. */
function give(watch: WatchedResident, view: ResidentView): WatchStep {
  const { last } = watch;
  if (last !== null && JSON.stringify(view) === JSON.stringify(last))
    return unchanged({ ...watch, isLeading: false });
  const given = { ...watch, last: view, isLeading: false };
  if (last !== null) return { watch: given, effects: [{ kind: 'give', view }] };
  const leading = leadingView(view);
  const effects: WatchEffect[] = [{ kind: 'give', view: leading }];
  if (leading !== view) effects.push({ kind: 'give-after-paint', view });
  return { watch: given, effects };
}

function unchanged(watch: WatchedResident): WatchStep {
  return { watch, effects: [] };
}
