import { EhchError } from '@ehch/clinical';
import type { Inbound } from '../http/handle.ts';
import type { Delivery } from '../server/wire.ts';
import { arrives, typeIn, type ActiveFault, type Fault, type FaultScene } from './fault.ts';
import { FAULTS } from './registry.ts';

/** The faults that are switched on. */
export class Faults {
  #active: { readonly fault: ActiveFault; left: number }[] = [];

  /** Replaces all faults. @throws {EhchError} `bad-argument` for a fault unknown */
  set(faults: readonly ActiveFault[]): void {
    // Looked up first, so that an unknown name fails here and not in the middle of a test.
    for (const { fault } of faults) faultNamed(fault);
    this.#active = faults.map((fault) => ({ fault, left: fault.times ?? Infinity }));
  }

  /** Answers through a fault: the one in the request's header, or else the first that is on and fits. */
  answer(scene: FaultScene): Delivery {
    const name = scene.inbound.headers['x-fault'] ?? this.#take(scene.inbound);
    if (name === undefined) return arrives(scene.next());
    const { fault, argument } = faultNamed(name);
    return fault.answer(scene, argument);
  }

  #take({ method, url, body }: Inbound): string | undefined {
    const type = typeIn(url);
    const hit = this.#active.find(({ fault, left }) => {
      const about = fault.about ?? '';
      const named = url.includes(about) || body.includes(about);
      return left > 0 && (fault.type ?? type) === type && (fault.method ?? method) === method && named;
    });
    if (!hit) return undefined;
    hit.left -= 1;
    return hit.fault.fault;
  }
}

function faultNamed(text: unknown): { fault: Fault; argument: string } {
  const [name = '', argument = ''] = String(text).split(/:(.*)/s);
  const fault = Object.hasOwn(FAULTS, name) ? FAULTS[name] : undefined;
  if (fault) return { fault, argument };
  const known = Object.keys(FAULTS).join(', ');
  throw new EhchError('bad-argument', `There is no fault of this name. Known: ${known}.`);
}
