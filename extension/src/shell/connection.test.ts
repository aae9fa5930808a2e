import { expect } from '@open-wc/testing';
import { connectToVault } from './connection.ts';

/** A port to a vault that the test can stop. */
function port() {
  const sent: unknown[] = [];
  const hears: ((message: unknown) => void)[] = [];
  const ends: (() => void)[] = [];
  return {
    sent,
    postMessage: (message: unknown) => void sent.push(message),
    onMessage: { addListener: (hear: (message: unknown) => void) => void hears.push(hear) },
    onDisconnect: { addListener: (lost: () => void) => void ends.push(lost) },
    say: (message: unknown) => hears.forEach((hear) => hear(message)),
    stop: () => ends.forEach((lost) => lost()),
  };
}

/** The panel's connection, with the messages it received and its losses. The test decides when time passes. */
function connection() {
  const ports: ReturnType<typeof port>[] = [];
  const heard: unknown[] = [];
  const state = { lost: 0, canOpen: true };
  const send = connectToVault({
    open() {
      if (!state.canOpen) throw new Error('The extension was updated.');
      const made = port();
      ports.push(made);
      return made;
    },
    window: 7,
    hear: (message) => void heard.push(message),
    lost: () => void (state.lost += 1),
  });
  return { ports, heard, state, send };
}

describe('the panel’s connection to the vault', () => {
  const real = { setTimeout: globalThis.setTimeout, setInterval: globalThis.setInterval };
  const later: (() => void)[] = [];
  const pings: (() => void)[] = [];
  const intervals: number[] = [];
  beforeEach(() => {
    Object.assign(globalThis, {
      setTimeout: (run: () => void) => later.push(run),
      setInterval: (run: () => void, ms: number) => {
        intervals.push(ms);
        return pings.push(run);
      },
    });
  });
  afterEach(() => {
    Object.assign(globalThis, real);
    later.splice(0);
    pings.splice(0);
  });

  it('sends its window first, and then what the user asks for', () => {
    const { ports, send } = connection();
    send({ kind: 'read-roster' });
    expect(ports[0]?.sent).to.deep.equal([{ kind: 'subscribe', window: 7 }, { kind: 'read-roster' }]);
  });

  it('keeps the vault awake while the panel is open', () => {
    const { ports } = connection();
    pings[0]?.();
    expect(ports[0]?.sent.at(-1)).to.equal('ping');
    // Chrome stops a service worker after 30 seconds without an event, and a timer may come late.
    expect(intervals.at(-1)).to.be.at.most(25_000);
  });

  it('reports a lost vault, connects to a new one, and ignores the former', () => {
    const { ports, heard, state } = connection();
    ports[0]?.say('first');
    ports[0]?.stop();
    expect(state.lost).to.equal(1);
    later.splice(0).forEach((run) => run());
    expect(ports[1]?.sent).to.deep.equal([{ kind: 'subscribe', window: 7 }]);
    ports[0]?.say('late');
    ports[1]?.say('second');
    ports[0]?.stop();
    expect([heard, state.lost]).to.deep.equal([['first', 'second'], 1]);
  });

  it('tries again until a vault answers', () => {
    const { ports, state } = connection();
    state.canOpen = false;
    ports[0]?.stop();
    later.splice(0).forEach((run) => run());
    later.splice(0).forEach((run) => run());
    expect([state.lost, ports.length]).to.deep.equal([3, 1]);
    state.canOpen = true;
    later.splice(0).forEach((run) => run());
    expect(ports.length).to.equal(2);
  });

  it('goes on when a message meets a port that has gone', () => {
    const { ports, send } = connection();
    const [first] = ports;
    if (first)
      first.postMessage = () => {
        throw new Error('Attempting to use a disconnected port object');
      };
    expect(() => send({ kind: 'read-roster' })).not.to.throw();
  });
});
