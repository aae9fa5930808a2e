import { EhchError, type EhchErrorCode } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import { progressOf } from '../record.ts';
import { timed } from '../timed.ts';
import type { Asked } from './ask.ts';
import { askQuery } from './ask-query.ts';
import { bringReferences } from './bring-references.ts';
import { keepAnswer, type KeepContext } from './keep-answer.ts';
import type { Query } from './queries.ts';
import { DECIDING_KINDS } from './sharing.ts';

/** A round of requests for one resident. */
export interface AskKindsOptions extends Omit<KeepContext, 'decided'> {
  readonly queries: readonly Query[];
  readonly onProgress: () => void;
}

/** Browsers open six connections to one host. More requests at once would only wait in the browser. */
const AT_ONCE = 6;

/** Asks for every kind on its own and keeps each answer as it comes. Settles when every request has ended. */
export async function askKinds(options: AskKindsOptions): Promise<void> {
  const { record, queries } = options;
  const runs = new Map(queries.map(({ kind }) => [kind, begin(options, kind)]));
  const ends = new Map<string, () => void>();
  const decided = Promise.all(
    queries
      .filter(({ kind }) => DECIDING_KINDS.has(kind))
      .map(({ kind }) => new Promise<void>((resolve) => ends.set(kind, resolve))),
  );
  options.onProgress();
  const waiting = [...queries];
  const worker = async () => {
    for (let query = waiting.shift(); query; query = waiting.shift()) {
      await askKind({ ...options, decided }, query, runs.get(query.kind) ?? 0);
      ends.get(query.kind)?.();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  if (!options.isCurrent() || options.stop?.aborted) return;
  const arrived = queries.flatMap(({ kind }) => [...progressOf(record, kind).arrived]);
  await bringReferences(options, new Set(arrived));
}

function begin({ record }: AskKindsOptions, kind: string): number {
  const progress = progressOf(record, kind);
  progress.running = true;
  return ++progress.run;
}

/** Never throws: what could not be kept is a failure of that kind. */
async function askKind(options: KeepContext & AskKindsOptions, query: Query, run: number): Promise<void> {
  const { record, now } = options;
  const progress = progressOf(record, query.kind);
  const isLatest = () => options.isCurrent() && progress.run === run;
  try {
    await askAndKeep(options, query, isLatest);
  } catch (error) {
    reportCaught(error, 'sync/keep', query.kind);
    const code = error instanceof EhchError ? error.code : 'malformed';
    if (isLatest()) progress.trouble = { error: { code }, at: now };
  }
  if (!isLatest()) return;
  progress.running = false;
  options.onProgress();
}

/** If another window took the lead meanwhile (A2), the answer may be older than what that window wrote: ask again. */
async function askAndKeep(options: KeepContext, query: Query, isLatest: () => boolean): Promise<void> {
  for (let tries = 0; ; tries++) {
    const [epoch, asked] = await Promise.all([
      options.epoch(),
      timed('sync/ask', query.kind, () => askQuery(options, query), outcomeOf),
    ]);
    try {
      return await keepAnswer(options, epoch, query.kind, asked, isLatest);
    } catch (error) {
      if (tries > 0 || !(error instanceof EhchError && error.code === 'overtaken')) throw error;
    }
  }
}

/** The outcome for the log, as a code only. */
function outcomeOf(asked: Asked): 'ok' | EhchErrorCode {
  if (asked.state === 'withheld') return 'forbidden';
  return asked.state === 'failed' ? asked.error.code : 'ok';
}
