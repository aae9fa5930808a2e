import { EhchError } from '@ehch/clinical';
import type { RawAnswer } from '../http/handle.ts';
import type { ActiveFault, FaultScene, FaultyAnswer } from './fault.ts';
import { FAULTS } from './table.ts';

/** The faults that are on. */
export class Faults {
  #active: { readonly fault: ActiveFault; left: number }[] = [];

  /** Replaces all faults. */
  set(faults: readonly ActiveFault[]): void {
    for (const { fault } of faults) faultNamed(fault);
    this.#active = faults.map((fault) => ({ fault, left: fault.times ?? Infinity }));
  }

  /** Answers through the first fault that fits: that of the request's own header, else one that is on. */
  async answer(
    header: string | undefined,
    next: () => Promise<RawAnswer>,
    scene: FaultScene,
  ): Promise<FaultyAnswer> {
    const name = header ?? this.#take(scene.type);
    return name === undefined ? next() : faultNamed(name)(next, scene);
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
