import fc from 'fast-check';
import {
  PLAN_KINDS,
  planKind,
  type PlanLineKind,
  type PlanText,
} from '../../packages/clinical/src/care-plan/index.ts';

export const KINDS = Object.keys(PLAN_KINDS) as readonly PlanLineKind[];

/** Words as people type them: apostrophes, quotation marks, other alphabets, and what looks like mark-up or JSON. */
const words = fc
  .oneof(
    fc.constantFrom(
      'Don’t wake me before 8',
      'No',
      '“Not for hospital”, she says',
      '<b>soup</b> & "bread"',
      '{"a":1}',
      'Gwraig: Siân, ŵyr: Ianto',
      'line one\nline two',
      '0',
      'null',
    ),
    fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme-ascii' }),
  )
  .map((text) => text.trim().replaceAll(/ {2,}/g, ' '))
  .filter((text) => /[a-z]/i.test(text) || text === '0');

const day = fc.constantFrom('2026-06-01', '2025-12-31', '2026-11', '2024');
/** What a person may save for a day by which something is to be done: the tests press on 21 November 2026. */
const dayToCome = fc.constantFrom('2026-11-21', '2026-12-31', '2026-11', '2027');
const TO_COME = ['reviewBy', 'due'];

/** The fields of one line at random. What nobody has to say may be missing. */
export function fieldsOf(kind: PlanLineKind): fc.Arbitrary<PlanText> {
  const fields = fc.record(
    Object.fromEntries(
      Object.entries(planKind(kind).fields).map(([name, { form, isRequired }]) => {
        const value =
          form.kind === 'one-of'
            ? fc.constantFrom(...Object.keys(form.options))
            : form.kind === 'day'
              ? isToCome(kind, name)
                ? dayToCome
                : day
              : form.kind === 'line'
                ? fc.constant('QuestionnaireResponse/decision')
                : form.isOneLine
                  ? words.map((text) => text.replaceAll('\n', ' '))
                  : words;
        return [name, isRequired ? value : fc.option(value, { nil: null })];
      }),
    ),
    { noNullPrototype: true },
  );
  // Nobody decides in somebody's best interests alone.
  return fields.filter(({ stage, with: whom }) => stage !== 'best-interests' || whom !== null);
}

/** A decision may have been due for review long ago, and is recorded now. */
function isToCome(kind: PlanLineKind, name: string): boolean {
  return ['frame', 'goal', 'action'].includes(kind) && TO_COME.includes(name);
}
