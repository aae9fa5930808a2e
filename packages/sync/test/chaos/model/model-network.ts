import { deliver, type FaultRates } from '../faults.ts';
import type { VirtualTime } from '../virtual-time.ts';
import type { Answered, ModelServer } from './model-server.ts';

/** `null`: no answer came, so nobody knows what the server did. */
export type Heard = Answered | null;

export interface ModelNetwork {
  read(ask: (server: ModelServer) => Promise<Answered>): Promise<Heard>;
  write(ask: (server: ModelServer) => Promise<Answered>): Promise<Heard>;
}

/** Milliseconds: longer, and a service worker's request ends. */
const DEADLINE_MS = 25_000;

export function modelNetwork(time: VirtualTime, server: ModelServer, rates: FaultRates): ModelNetwork {
  const ask = (isWrite: boolean) => async (serve: (server: ModelServer) => Promise<Answered>) => {
    const delivered = await deliver<Answered>({
      time,
      rates,
      isWrite,
      deadlineMs: DEADLINE_MS,
      serve: () => serve(server),
      instead: (status) => ({ status, versions: [], more: false }),
    });
    return delivered.state === 'answered' ? delivered.answer : null;
  };
  return { read: ask(false), write: ask(true) };
}
