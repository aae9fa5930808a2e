import { operationOutcome } from '../http/outcome.ts';
import type { IssueCode } from '../refusal.ts';
import { arrives, type Fault } from './fault.ts';

const ISSUES: Readonly<Record<number, IssueCode>> = {
  401: 'login',
  403: 'forbidden',
  404: 'not-found',
  429: 'throttled',
  503: 'transient',
};

/**
 * `status:429`, which asks to wait for a second; `status:503,7`: for seven; `status:429,7,date`: until a time;
 * `status:429,none`: without saying how long.
 */
export const status: Fault = {
  means:
    'This status with an OperationOutcome; 429 and 503 with Retry-After: `status:429,7`, `,7,date` or `,none`',
  answer: ({ context }, argument) => {
    const [code = '500', wait = '1', form] = argument.split(',');
    const number = Number(code) || 500;
    const said = operationOutcome('error', ISSUES[number] ?? 'exception', 'A fault that was asked for.');
    const waits = (number === 429 || number === 503) && wait !== 'none';
    const until = new Date(context.now() + Number(wait) * 1000).toUTCString();
    const headers = {
      'content-type': 'application/fhir+json; charset=utf-8',
      ...(waits ? { 'retry-after': form === 'date' ? until : wait } : {}),
    };
    return arrives({ status: number, headers, text: JSON.stringify(said) });
  },
};
