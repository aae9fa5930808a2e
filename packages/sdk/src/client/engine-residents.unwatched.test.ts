import { expect } from '@open-wc/testing';
import type { EngineLink } from './engine-link.ts';
import { residentsOver, type EngineResidentsOptions } from './engine-residents.ts';
import { viewWithout } from './view-without.ts';

const AT = '2026-11-21T09:30:00Z';

/** Residents over an engine that notes what it is asked. A reading again goes on until a test ends it. */
function watched() {
  const asked: string[] = [];
  const reading = Promise.withResolvers<null>();
  const engine = {
    async openResident({ resident }: { resident: string }) {
      asked.push(`open ${resident}`);
      return { view: viewWithout(resident, 'test', 'busy', AT), seq: asked.length };
    },
    async closeResident({ resident }: { resident: string }) {
      asked.push(`close ${resident}`);
      return null;
    },
    refreshResident: () => reading.promise,
  };
  const link = {
    isClosed: false,
    listen: () => () => {},
    engine: async () => engine,
    engineAtHand: async () => engine,
    close: () => {},
  } as unknown as EngineLink;
  const options = { clock: () => AT, configuration: { sourceLabel: 'test' } } as EngineResidentsOptions;
  return { residents: residentsOver(link, options), asked, reading };
}

/** When everything that was asked has been answered. */
const turn = () => new Promise((resolve) => setTimeout(resolve));

describe('a resident whom nobody watches any more', () => {
  it('is left by the engine, and is not asked for once a reading that somebody asked for is over', async () => {
    const { residents, asked, reading } = watched();
    const stop = new AbortController();
    residents.watch('agnes', () => {}, stop.signal);
    await turn();
    const read = residents.refresh('agnes');
    stop.abort();
    await turn();
    reading.resolve(null);
    await read;
    await turn();
    expect(asked).to.deep.equal(['open agnes', 'close agnes']);
    residents.close();
  });

  it('stays with the engine for as long as somebody else watches', async () => {
    const { residents, asked, reading } = watched();
    const [one, other] = [new AbortController(), new AbortController()];
    for (const { signal } of [one, other]) residents.watch('agnes', () => {}, signal);
    await turn();
    const read = residents.refresh('agnes');
    one.abort();
    await turn();
    reading.resolve(null);
    await read;
    expect(asked).to.deep.equal(['open agnes', 'open agnes', 'open agnes']);
    residents.close();
  });

  it('is not asked for where the watch had ended before it began', async () => {
    const { residents, asked } = watched();
    residents.watch('agnes', () => {}, AbortSignal.abort());
    await turn();
    expect(asked).to.deep.equal([]);
    residents.close();
  });
});
