import { operationOutcome } from '../http/outcome.ts';
import { arrives, type Fault } from './fault.ts';

const HTML = { 'content-type': 'text/html; charset=utf-8' };

/** What a network and a proxy do to requests and answers. */
export const NETWORK_FAULTS = {
  delay: {
    means: 'The answer takes so many milliseconds: `delay:250`',
    answer: ({ next }, argument) => ({ answer: next(), afterMs: Number(argument) }),
  },
  hang: {
    means: 'The request never comes to the server, and no answer comes',
    answer: () => ({ answer: null, afterMs: 0 }),
  },
  'lost-answer': {
    means: 'The server does its work, and the connection ends before the answer',
    answer: ({ next }) => ({ answer: next(), afterMs: 0, cut: 0 }),
  },
  'lost-request': {
    means: 'The connection ends before the server sees the request',
    answer: () => ({ answer: { status: 502, headers: {}, text: '' }, afterMs: 0, cut: 0 }),
  },
  'late-duplicate': {
    means: 'The request comes a second time, 90 s later (or `:N`)',
    answer: ({ next, again }, argument) => {
      again(Number(argument === '' ? 90 : argument) * 1000);
      return arrives(next());
    },
  },
  'lost-then-late': {
    means: 'The connection ends at once, and the request comes 90 s later (or `:N`)',
    answer: ({ again }, argument) => {
      again(Number(argument === '' ? 90 : argument) * 1000);
      return { answer: { status: 502, headers: {}, text: '' }, afterMs: 0, cut: 0 };
    },
  },
  'after-commit': {
    means: 'The server does its work, and answers 500 (or `:N`)',
    answer: ({ next }, argument) => {
      next();
      const text = JSON.stringify(operationOutcome('error', 'exception', 'A fault that was asked for.'));
      const headers = { 'content-type': 'application/fhir+json; charset=utf-8' };
      return arrives({ status: Number(argument) || 500, headers, text });
    },
  },
  'bad-gateway': {
    means: 'A proxy answers 502 with an HTML page, and the server never sees the request',
    answer: () => arrives({ status: 502, headers: HTML, text: '<!doctype html><title>Bad gateway</title>' }),
  },
  'bad-gateway-after-commit': {
    means: 'The server does its work, and a proxy answers 502 with an HTML page',
    answer: ({ next }) => {
      next();
      return arrives({ status: 502, headers: HTML, text: '<!doctype html><title>Bad gateway</title>' });
    },
  },
  'truncated-body': {
    means: 'The connection ends in the middle of the body',
    answer: ({ next }) => {
      const answer = next();
      // Content-Length announces more than comes, so every client notices.
      return { answer, afterMs: 0, cut: Math.floor(answer.text.length / 2) };
    },
  },
} as const satisfies Readonly<Record<string, Fault>>;
