import { EhchError } from '@ehch/clinical';
import type { Delivery, WireAnswer } from '../server/wire.ts';
import type { ActiveFault, FaultScene } from './fault.ts';
import { FAULTS } from './table.ts';

/** The faults that are switched on. */
export class Faults {
  #active: { readonly fault: ActiveFault; left: number }[] = [];

  /** Replaces all faults. */
  set(faults: readonly ActiveFault[]): void {
    // Looked up first, so that an unknown name fails here and not in the middle of a test.
    for (const { fault } of faults) faultNamed(fault);
    this.#active = faults.map((fault) => ({ fault, left: fault.times ?? Infinity }));
  }

  /** Answers through a fault: the one in the request's header, or else the first that is on and fits. */
  answer(header: string | undefined, next: () => WireAnswer, scene: FaultScene): Delivery {
    const name = header ?? this.#take(scene.type);
    return name === undefined ? { answer: next(), afterMs: 0 } : faultNamed(name)(next, scene);
  }

  #take(type: string): string | undefined {
    const hit = this.#active.find(({ fault, left }) => left > 0 && (fault.type ?? type) === type);
    if (!hit) return undefined;
    hit.left -= 1;
    return hit.fault.fault;
  }
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
