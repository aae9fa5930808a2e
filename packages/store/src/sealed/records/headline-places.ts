import type { CardRow } from '../../database/schema.ts';

/** Where a headline lies: its place goes into its seal (SPEC K3). */
export const memberPlace = ({ h, p, format }: Pick<CardRow, 'h' | 'p' | 'format'>) =>
  ['member', h, p, format] as const;
export const cardPlace = ({ h, p, format }: Pick<CardRow, 'h' | 'p' | 'format'>) =>
  ['card', h, p, format] as const;
