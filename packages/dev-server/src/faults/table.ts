import { setTimeout as wait } from 'node:timers/promises';
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
      'Content-Type': 'application/fhir+json; charset=utf-8',
      ...(waits ? { 'Retry-After': String(retryAfter ?? 1) } : {}),
    };
    return () => Promise.resolve({ status, headers, text });
  },
  /** `delay:250`, in milliseconds. */
  delay: (argument) => async (next) => {
    await wait(Number(argument));
    return next();
  },
  hang: () => () => Promise.resolve(null),
  'malformed-json': () => async (next) => {
    const answer = await next();
    return { ...answer, text: `${answer.text.slice(0, answer.text.length / 2)}…` };
  },
  /** The connection ends in the middle of the body, although `Content-Length` announced more. */
  'truncated-body': () => async (next) => {
    const answer = await next();
    return { ...answer, cut: Math.floor(answer.text.length / 2) };
  },
  /** A sign-in page with status 200, as a proxy sends it. */
  'wrong-content-type': () => () =>
    Promise.resolve({
      status: 200,
      headers: { 'Content-Type': 'text/html; charset=utf-8' },
      text: '<!doctype html><title>Sign in</title>',
    }),
  /** The server does its work but the answer is lost, so the client cannot know what happened. */
  'lost-answer': () => async (next) => {
    const answer = await next();
    return { ...answer, cut: 0 };
  },
  'foreign-patient': () => foreignPatient,
};
