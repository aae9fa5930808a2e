import type { Author } from '@ehch/clinical';
import {
  addRow,
  answerItem,
  asked,
  openForm,
  startDraft,
  type Answer,
  type AnswerValue,
  type AskedItem,
  type FormDefinition,
  type FormQuestion,
  type FormState,
} from '@ehch/clinical/form';

/** A source of numbers from 0 to 1, with the same numbers for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const AT = '2026-11-21T14:20:00Z';
const NURSE: Author = { name: 'Test Nurse', role: 'nurse' };

/**
 * A form answered at random, as a person would: from top to bottom, what is shown, with rows added; again where an answer
 * showed more. Some questions stay open, and some are not assessed for a reason.
 */
export function answeredAtRandom(form: FormDefinition, seed: number, share = 0.7): FormState {
  const random = seeded(seed);
  let state = openForm(form, startDraft({ id: `draft-${seed}`, resident: 'r1', form, at: AT }));
  const seen = new Set<string>();
  const visit = (items: readonly AskedItem[]): void => {
    for (const { item, key, rows, children } of items) {
      if (item.type === 'group' && item.repeats === true && !seen.has(key)) {
        seen.add(key);
        while (random() < 0.4) state = addRow(state, key).state;
      } else if (isQuestion(item) && !seen.has(key)) {
        seen.add(key);
        if (random() < share) state = answerItem(state, key, answerTo(item, random)).state;
      }
      visit([...children, ...(rows ?? []).flatMap((row) => row.children)]);
    }
  };
  for (let round = 0; round < 3; round += 1) visit(asked(state));
  return state;
}

function isQuestion(item: AskedItem['item']): item is FormQuestion {
  return item.type !== 'group' && item.type !== 'display' && item.type !== 'total';
}

function answerTo(question: FormQuestion, random: () => number): Answer {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const about = { at: AT, by: random() < 0.5 ? NURSE : null };
  if (random() < 0.1) {
    const state = pick(['unable', 'refused', 'not-asked', 'not-known'] as const) ?? 'unable';
    return { state, reason: random() < 0.5 ? 'asleep' : null, ...about };
  }
  const value = (): AnswerValue => {
    const { type, options = [], units = [], limits = {} } = question;
    const [first] = units;
    // Nobody can enter -0, to which a small negative number is rounded.
    const number = Math.round(between(random, limits.min ?? 0, limits.max ?? 200)) + 0;
    if (type === 'boolean') return { type, value: random() < 0.5 };
    if (type === 'integer') return { type: 'number', value: number };
    if (type === 'decimal') return { type: 'number', value: number };
    if (type === 'quantity')
      return { type: 'number', value: number, ...(first === undefined ? {} : { unit: first.code }) };
    if (type === 'date') return { type, value: pick(['2026', '2026-03', '1941-07-14']) ?? '2026' };
    if (type === 'time') return { type, value: pick(['09:05', '23:59', '14:30:15']) ?? '09:05' };
    const option = type === 'text' || (type === 'open-choice' && random() < 0.2) ? undefined : pick(options);
    return option === undefined
      ? { type: 'text', value: pick(['walks with a frame', 'two\nlines', '"quoted"']) ?? '' }
      : { type: 'option', value: option.value };
  };
  const count = question.repeats === true ? 1 + Math.floor(random() * 3) : 1;
  const all = Array.from({ length: count }, value);
  const values = all.filter((each, i) => all.findIndex(({ value }) => value === each.value) === i);
  const from = random() < 0.8 ? { kind: 'entered' as const } : ACCEPTED;
  return { state: 'given', values, from, ...about, ...(random() < 0.2 ? { confirmed: true } : {}) };
}

const ACCEPTED = { kind: 'accepted', recordedOn: '2026-10', source: 'last assessment' } as const;

function between(random: () => number, min: number, max: number): number {
  return min + random() * (max - min);
}
