import type { VirtualTime } from './virtual-time.ts';

/** How often each thing goes wrong with one request, from 0 to 1. */
export interface FaultRates {
  /** The request never reaches the server. */
  readonly lostBefore: number;
  /** A gateway answers 503, and the server never hears of it. */
  readonly unavailable: number;
  /** The server does it, and its answer is lost. */
  readonly lostAnswer: number;
  /** The server does it, and answers 500. */
  readonly failedAfter: number;
  /** A write comes twice: at once, or late by up to 90 seconds. */
  readonly doubled: number;
  /** The request stands in a queue for up to a minute before the server sees it, so that the client's time is over. */
  readonly slow: number;
}

/** The rates of the protocol's model: one request in five meets something. */
export const STORMY: FaultRates = {
  lostBefore: 0.06,
  unavailable: 0.04,
  lostAnswer: 0.07,
  failedAfter: 0.04,
  doubled: 0.06,
  slow: 0.03,
};

export const CALM: FaultRates = {
  lostBefore: 0,
  unavailable: 0,
  lostAnswer: 0,
  failedAfter: 0,
  doubled: 0,
  slow: 0,
};

/** Milliseconds. */
const LATEST_DOUBLE = 90_000;
const LATENCY = 400;
const SLOWEST = 60_000;

export interface Delivery<A> {
  readonly time: VirtualTime;
  readonly rates: FaultRates;
  readonly isWrite: boolean;
  readonly deadlineMs: number;
  serve(): Promise<A>;
  /** What a gateway says in the server's place. */
  instead(status: 500 | 503): A;
}

export type Delivered<A> =
  { readonly state: 'answered'; readonly answer: A } | { readonly state: 'unreachable' | 'timeout' };

/** Carries one request to a server and its answer back, or fails as networks do. */
export async function deliver<A>(delivery: Delivery<A>): Promise<Delivered<A>> {
  const { time, rates, isWrite, serve, instead } = delivery;
  const { random } = time;
  const chance = random();
  const latency = random() * (random() < rates.slow ? SLOWEST : LATENCY);
  const doubles = isWrite && random() < rates.doubled;
  // Half of the doubles come at once, as a proxy's own retry does.
  const doubleAfter = random() < 0.5 ? 0 : random() * LATEST_DOUBLE;
  const isSilent = random() < 0.5;
  let bound = rates.lostBefore;
  if (chance < bound) return lost(delivery, isSilent);
  bound += rates.unavailable;
  if (chance < bound) {
    await time.wait(latency);
    return { state: 'answered', answer: instead(503) };
  }
  // Nobody waits for the answer of a second copy.
  if (doubles) time.at(time.now() + latency + doubleAfter, () => void serve());
  const served = time.wait(latency).then(serve);
  const late = time.wait(delivery.deadlineMs).then(() => null);
  const answer = await Promise.race([served, late]);
  if (answer === null) return { state: 'timeout' };
  bound += rates.lostAnswer;
  if (chance < bound) return lost(delivery, isSilent);
  bound += rates.failedAfter;
  return { state: 'answered', answer: chance < bound && isWrite ? instead(500) : answer };
}

/** A lost connection is noticed at once, or only by the deadline. */
async function lost<A>({ time, deadlineMs }: Delivery<A>, isSilent: boolean): Promise<Delivered<A>> {
  await time.wait(isSilent ? deadlineMs : 50);
  return { state: isSilent ? 'timeout' : 'unreachable' };
}
