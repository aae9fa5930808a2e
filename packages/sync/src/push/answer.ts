import { EhchError } from '@ehch/clinical';
import { isObject, listAt, textAt } from '@ehch/fhir';
import { reportCaught } from '@ehch/clinical/diagnostics';
import type { HttpResponse } from '../http/http.ts';
import { isNotNow } from '../http/is-not-now.ts';
import { retryAfterMs } from './back-off.ts';

/** What an answer to a write says. Only 4xx is a refusal (P2). */
export type Answer =
  /** `json` is the parsed text, and `null` for an answer without any. */
  | { readonly kind: 'done'; readonly text: string; readonly json: unknown; readonly location: string | null }
  /** It may or may not have arrived. `why` is a word for the log. */
  | { readonly kind: 'unknown'; readonly why: string; readonly retryAfterMs: number | null }
  | { readonly kind: 'signed-out' }
  | {
      readonly kind: 'refused';
      readonly status: number;
      /** The server's own words, for the person who decides. */
      readonly outcome: string;
      /** Whether a FHIR server refused. A gateway's page may stand for anything. */
      readonly speaksFhir: boolean;
    };

export function readAnswer(response: HttpResponse, now: number): Answer {
  const { status, text, headers } = response;
  const json = jsonOf(text);
  const isFhir = textAt(json, 'resourceType') !== null;
  if (status === 401) return { kind: 'signed-out' };
  if (status >= 200 && status < 300) {
    const isEmpty = text.trim() === '';
    if (!isEmpty && !isFhir) return { kind: 'unknown', why: `${status} without FHIR`, retryAfterMs: null };
    // An OperationOutcome may report a failure in a 200 answer. What was written has to be read.
    return { kind: 'done', text, json, location: headers['location'] ?? headers['content-location'] ?? null };
  }
  if (status >= 400 && status < 500 && !isNotNow(status))
    return { kind: 'refused', status, outcome: wordsOf(json), speaksFhir: isFhir };
  return { kind: 'unknown', why: String(status), retryAfterMs: retryAfterMs(headers, now) };
}

/** What an error without an answer says. */
export function readFailure(error: unknown): Answer {
  reportCaught(error, 'sync/push');
  const code = error instanceof EhchError ? error.code : 'unreachable';
  // Without a token the request never left.
  return code === 'signed-out' ? { kind: 'signed-out' } : { kind: 'unknown', why: code, retryAfterMs: null };
}

/** The address of each entry of a transaction's answer. `null`: it is no answer to all of these entries. */
export function entriesOf(json: unknown, expected: number): readonly AnsweredEntry[] | null {
  const entries = listAt(json, 'entry');
  // Fewer entries than asked for, or one that failed: nobody knows what was written.
  if (textAt(json, 'resourceType') !== 'Bundle' || entries.length !== expected) return null;
  const answered = entries.map((entry) => {
    const response = isObject(entry) ? entry['response'] : null;
    const location = textAt(response, 'location');
    return {
      status: textAt(response, 'status') ?? '',
      id: idOf(entry, location),
      type: textAt(isObject(entry) ? entry['resource'] : null, 'resourceType') ?? typeIn(location),
    };
  });
  return answered.every(({ status }) => status.startsWith('2')) ? answered : null;
}

interface AnsweredEntry {
  readonly status: string;
  readonly id: string | null;
  /** The type of what was written. `null`: the answer does not say. */
  readonly type: string | null;
}

function idOf(entry: unknown, location: string | null): string | null {
  return textAt(isObject(entry) ? entry['resource'] : null, 'id') ?? idIn(location);
}

/** The id in a `Location`, such as `http://server/fhir/Task/7/_history/1`. */
export function idIn(location: string | null): string | null {
  return location === null
    ? null
    : (/[A-Z][A-Za-z]+\/([A-Za-z0-9.-]{1,64})(?:\/_history\/.*)?$/.exec(location)?.[1] ?? null);
}

/** `Task` in `http://server/fhir/Task/7/_history/1`. */
export function typeIn(location: string | null): string | null {
  return location?.split('/_history/')[0]?.split('/').at(-2) ?? null;
}

export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // No error: HTML pages and cut answers are expected here, and the caller says what they mean.
    return null;
  }
}

/** Characters. A server's words are shown to a person, who reads no stack trace. */
const LONGEST_WORDS = 2000;

function wordsOf(json: unknown): string {
  const words = listAt(json, 'issue').flatMap((issue) => {
    const details = isObject(issue) ? textAt(issue['details'], 'text') : null;
    return details ?? textAt(issue, 'diagnostics') ?? textAt(issue, 'code') ?? [];
  });
  return words.join('\n').slice(0, LONGEST_WORDS);
}
