// What the walks of both browsers share: the demo with counted requests, and the people of its story.
import { startDemo, type Demo, type DemoOptions } from '../../../examples/demo.ts';

export interface Stage {
  readonly demo: Demo;
  /** The requests to the FHIR server since the last call, as "GET /fhir/Patient 200". */
  asked(): string[];
  readonly gp: string;
  readonly diary: string;
  readonly configuration: unknown;
  close(): Promise<void>;
}

/** @param options `accounts`: people sign in to the extension */
export async function setStage(options: Pick<DemoOptions, 'accounts' | 'fhir'> = {}): Promise<Stage> {
  const log: string[] = [];
  const demo = await startDemo({
    port: 0,
    fhirPort: 0,
    ...(options.accounts && { accounts: true }),
    fhir: { ...options.fhir, allowFaults: true, log: (line) => void log.push(line) },
  });
  const configuration = (await (await fetch(`${demo.url}/demo.json`)).json()) as unknown;
  return {
    demo,
    asked: () => log.splice(0),
    gp: `${demo.url.replace('localhost', 'gp.localhost')}/gp-record/`,
    diary: `${demo.url.replace('localhost', 'diary.localhost')}/care-diary/`,
    configuration,
    close: () => demo.close(),
  };
}

/** Residents of Rowan Court. Their relatives share their family names, so a record itself shows whose it is. */
export const ASHWORTH = { row: 'ASHWORTH', family: 'ASHWORTH', number: '999 000 0018' };
export const FARROW = { row: 'FARROW', family: 'FARROW', number: '999 000 0123' };
/** A patient in the practice's register only. */
export const ORDINARY = { row: 'BARRACLOUGH' };
/** A resident whose date of birth is wrong in the practice's register. */
export const WRONG_BIRTH_DATE = { row: 'GRANT, Winston Alexander · 22-Jan-1939' };

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until a condition holds. If it does not, the error names it. */
export async function until<T>(
  what: string,
  look: () => Promise<T | false | null | undefined | ''>,
  ms = 15_000,
): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (Date.now() > end) throw new Error(`It did not happen: ${what}`);
    await pause(50);
  }
}

/** Waits until the server gets no more requests, so that the next count belongs to the next action. */
export async function quiet(stage: Stage): Promise<void> {
  do await pause(400);
  while (stage.asked().length > 0);
}
