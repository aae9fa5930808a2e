import type { PlaceConfiguration, ResidentView, Section } from '@ehch/clinical';
import { connectEngine } from '../src/connect-engine.ts';
import type { EngineConfiguration } from '../src/engine-configuration.ts';
import type { HostSurface } from '../src/protocol.ts';
import { serveEngine } from '../src/serve-engine.ts';
import { jsonPair } from './json-pair.ts';

export const NOW = '2026-11-21T09:30:00Z';

export const place = (roster: PlaceConfiguration['homes'][number]['roster']): PlaceConfiguration => ({
  id: 'laurels',
  title: 'The Laurels',
  version: '1',
  owner: 'Test place',
  dated: '2026-11-01',
  signedOff: null,
  homes: [{ id: 'home', name: 'The Laurels', kind: 'residential', roster, practice: null }],
  bankHolidays: [],
  staleAfterMinutes: 60,
  contacts: [],
});

export function configuration(
  fhirBaseUrl: string,
  more: Partial<EngineConfiguration> = {},
): EngineConfiguration {
  return {
    fhirBaseUrl,
    network: { by: 'engine', token: false },
    sourceLabel: 'test server',
    place: null,
    deadlineMs: 3_000,
    ...more,
  };
}

/** Connects to the real engine over a port that carries only JSON. */
export async function connectedEngine(given: EngineConfiguration, host: HostSurface | null = null) {
  const pair = jsonPair();
  serveEngine(pair.far);
  const connection = connectEngine(pair.near, host);
  await connection.engine.configure(given);
  let noted = () => {};
  connection.onNote(() => noted());
  const { engine } = connection;
  /** Opens a resident and waits until `ready` holds for the view. */
  const settle = async (
    resident: string,
    ready: (view: ResidentView) => boolean = settled,
    now = NOW,
  ): Promise<ResidentView> => {
    const until = Date.now() + 10_000;
    for (;;) {
      const changed = new Promise<void>((resolve) => {
        noted = resolve;
      });
      const { view } = await engine.openResident({ resident, now });
      if (ready(view)) return view;
      if (Date.now() > until) throw new Error(`never ready: ${JSON.stringify(states(view))}`);
      await Promise.race([changed, new Promise((resolve) => setTimeout(resolve, 250))]);
    }
  };
  return { ...pair, connection, engine, settle };
}

/** The part of a view that says how well each section is known. */
interface Sections {
  readonly sections: Readonly<Record<keyof ResidentView['sections'], Section<unknown>>>;
}

export const states = (view: Sections) =>
  Object.fromEntries(
    Object.entries(view.sections).map(([name, section]) => [
      name,
      section.state === 'known'
        ? `known ${section.content.kind} ${section.refresh.state} ${section.gaps.map(({ why }) => why).join()}`
        : section.state,
    ]),
  );

/** Whether no request is open any more. */
export function settled(view: Sections): boolean {
  return Object.values(view.sections).every(
    (section) =>
      section.state !== 'loading' &&
      (section.state !== 'known' ||
        (section.refresh.state !== 'running' && section.gaps.every(({ why }) => why !== 'loading'))),
  );
}
