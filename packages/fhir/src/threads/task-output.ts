import type { ThreadAct } from '@ehch/clinical/thread';
import { byCode } from '../by-code.ts';
import { listAt, textAt, type JsonObject } from '../entry.ts';
import type { TaskMove } from './task-mirror.ts';
import { ANSWER_OUTCOME, ANSWER_PART } from './thread-codes.ts';

/** An answer as the output of its Task: the outcome, the words for the home, by when, and who does what. */
export function answerOutput(
  { by, matter }: Pick<TaskMove, 'by' | 'matter'>,
  { outcome, words, promisedBy, further }: Extract<ThreadAct, { kind: 'answer' }>,
  outcomeWords: string,
): readonly JsonObject[] {
  const part = (code: string, value: JsonObject): JsonObject => ({
    type: { coding: [{ system: ANSWER_PART, code }], text: TITLES[code] },
    ...value,
  });
  const coding = [{ system: ANSWER_OUTCOME, code: `${matter}.${outcome}` }];
  return [
    part('outcome', { valueCodeableConcept: { coding, text: outcomeWords } }),
    ...(words === '' ? [] : [part('words', { valueString: words })]),
    ...(promisedBy === null ? [] : [part('promised-by', { valueDateTime: promisedBy })]),
    part('answered-by', { valueString: by }),
    ...further.map(({ what, owner }) =>
      part('further', { valueString: owner === null || owner === '' ? what : `${what}: ${owner}` }),
    ),
  ];
}

const TITLES = byCode<string>({
  outcome: 'Answer',
  words: 'Words for the home',
  'promised-by': 'Promised by',
  'answered-by': 'Answered by',
  further: 'Further action',
});

/** Whether another system has written an output. */
export function isForeignOutput(task: JsonObject): boolean {
  return listAt(task, 'output').some((one) => !isOurs(one));
}

function isOurs(output: unknown): boolean {
  const type = typeof output === 'object' && output !== null ? (output as JsonObject)['type'] : null;
  return listAt(type, 'coding').some((coding) => textAt(coding, 'system') === ANSWER_PART);
}
