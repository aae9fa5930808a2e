import type { KindName, ThreadKind } from '../kind.ts';
import { ACTION } from './action/action.ts';
import { MEDICINE_QUERY } from './medicine-query/medicine-query.ts';
import { REFERRAL } from './referral/referral.ts';
import { ROUND_ITEM } from './round-item/round-item.ts';
import { WORRY } from './worry/worry.ts';

/** Every kind of thread, by name. */
export const KINDS: { readonly [Name in KindName]: ThreadKind } = {
  worry: WORRY,
  'medicine-query': MEDICINE_QUERY,
  referral: REFERRAL,
  action: ACTION,
  'round-item': ROUND_ITEM,
};
