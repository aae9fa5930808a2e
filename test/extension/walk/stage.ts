// What both browsers' walks share: the demo with its requests counted, and the people of its story.
import { startDemo, type Demo } from '../../../examples/demo.ts';

export interface Stage {
  readonly demo: Demo;
  /** What was asked of the FHIR server since the last look, as "GET /fhir/Patient 200". */
  asked(): string[];
  readonly gp: string;
  readonly diary: string;
  readonly configuration: unknown;
  close(): Promise<void>;
}

export async function setStage(): Promise<Stage> {
  const log: string[] = [];
  const demo = await startDemo({
    port: 0,
    fhirPort: 0,
    fhir: { allowFaults: true, log: (line) => void log.push(line) },
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

/** Residents of Rowan Court. Their relatives have their names, so that a record by itself tells whose it is. */
export const ASHWORTH = { row: 'ASHWORTH', family: 'ASHWORTH', number: '999 000 0018' };
export const FARROW = { row: 'FARROW', family: 'FARROW', number: '999 000 0123' };
/** In the practice's register only. */
export const ORDINARY = { row: 'BARRACLOUGH' };
/** A resident whose date of birth was typed wrongly in the practice's register. */
export const WRONG_BIRTH_DATE = { row: 'GRANT, Winston Alexander · 22-Jan-1939' };

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until something holds, and says what did not. */
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

/** Waits until nothing is asked of the server any more, so that what is counted next belongs to what is done next. */
export async function quiet(stage: Stage): Promise<void> {
  do await pause(400);
  while (stage.asked().length > 0);
}
