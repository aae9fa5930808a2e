import type { AnswerValue } from '../answer.ts';
import type { FormOption, FormQuestion } from '../definition.ts';
import type { ExpressionValue } from '../evaluate/value.ts';

/** An answer as an expression sees it. */
export function expressionValue(question: FormQuestion | null, answer: AnswerValue): ExpressionValue {
  switch (answer.type) {
    case 'boolean':
    case 'number':
    case 'text':
      return answer.value;
    case 'date':
    case 'time':
      return { kind: answer.type, value: answer.value };
    case 'option': {
      const option = question?.options?.find(({ value }) => value === answer.value);
      return chosen(option ?? { value: answer.value, text: answer.value });
    }
  }
}

function chosen({ value: own, text, points, code, kind }: FormOption): ExpressionValue {
  const value = code?.code ?? own;
  const scored = points === undefined ? {} : { points };
  switch (kind) {
    case 'text':
      return { kind: 'chosen', value, ...scored };
    case 'integer':
      return { kind: 'chosen', value: Number(value), ...scored };
    case 'date':
    case 'time':
      return { kind: 'chosen', value: { kind, value }, ...scored };
    case 'display':
      return { kind: 'coding', display: text, ...scored };
    default: {
      const { system, display = text } = code ?? {};
      return { kind: 'coding', ...(system === undefined ? {} : { system }), code: value, display, ...scored };
    }
  }
}
