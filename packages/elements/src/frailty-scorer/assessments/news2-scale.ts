import { formatDate } from '@ehch/clinical/display';
import { answerOf } from '@ehch/clinical/form';
import type { PlaceConfiguration, Spo2Target } from '@ehch/clinical';
import type { Answer, ItemKey } from '@ehch/clinical/form';
import { authorWords } from '../../internal/section-words.ts';
import type { SessionView } from '../session-view.ts';

const SCALE: ItemKey = 'news2/scale';
const SCALE_2 = '2';
const WITHOUT_SCALE_2: ReadonlyMap<ItemKey, string> = new Map([[SCALE, SCALE_2]]);
const NONE: ReadonlyMap<ItemKey, string> = new Map();

/**
 * SpO2 scale 2 is for hypercapnic respiratory failure with a target that a competent clinician set and recorded; care staff
 * do not switch to it (RCP 2017; clinical rule 2.1). It can be chosen where the place has said that those who answer here may
 * (`instruments.news2.settings.scale2`: `'offered'`), where it was recorded for this person the last time, and where the
 * record holds a target: then the question waits for a person, and no band stands before.
 */
export function scale2NotOffered(view: SessionView): ReadonlyMap<ItemKey, string> {
  return isOffered(view) ? NONE : WITHOUT_SCALE_2;
}

/** What is recorded of her target, with its date and who set it; or how scale 2 is set, where it cannot be chosen. */
export function scale2Hint(view: SessionView): ReadonlyMap<ItemKey, string> {
  if (!view.state.scores.has('news2')) return NONE;
  const target = targetIn(view);
  if (target !== null) return new Map([[SCALE, targetWords(target, answerOf(view.state, SCALE) !== null)]]);
  return isOffered(view)
    ? NONE
    : new Map([
        [
          SCALE,
          'Scale 1 counts unless a clinician has set and recorded a target of 88–92 %. Scale 2 cannot be chosen here: ask who set the target.',
        ],
      ]);
}

function targetWords(target: Spo2Target, isAnswered: boolean): string {
  const { scale, text, on, by } = target;
  const said = [
    `Recorded: ${scale === null ? text : `${text}, which is scale ${scale}`}`,
    on === null ? 'date not recorded' : formatDate(on),
    authorWords(by) ?? 'it is not said by whom',
  ].join(', ');
  return scale === 2 && !isAnswered
    ? `${said}. No band stands until you say which scale counts.`
    : `${said}.`;
}

function targetIn({ record }: SessionView): Spo2Target | null {
  const news2 = record?.sections.news2;
  return news2?.state === 'known' && news2.content.kind === 'recorded'
    ? (news2.content.value.target ?? null)
    : null;
}

function isOffered(view: SessionView): boolean {
  const { place, session, state } = view;
  const last = session.previous?.draft.answers[SCALE];
  return (
    settingOf(place) === 'offered' ||
    targetIn(view)?.scale === 2 ||
    isScale2(last) ||
    isScale2(answerOf(state, SCALE))
  );
}

function isScale2(answer: Answer | null | undefined): boolean {
  return answer?.state === 'given' && answer.values.some(({ value }) => value === SCALE_2);
}

function settingOf(place: PlaceConfiguration | null): unknown {
  const settings = place?.instruments?.['news2']?.settings;
  return typeof settings === 'object' && settings !== null && 'scale2' in settings ? settings.scale2 : null;
}
