import {
  itemKey,
  startDraft,
  type Answer,
  type AnswerValue,
  type Draft,
  type FormDefinition,
  type FormItem,
  type FormQuestion,
} from '@ehch/clinical/form';

/** A generator of numbers from 0 to 1. The same seed gives the same numbers (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const AT = '2026-11-21T14:20:00Z';
const NOT_GIVEN = ['unable', 'refused', 'not-asked', 'not-known'] as const;

interface Filling {
  /** The share of questions with an answer, and the share of those answers that only give a reason for none. */
  readonly answered: number;
  readonly notGiven: number;
}

/** Half of the drafts are complete, because a long form rarely reaches a total otherwise. */
const FILLINGS = [
  { answered: 1, notGiven: 0 },
  { answered: 1, notGiven: 0 },
  { answered: 0.9, notGiven: 0.05 },
  { answered: 0.4, notGiven: 0.1 },
] as const satisfies readonly Filling[];

/**
 * Makes any draft that a form can have. It also answers hidden questions, because an answer stays when its question is
 * hidden. Other questions stay open, or have a reason for not being assessed.
 */
export function randomDraft(form: FormDefinition, random: () => number): Draft {
  const filling = pick(FILLINGS, random) ?? FILLINGS[0];
  const numbers = numbersLikeEachOther(random);
  const answers: Record<string, Answer> = {};
  const rows: Record<string, readonly string[]> = {};
  const fill = (items: readonly FormItem[], path: readonly string[]): void => {
    for (const item of items) {
      if (item.type === 'display' || item.type === 'total') continue;
      const key = itemKey(item.id, path);
      const under = item.items ?? [];
      if (item.type === 'group') {
        if (item.repeats !== true) fill(under, path);
        else for (const row of (rows[key] = named(Math.floor(random() * 4)))) fill(under, [...path, row]);
        continue;
      }
      const answer = random() < filling.answered ? answerTo(item, filling, random, numbers) : null;
      if (answer !== null) answers[key] = answer;
      if (item.repeats !== true || under.length === 0) fill(under, path);
      else if (answer?.state === 'given')
        for (const row of named(answer.values.length)) fill(under, [...path, row]);
    }
  };
  fill(form.items, []);
  return { ...startDraft({ id: 'd', resident: 'r', form, at: AT }), answers, rows };
}

function named(count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => String(i + 1));
}

function answerTo(
  question: FormQuestion,
  { notGiven }: Filling,
  random: () => number,
  numbers: Numbers,
): Answer {
  const about = { at: AT, by: null };
  if (random() < notGiven) return { state: pick(NOT_GIVEN, random) ?? 'unable', reason: null, ...about };
  const count = question.repeats === true ? 1 + Math.floor(random() * 3) : 1;
  const all = Array.from({ length: count }, () => valueOf(question, random, numbers));
  const values = all.filter((each, i) => all.findIndex(({ value }) => value === each.value) === i);
  return { state: 'given', values, from: { kind: 'entered' }, ...about };
}

function valueOf(question: FormQuestion, random: () => number, numbers: Numbers): AnswerValue {
  const { type, options = [], units = [] } = question;
  switch (type) {
    case 'boolean':
      return { type, value: random() < 0.5 };
    case 'integer':
      return { type: 'number', value: numbers(question, 0) };
    case 'decimal':
    case 'quantity': {
      const [unit] = units;
      const value = numbers(question, Math.floor(random() * 3));
      return { type: 'number', value, ...(unit === undefined ? {} : { unit: unit.code }) };
    }
    case 'date':
      return { type, value: pick(['2026', '2026-03', '1941-07-14', '2026-11-21'], random) ?? '2026' };
    case 'time':
      return { type, value: pick(['09:05', '23:59', '14:30:15'], random) ?? '09:05' };
    case 'choice':
    case 'open-choice':
    case 'text': {
      const own = type === 'text' || (type === 'open-choice' && random() < 0.2);
      const option = own ? undefined : pick(options, random);
      return option === undefined
        ? { type: 'text', value: pick(['x', '5', '1.5', '"quoted"', 'two\nlines'], random) ?? 'x' }
        : { type: 'option', value: option.value };
    }
  }
}

type Numbers = (question: FormQuestion, digits: number) => number;

/**
 * Makes numbers within the limits of their question, the limits included. A number is often a little above the one
 * before, as a whole is above its part: numbers that contradict each other have no total to compare.
 */
function numbersLikeEachOther(random: () => number): Numbers {
  let before: number | null = null;
  return ({ limits = {} }, digits) => {
    const { min = -3, max = 200 } = limits;
    const near = before === null || random() < 0.4 ? null : Math.round(before + random() * 8);
    const places = near === null ? digits : 0;
    const scale = 10 ** places;
    const [least, most] = [Math.ceil(min * scale), Math.floor(max * scale)];
    const edge = random() < 0.05 ? pick([least, most], random) : undefined;
    const any = edge ?? near ?? least + Math.floor(random() * (most - least + 1));
    // Parsed from its digits, as if typed: a division would give a nearby number.
    const value = Number(`${Math.min(most, Math.max(least, any))}e-${places}`);
    before = value;
    return value;
  };
}

function pick<T>(list: readonly T[], random: () => number): T | undefined {
  return list[Math.floor(random() * list.length)];
}
