import type { Advice, CprNow, Ladder } from '@ehch/clinical/escalation';
import { DANGER_SIGNS } from '@ehch/clinical/escalation';
import type { Pronouns } from '@ehch/clinical/display';

/** What is known of the person beside whom somebody stands. */
interface Beside {
  readonly pronouns: Pronouns;
  /** Somebody without a record: nothing was there that could have been read. */
  readonly hasRecord: boolean;
}

/** What to do, in lines for the person beside the resident. The first is the one to read. */
export function whatToDo(advice: Advice, ladder: Ladder | null, beside: Beside): readonly string[] {
  const { object } = beside.pronouns;
  switch (advice.kind) {
    case 'expected':
      return [`This was expected. Stay with ${object}.`, 'No 999 for dying itself. Comfort comes first.'];
    case 'not-breathing':
      return cprWords(advice.cpr, beside);
    case 'danger':
      return [
        ...(advice.cpr === null ? [] : cprWords(advice.cpr, beside)),
        ...DANGER_SIGNS.signs
          .filter(({ id }) => advice.signs.includes(id) && !(id === 'not-responding' && advice.cpr !== null))
          .map(({ id, text }) => `${text}: ${ladder?.firstActions[id] ?? 'ring 999.'}`),
        ...(advice.isLastDays
          ? ['There is a plan for the last days. Choking and a severe allergic reaction are still treated.']
          : []),
        `Ring 999 now. Stay with ${object}.`,
      ];
    case 'rung':
      return rungWords(advice);
    case 'nothing-yet':
      return [];
  }
}

/**
 * Clinical rule 13.2, step 0b: one line from the CPR record, and what it does not say. [P] Where there is a decision and no breathing,
 * the same call asks who comes: nobody is left with a body and no number.
 */
function cprWords(cpr: CprNow, { hasRecord }: Beside): readonly string[] {
  switch (cpr.state) {
    case 'do-not-attempt': {
      const where =
        cpr.originalAt === null ? 'The record does not say where the form is.' : `Form: ${cpr.originalAt}.`;
      return [
        `Not for CPR. ${where}`,
        'If there is breathing, ring 999. If there is none: no CPR. Ring 999 and ask who should come.',
        'This is about CPR only. Still act for choking or a severe allergic reaction.',
      ];
    }
    case 'attempt':
      return ['Start CPR. Ring 999.', 'The record says: for CPR.'];
    case 'none-recorded':
      return ['Start CPR. Ring 999.', 'Nothing about CPR is recorded here.'];
    case 'disagree':
      return [
        'Start CPR. Ring 999.',
        'The records disagree about CPR. If you have the signed original in your hand, go by it.',
      ];
    case 'not-known':
      return [
        'Start CPR. Ring 999.',
        `${hasRecord ? 'The CPR record could not be read whole.' : 'No record is here, so nothing is known about CPR.'} If you have the signed original in your hand, go by it.`,
      ];
  }
}

function rungWords({ rung, reasons, instead }: Extract<Advice, { kind: 'rung' }>): readonly string[] {
  const why = `Because: ${reasons.join(' · ')}.`;
  if (instead?.kind === 'plan') {
    const { row, ladderSaid } = instead;
    return [
      `Agreed plan for ${row.situation}: ${row.words}`,
      ...(row.ring === null ? [] : [`The plan says to ring: ${row.ring}`]),
      `${row.agreed}. Without it: ${ladderSaid.words}`,
      why,
    ];
  }
  if (instead?.kind === 'variation') {
    const { variation, ladderSaid } = instead;
    return [
      rung.words,
      `${variation.by} has set this until ${variation.until}: ${variation.words} Without it: ${ladderSaid.words}`,
      why,
    ];
  }
  return [rung.words, why];
}
