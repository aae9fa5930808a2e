import { EhchError } from '@ehch/clinical';
import type { Inbound } from '../http/handle.ts';
import type { Delivery, WireAnswer } from '../server/wire.ts';
import type { ActiveFault, FaultScene } from './fault.ts';
import { FAULTS } from './table.ts';

/** The faults that are switched on. */
export class Faults {
  #active: { readonly fault: ActiveFault; left: number }[] = [];

  /** @throws {EhchError} `bad-argument` for a fault unknown */
  constructor(faults: readonly ActiveFault[]) {
    this.set(faults);
  }

  /** Replaces all faults. */
  set(faults: readonly ActiveFault[]): void {
    // Looked up first, so that an unknown name fails here and not in the middle of a test.
    for (const { fault } of faults) faultNamed(fault);
    this.#active = faults.map((fault) => ({ fault, left: fault.times ?? Infinity }));
  }

  /** Answers through a fault: the one in the request's header, or else the first that is on and fits. */
  answer(next: () => WireAnswer, scene: FaultScene): Delivery {
    const name = scene.inbound.headers['x-fault'] ?? this.#take(scene.inbound);
    return name === undefined ? { answer: next(), afterMs: 0 } : faultNamed(name)(next, scene);
  }

  #take({ url, body }: Inbound): string | undefined {
    const type = typeIn(url);
    const hit = this.#active.find(({ fault, left }) => {
      const about = fault.about ?? '';
      return left > 0 && (fault.type ?? type) === type && (url.includes(about) || body.includes(about));
    });
    if (!hit) return undefined;
    hit.left -= 1;
    return hit.fault.fault;
  }
}

/** The resource type in an address; empty for the system level. */
export function typeIn(url: string): string {
  return /^[A-Za-z]*/.exec(url)?.[0] ?? '';
}

function faultNamed(text: string): ReturnType<(typeof FAULTS)[string]> {
  const [name = '', argument = ''] = text.split(/:(.*)/s);
  const make = FAULTS[name];
  if (!make) {
    throw new EhchError(
      'bad-argument',
      `There is no fault of this name. Known: ${Object.keys(FAULTS).join(', ')}.`,
    );
  }
  return make(argument);
}
