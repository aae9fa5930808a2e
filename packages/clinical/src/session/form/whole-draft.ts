import type { Draft } from '../../form/draft.ts';
import { isObject } from '../../is-object.ts';
import { isInstant } from './port-answers.ts';

const STATES: readonly unknown[] = ['given', 'unable', 'refused', 'not-asked', 'not-known'];
const ORIGINS: readonly unknown[] = ['entered', 'initial', 'accepted'];

/**
 * Whether all parts of a draft are there, and each is what it says. One without its answers would open as an empty form, and an
 * answer of a kind that nobody knows would be counted as one (O2).
 */
export function isWholeDraft(draft: unknown): draft is Draft {
  if (!isNamedDraft(draft)) return false;
  const { answers, rows, decisions, disputed, setAside, assessedAt, startedAt, changedAt } = draft;
  return (
    isRecordOf(answers, isAnswer) &&
    isRecordOf(rows, isNames) &&
    isRecordOf(decisions, isObject) &&
    (disputed === undefined || isDisputed(disputed)) &&
    (setAside === undefined || (Array.isArray(setAside) && setAside.every(isSetAside))) &&
    [assessedAt, startedAt, changedAt].every(isInstant)
  );
}

/** Whether a draft says at least which one it is, of whom and of what. */
export function isNamedDraft(
  draft: unknown,
): draft is Partial<Draft> & Pick<Draft, 'id' | 'resident' | 'form'> {
  if (!isObject(draft) || !isObject(draft['form'])) return false;
  return [draft['id'], draft['resident'], draft['form']['id']].every((one) => typeof one === 'string');
}

function isRecordOf(value: unknown, isOne: (one: unknown) => boolean): boolean {
  return isObject(value) && !Array.isArray(value) && Object.values(value).every(isOne);
}

function isAnswer(answer: unknown): boolean {
  if (!isObject(answer) || !STATES.includes(answer['state'])) return false;
  if (typeof answer['at'] !== 'string') return false;
  if (answer['state'] !== 'given') return answer['reason'] === null || typeof answer['reason'] === 'string';
  const { values, from } = answer;
  return (
    Array.isArray(values) &&
    values.length > 0 &&
    values.every(isObject) &&
    isObject(from) &&
    ORIGINS.includes(from['kind'])
  );
}

function isNames(names: unknown): boolean {
  return Array.isArray(names) && names.every((name) => typeof name === 'string');
}

function isDisputed(disputed: unknown): boolean {
  if (!isObject(disputed)) return false;
  const { answers, decisions, assessedAt } = disputed;
  const isSaid = (isOne: (one: unknown) => boolean) => (said: unknown) =>
    Array.isArray(said) && said.every((one) => one === null || isOne(one));
  return (
    isRecordOf(answers, isSaid(isAnswer)) &&
    isRecordOf(decisions, isSaid(isObject)) &&
    (assessedAt === null || (isObject(assessedAt) && isNames(assessedAt['said'])))
  );
}

function isSetAside(one: unknown): boolean {
  return isObject(one) && typeof one['key'] === 'string' && isAnswer(one['answer']);
}
