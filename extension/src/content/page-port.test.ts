import { expect } from '@open-wc/testing';
import { PING } from '../messages/ports.ts';
import type { PageMessage } from '../messages/page.ts';
import { pagePort, type Port } from './page-port.ts';

const candidate: PageMessage = {
  kind: 'candidate',
  report: 'r',
  adapter: 'gp',
  person: { nhsNumber: '9990000018', born: '1938-03-09', family: 'ASHWORTH', given: null },
};
const clear: PageMessage = { kind: 'clear', report: 'r' };
const ambiguous: PageMessage = { kind: 'ambiguous', report: 'r' };

/** The vault's end of the ports: what arrived over each, and a way to end one. */
function vault(isWanted?: () => Promise<boolean>) {
  const ports: { heard: unknown[]; end: () => void; disconnected: boolean }[] = [];
  const state = { alive: true, seen: true, wanted: true, gone: 0, asked: 0 };
  const port = pagePort({
    connect: (): Port => {
      if (!state.alive) throw new Error('Extension context invalidated.');
      const end: { heard: unknown[]; end: () => void; disconnected: boolean } = {
        heard: [],
        end: () => undefined,
        disconnected: false,
      };
      ports.push(end);
      return {
        postMessage: (message) => {
          if (end.disconnected) throw new Error('Attempting to use a disconnected port object');
          end.heard.push(message);
        },
        disconnect: () => (end.disconnected = true),
        onDisconnect: {
          addListener: (listener) => {
            end.end = () => {
              end.disconnected = true;
              listener();
            };
          },
        },
      };
    },
    isAlive: () => state.alive,
    isWanted:
      isWanted ??
      (async () => {
        state.asked += 1;
        return state.wanted;
      }),
    isSeen: () => state.seen,
    gone: () => (state.gone += 1),
  });
  return { port, ports, state, last: () => ports.at(-1)?.heard };
}

/** Lets the page's time pass without waiting. */
async function inNoTime(run: (pass: (ms: number) => Promise<void>) => Promise<void>): Promise<void> {
  const real = { setTimeout, clearTimeout, setInterval, clearInterval };
  let now = 0;
  let id = 0;
  const due = new Map<number, { at: number; every: number | null; run: () => void }>();
  const add = (every: boolean) => (task: () => void, ms: number) => {
    id += 1;
    due.set(id, { at: now + ms, every: every ? ms : null, run: task });
    return id;
  };
  const drop = (which: number) => due.delete(which);
  Object.assign(globalThis, {
    setTimeout: add(false),
    clearTimeout: drop,
    setInterval: add(true),
    clearInterval: drop,
  });
  try {
    await run(async (ms) => {
      const end = now + ms;
      for (;;) {
        const [next] = [...due]
          .filter(([, { at }]) => at <= end)
          .sort(([, one], [, other]) => one.at - other.at);
        if (!next) break;
        const [which, task] = next;
        now = task.at;
        if (task.every === null) due.delete(which);
        else task.at += task.every;
        task.run();
        // What the task waits for is answered at once.
        for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
      }
      now = end;
    });
  } finally {
    Object.assign(globalThis, real);
  }
}

describe('the way from a page to the vault', () => {
  it('stays closed while nobody is on screen', () => {
    const { port, ports } = vault();
    port.say(clear);
    expect(ports).to.have.length(0);
  });

  it('sends its messages in their order over one port', () => {
    const { port, ports, last } = vault();
    for (const message of [candidate, clear, ambiguous, clear]) port.say(message);
    expect(ports).to.have.length(1);
    expect(last()).to.deep.equal([candidate, clear, ambiguous, clear]);
  });

  it('opens again one second after a loss and repeats who is on screen', () =>
    inNoTime(async (pass) => {
      const { port, ports, last } = vault();
      port.say(candidate);
      ports[0]?.end();
      await pass(999);
      expect(ports).to.have.length(1);
      await pass(1);
      expect(ports).to.have.length(2);
      expect(last()).to.deep.equal([candidate]);
    }));

  it('does not open again for a person who has gone, and reports a new person at once', () =>
    inNoTime(async (pass) => {
      const { port, ports, last } = vault();
      port.say(candidate);
      ports[0]?.end();
      port.say(clear);
      await pass(60_000);
      expect(ports).to.have.length(1);
      port.say(candidate);
      expect(last()).to.deep.equal([candidate]);
      expect(ports).to.have.length(2);
    }));

  it('waits until the page is in front', () =>
    inNoTime(async (pass) => {
      const { port, ports, state } = vault();
      port.say(candidate);
      state.seen = false;
      ports[0]?.end();
      await pass(60_000);
      expect(ports).to.have.length(1);
      state.seen = true;
      await pass(1000);
      expect(ports).to.have.length(2);
    }));

  it('keeps the vault awake only while a person is on a page in front', () =>
    inNoTime(async (pass) => {
      const { port, last, state } = vault();
      const pings = () => last()?.filter((message) => message === PING).length;
      port.say(candidate);
      await pass(60_000);
      expect(pings()).to.equal(3);
      state.seen = false;
      await pass(60_000);
      expect(pings()).to.equal(3);
      state.seen = true;
      port.say(clear);
      await pass(60_000);
      expect(pings()).to.equal(3);
    }));

  it('the next message notices a port that ended without an event', () =>
    inNoTime(async (pass) => {
      const { port, ports, last } = vault();
      port.say(candidate);
      Object.assign(ports[0] ?? {}, { disconnected: true });
      port.say(ambiguous);
      await pass(1000);
      expect(ports).to.have.length(2);
      expect(last()).to.deep.equal([ambiguous]);
    }));

  it('ends for good, and once only, when the extension has gone', () =>
    inNoTime(async (pass) => {
      const { port, ports, state } = vault();
      port.say(candidate);
      state.alive = false;
      ports[0]?.end();
      await pass(60_000);
      expect(state.gone).to.equal(1);
      expect(ports).to.have.length(1);
    }));

  it('asks whether its site is still enabled before it repeats anybody, and ends where it is not', () =>
    inNoTime(async (pass) => {
      const { port, ports, state } = vault();
      port.say(candidate);
      state.wanted = false;
      ports[0]?.end();
      expect(state.asked).to.equal(0);
      await pass(1000);
      expect([state.asked, state.gone, ports.length]).to.deep.equal([1, 1, 1]);
      await pass(60_000);
      expect(ports).to.have.length(1);
    }));

  it('repeats nobody who went, or was followed by somebody else, while the vault answered', () =>
    inNoTime(async (pass) => {
      for (const [after, heard] of [
        [clear, []],
        [ambiguous, [ambiguous]],
      ] as const) {
        let answer = (_wanted: boolean) => {};
        const { port, ports, state, last } = vault(() => new Promise((resolve) => (answer = resolve)));
        port.say(candidate);
        ports[0]?.end();
        await pass(1000);
        port.say(after);
        answer(true);
        await pass(60_000);
        expect(state.gone).to.equal(0);
        expect(ports.length).to.equal(heard.length + 1);
        if (heard.length > 0) expect(last()?.filter((message) => message !== PING)).to.deep.equal(heard);
      }
    }));

  it('is silent once it is closed, whatever was planned before', () =>
    inNoTime(async (pass) => {
      const { port, ports } = vault();
      port.say(candidate);
      port.close();
      await pass(60_000);
      expect(ports).to.have.length(1);
      expect(ports[0]?.heard).to.deep.equal([candidate]);
    }));

  it('closes when the user leaves the page, and opens again when the page comes back', () => {
    const { port, ports, last } = vault();
    port.say(candidate);
    port.close();
    expect(ports[0]?.disconnected).to.equal(true);
    port.say(candidate);
    expect(ports).to.have.length(2);
    expect(last()).to.deep.equal([candidate]);
  });
});
