import type { Answered, BenchRow, Call, SyncContestant } from '../contract.ts';

/** Lets the driver call a contestant in its worker, and times each call here, where no message counts. */
export function serveCalls(contestant: SyncContestant): void {
  const methods: Readonly<Record<string, (argument: never) => Promise<unknown>>> = { ...contestant };
  addEventListener('message', ({ data }: MessageEvent<Call>) => {
    const { id, name, argument } = data;
    void (async () => {
      try {
        const began = performance.now();
        const value = await methods[name]?.(argument as never);
        const ms = performance.now() - began;
        answer({ id, ms, value: told(value) });
      } catch (error) {
        answer({ id, error: error instanceof Error ? `${error.message} ${error.stack}` : String(error) });
      }
    })();
  });
}

/** What the driver needs of it. A database may return anything, also what no message can carry. */
function told(value: unknown) {
  if (Array.isArray(value)) return countOf(value);
  return typeof value === 'number' ? value : null;
}

/** Of many objects the driver wants to know how many they are, and how many of them are of a newer version. */
function countOf(rows: readonly unknown[]) {
  const changed = rows.filter((row) => JSON.stringify(row).includes('"versionId":"2"')).length;
  return { rows: rows.length, changed };
}

function answer(answered: Answered): void {
  postMessage(answered);
}

/** The rows of the bench's server, page by page from one on, each handed over before the next is asked for. */
export async function eachPage(
  from: number,
  take: (rows: readonly BenchRow[], page: number) => Promise<unknown>,
): Promise<void> {
  for (let page = from; ; page++) {
    const response = await fetch(`/rows/${page}`, { cache: 'no-store' });
    const rows = (await response.json()) as readonly BenchRow[];
    if (rows.length === 0) return;
    await take(rows, page);
  }
}

/** Sends edits, one request each and four at a time, as ours does. */
export async function sendEach<Edit>(
  edits: readonly Edit[],
  sent: (edit: Edit) => Promise<unknown>,
): Promise<void> {
  const waiting = [...edits];
  const lane = async () => {
    for (let edit = waiting.shift(); edit !== undefined; edit = waiting.shift()) {
      await fetch('/put', { method: 'POST', body: JSON.stringify([edit]), cache: 'no-store' });
      await sent(edit);
    }
  };
  await Promise.all(Array.from({ length: 4 }, lane));
}
