import { answerOf } from '@ehch/clinical';
import type { Answer, ItemKey, PlaceConfiguration } from '@ehch/clinical';
import type { Telling } from '../scorer-ui.ts';

const SCALE: ItemKey = 'news2/scale';
const SCALE_2 = '2';
const WITHOUT_SCALE_2: ReadonlyMap<ItemKey, string> = /* @__PURE__ */ new Map([[SCALE, SCALE_2]]);
const NONE: ReadonlyMap<ItemKey, string> = /* @__PURE__ */ new Map();

/**
 * SpO2 scale 2 is for hypercapnic respiratory failure with a target that a competent clinician set and recorded; care staff
 * do not switch to it (RCP 2017; clinical 2.1). It can be chosen where the place has said that those who answer here may
 * (`instruments.news2.settings.scale2`: `'offered'`), and where it was recorded for this person the last time.
 */
export function scale2NotOffered(telling: Telling): ReadonlyMap<ItemKey, string> {
  return isOffered(telling) ? NONE : WITHOUT_SCALE_2;
}

/** How it is set, where it cannot be chosen. */
export function scale2Hint(telling: Telling): ReadonlyMap<ItemKey, string> {
  return isOffered(telling) || !telling.state.scores.has('news2')
    ? NONE
    : new Map([
        [
          SCALE,
          'Scale 1 counts unless a clinician has set and recorded a target of 88–92 %. Scale 2 cannot be chosen here: ask who set the target.',
        ],
      ]);
}

function isOffered({ place, open, state }: Telling): boolean {
  const last = open.previous?.draft.answers[SCALE];
  return settingOf(place) === 'offered' || isScale2(last) || isScale2(answerOf(state, SCALE));
}

function isScale2(answer: Answer | null | undefined): boolean {
  return answer?.state === 'given' && answer.values.some(({ value }) => value === SCALE_2);
}

function settingOf(place: PlaceConfiguration | null): unknown {
  const settings = place?.instruments?.['news2']?.settings;
  return typeof settings === 'object' && settings !== null && 'scale2' in settings ? settings.scale2 : null;
}
