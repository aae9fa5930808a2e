import type { PlaceConfiguration } from '../place.ts';
import type { CivilDate } from '../../time/types.ts';

/** Where in a place's file: names of fields, and numbers of items from 0. */
export type PlacePath = readonly (string | number)[];

/** What is wrong in a place's file, and what to do about it. */
export interface PlaceFault {
  readonly path: PlacePath;
  readonly words: string;
  /** `refused`: the file is not taken into force. `warned`: it is, and somebody should look. */
  readonly weight: 'refused' | 'warned';
}

/** What the rules of a file are judged with. */
export interface PlaceKnowledge {
  readonly today: CivilDate;
  /** Ids of the kit's instruments, without which nobody can see whether a withdrawal names one. */
  readonly instruments: readonly string[];
  /** Ids of the kit's own templates. */
  readonly templates: readonly string[];
}

/** One rule about the meaning of a file. */
export type PlaceRule = (place: PlaceConfiguration, known: PlaceKnowledge) => readonly PlaceFault[];

export function refused(path: PlacePath, words: string): PlaceFault {
  return { path, words, weight: 'refused' };
}

export function warned(path: PlacePath, words: string): PlaceFault {
  return { path, words, weight: 'warned' };
}
