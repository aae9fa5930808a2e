import { fourAt } from './4at/4at.ts';
import { acb } from './acb/acb.ts';
import { braden } from './braden/braden.ts';
import { cfs } from './cfs/cfs.ts';
import { efi } from './efi/efi.ts';
import { must } from './must/must.ts';
import { news2 } from './news2/news2.ts';
import { painad } from './painad/painad.ts';
import { waterlow } from './waterlow/waterlow.ts';

/** Every instrument. A new one is a folder beside these and a line here; nothing else changes. */
export const instruments = [fourAt, acb, braden, cfs, efi, must, news2, painad, waterlow] as const;
