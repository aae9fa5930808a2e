import { operationOutcome } from '../http/outcome.ts';
import type { IssueCode } from '../refusal.ts';
import type { Fault } from './fault.ts';
import { foreignPatient } from './foreign-patient.ts';

const ISSUES: Readonly<Record<number, IssueCode>> = {
  401: 'forbidden',
  403: 'forbidden',
  404: 'not-found',
  429: 'throttled',
  503: 'transient',
};

/** The registry of faults: each name makes a fault from its argument. */
export const FAULTS: Readonly<Record<string, (argument: string) => Fault>> = {
  /** `status:429`, or `status:503,7` with 7 seconds in Retry-After. */
  status: (argument) => {
    const [status = 500, retryAfter] = argument.split(',').map(Number);
    const text = JSON.stringify(
      operationOutcome('error', ISSUES[status] ?? 'exception', 'A fault that was asked for.'),
    );
    const waits = status === 429 || status === 503;
    const headers = {
      'content-type': 'application/fhir+json; charset=utf-8',
      ...(waits ? { 'retry-after': String(retryAfter ?? 1) } : {}),
    };
    return () => ({ answer: { status, headers, text }, afterMs: 0 });
  },
  /** `delay:250`, in milliseconds. */
  delay: (argument) => (next) => ({ answer: next(), afterMs: Number(argument) }),
  hang: () => () => ({ answer: null, afterMs: 0 }),
  'malformed-json': () => (next) => {
    const answer = next();
    return { answer: { ...answer, text: `${answer.text.slice(0, answer.text.length / 2)}…` }, afterMs: 0 };
  },
  /** The connection ends in the middle of the body, although `Content-Length` announced more. */
  'truncated-body': () => (next) => {
    const answer = next();
    return { answer, afterMs: 0, cut: Math.floor(answer.text.length / 2) };
  },
  /** A sign-in page with status 200, as a proxy sends it. */
  'wrong-content-type': () => () => ({
    answer: {
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8' },
      text: '<!doctype html><title>Sign in</title>',
    },
    afterMs: 0,
  }),
  /** The server does its work but the answer is lost, so the client cannot know what happened. */
  'lost-answer': () => (next) => ({ answer: next(), afterMs: 0, cut: 0 }),
  'foreign-patient': () => foreignPatient,
};
