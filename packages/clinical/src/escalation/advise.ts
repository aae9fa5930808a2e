import type { DangerSign, Ladder, RungReason, Rung } from './ladder.ts';
import { reached } from './rung-reached.ts';
import type { AgreedNow, CprNow, PlanRow, Situation, Variation } from './situation.ts';

/** What the card says to do. Its words are for the person beside the resident. */
export type Advice =
  /** Last days, or an expected death (SPEC R4). */
  | { readonly kind: 'expected' }
  /** Not breathing (SPEC R5). */
  | { readonly kind: 'not-breathing'; readonly cpr: CprNow }
  /** Danger signs (SPEC R6). `cpr`: the CPR record, where "not breathing" is one of them; otherwise `null`. */
  | {
      readonly kind: 'danger';
      readonly signs: readonly DangerSign[];
      readonly cpr: CprNow | null;
      readonly isLastDays: boolean;
    }
  | {
      readonly kind: 'rung';
      readonly rung: Rung;
      /** Why, in words, most pressing first. */
      readonly reasons: readonly string[];
      /** What lowered it or stands in its place. */
      readonly instead: Instead | null;
    }
  /** Nothing was ticked and nobody is worried. */
  | { readonly kind: 'nothing-yet' };

/** What the advice would have been without the plan or the variation. The card always says it. */
export type Instead =
  | { readonly kind: 'plan'; readonly row: PlanRow; readonly ladderSaid: Rung }
  | { readonly kind: 'variation'; readonly variation: Variation; readonly ladderSaid: Rung };

/** Danger signs that are treated whatever was agreed (clinical rule 13.2, step 0). */
const ALWAYS_TREATED: readonly DangerSign[] = ['choking', 'allergy'];

/** The advice for what is seen now and what is agreed. Pure: the same facts give the same advice. */
export function advise(ladder: Ladder, situation: Situation, agreed: AgreedNow): Advice {
  const { dangers } = situation;
  const treated = dangers.filter((sign) => ALWAYS_TREATED.includes(sign));
  if (agreed.lastDays && !isForCpr(situation, agreed))
    return treated.length === 0
      ? { kind: 'expected' }
      : { kind: 'danger', signs: treated, cpr: null, isLastDays: true };
  const cpr = dangers.includes('not-responding') ? agreed.cpr : null;
  // Beside another sign the decision about CPR is said, and changes nothing about the other (SPEC R6).
  if (dangers.length === 1 && cpr !== null) return { kind: 'not-breathing', cpr };
  if (dangers.length > 0) return { kind: 'danger', signs: dangers, cpr, isLastDays: false };
  const top = highest(ladder.rungs, situation, agreed, () => true);
  if (top === null) return { kind: 'nothing-yet' };
  const { rung, reasons } = top;
  const { planRow } = agreed;
  if (planRow !== null && rung.isReplacedByPlan)
    return { kind: 'rung', rung, reasons, instead: { kind: 'plan', row: planRow, ladderSaid: rung } };
  return lowered(ladder, situation, agreed, top);
}

/**
 * Whether somebody who does not breathe is recorded as "For CPR". Beside the last days the record contradicts itself, and what is not
 * undisputed silences no 999 (SPEC R4). [P]
 */
function isForCpr({ dangers }: Situation, { cpr }: AgreedNow): boolean {
  return dangers.includes('not-responding') && cpr.state === 'attempt';
}

interface Top {
  readonly rung: Rung;
  readonly reasons: readonly string[];
}

/** The highest rung that a reason reaches, with the words of every reason, most pressing first (SPEC R1). */
function highest(
  rungs: readonly Rung[],
  situation: Situation,
  agreed: AgreedNow,
  counts: (reason: RungReason) => boolean,
): Top | null {
  const holding = rungs.flatMap((rung) => {
    const reasons = rung.when.filter(counts).flatMap((reason) => reached(reason, situation, agreed) ?? []);
    return reasons.length === 0 ? [] : [{ rung, reasons }];
  });
  const top = holding.at(-1);
  if (top === undefined) return null;
  const reasons = holding.toReversed().flatMap((one) => one.reasons);
  return { rung: top.rung, reasons: [...new Set(reasons)] };
}

/** A variation speaks of the score alone. What somebody saw, or a worry, it does not lower (SPEC R8). */
function lowered(ladder: Ladder, situation: Situation, agreed: AgreedNow, { rung, reasons }: Top): Advice {
  const { variation } = agreed;
  const order = (one: Rung | undefined) => (one === undefined ? -1 : ladder.rungs.indexOf(one));
  const most = ladder.rungs.find(({ id }) => id === variation?.most);
  const seen = highest(ladder.rungs, situation, agreed, (reason) => !isOfScore(reason))?.rung;
  const to = order(most) > order(seen) ? most : seen;
  if (variation === null || most === undefined || to === undefined || order(to) >= order(rung))
    return { kind: 'rung', rung, reasons, instead: null };
  return { kind: 'rung', rung: to, reasons, instead: { kind: 'variation', variation, ladderSaid: rung } };
}

function isOfScore({ kind }: RungReason): boolean {
  return kind === 'news2' || kind === 'single-three' || kind === 'above-usual';
}
