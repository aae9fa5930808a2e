import { SOFT_SIGNS } from '../instruments/soft-signs/soft-sign-list.ts';
import { RED_FLAGS, type InfectionSign, type RungReason } from './ladder.ts';
import type { AgreedNow, ObservationsNow, Situation, UsualNow } from './situation.ts';

/** Why a reason holds, in words; `null`: it does not. What is not known holds nothing by itself, and excuses nothing. */
export function reached(reason: RungReason, situation: Situation, { usual }: AgreedNow): string | null {
  const { observations } = situation;
  switch (reason.kind) {
    case 'sign':
      return newSigns(situation);
    case 'worry':
      return isWorry(situation) ? 'Somebody is worried' : null;
    case 'news2':
      return atLeast(observations, reason.from);
    case 'single-three':
      return hasThree(observations) ? 'NEWS2: one part scores 3' : null;
    case 'above-usual':
      return aboveUsual(observations, usual, reason.by);
    case 'not-rousing':
      return isNotRousing(observations) ? 'Does not wake to a voice' : null;
    case 'possible-infection':
      return infection(situation, reason.with);
  }
}

/** "Something is wrong" is a worry, whoever ticked it where, and is never usual. */
function isWorry({ isWorried, signs }: Situation): boolean {
  return isWorried || signs.some(({ id }) => id === 'worry');
}

/** The signs and flags that are new. A flag stays one also where nobody thinks of an infection. */
function newSigns({ signs, flags }: Situation): string | null {
  // "Usual" removes a sign from the prompt, and never from the record (clinical rule 3.1).
  const news = signs.filter(({ usual }) => usual !== 'yes');
  const said = [
    ...SOFT_SIGNS.flatMap(([id, text]) => (news.some((sign) => sign.id === id) ? [text] : [])),
    ...RED_FLAGS.flatMap(({ id, text }) => (flags.includes(id) ? [text] : [])),
  ];
  return said.length === 0 ? null : said.join(' · ');
}

interface Figure {
  readonly value: number;
  readonly words: string;
}

/** The total, or what the known parts reach. While the scale of the saturation is open, the higher total counts (SPEC R2). */
function figureOf(observations: ObservationsNow | null): Figure | null {
  if (observations === null) return null;
  const { total, atLeast: reach, onScale = null } = observations.score;
  if (total !== null) return { value: total, words: `NEWS2 ${total}` };
  if (onScale !== null) {
    const words = `NEWS2 ${onScale[1]} on scale 1, ${onScale[2]} on scale 2: nobody has settled which`;
    return { value: Math.max(onScale[1], onScale[2]), words };
  }
  return reach === undefined ? null : { value: reach, words: `NEWS2 at least ${reach}, with parts missing` };
}

function atLeast(observations: ObservationsNow | null, from: number): string | null {
  const figure = figureOf(observations);
  return figure === null || figure.value < from ? null : figure.words;
}

function hasThree(observations: ObservationsNow | null): boolean {
  return Object.values(observations?.score.items ?? {}).some(({ score }) => score === 3);
}

function aboveUsual(observations: ObservationsNow | null, usual: UsualNow, by: number): string | null {
  const figure = figureOf(observations);
  // No usual score is not a usual score of 0 (clinical rule 2.3).
  if (figure === null || typeof usual !== 'number' || figure.value - usual < by) return null;
  return `${figure.words}, usual ${usual}`;
}

function isNotRousing(observations: ObservationsNow | null): boolean {
  return observations?.acvpu === 'P' || observations?.acvpu === 'U';
}

function infection(situation: Situation, signs: readonly InfectionSign[]): string | null {
  if (situation.isInfectionPossible === false) return null;
  const found = signs.flatMap((sign) => infectionSign(sign, situation) ?? []);
  return found.length === 0 ? null : `Possible infection, with: ${found.join(', ')}`;
}

const PART_WORDS = {
  rr: 'breaths a minute',
  sbp: 'mmHg, the upper blood pressure',
  pulse: 'beats a minute',
  spo2Scale1: '% oxygen saturation',
} as const;

function infectionSign(sign: InfectionSign, { observations, flags }: Situation): string | null {
  if (sign.kind === 'new-confusion') return observations?.acvpu === 'C' ? 'new confusion' : null;
  if (sign.kind === 'flag')
    return flags.includes(sign.flag) ? lowered(RED_FLAGS.find(({ id }) => id === sign.flag)?.text) : null;
  const value = valueOf(sign.part, observations);
  if (value === null) return null;
  const holds = sign.kind === 'at-least' ? value >= sign.value : value <= sign.value;
  return holds ? `${value} ${PART_WORDS[sign.part]}` : null;
}

function valueOf(part: keyof typeof PART_WORDS, observations: ObservationsNow | null): number | null {
  if (observations === null) return null;
  // On scale 2 a low saturation may be the target (clinical rule 2.1). [P] Without a settled scale it counts as on scale 1.
  if (part === 'spo2Scale1') return observations.spo2Scale === 2 ? null : observations.spo2;
  return observations[part];
}

function lowered(text = ''): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
