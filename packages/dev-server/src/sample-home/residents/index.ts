import type { Story } from '../story.ts';
import { anastasiaFeatherstonehaugh } from './anastasia-featherstonehaugh.ts';
import { anitaDesai } from './anita-desai.ts';
import { arthurPemberton } from './arthur-pemberton.ts';
import { berylStannard } from './beryl-stannard.ts';
import { craigNorland } from './craig-norland.ts';
import { dennisFairclough } from './dennis-fairclough.ts';
import { dorisAshworth } from './doris-ashworth.ts';
import { edithMarlowe } from './edith-marlowe.ts';
import { eleriPrysJones } from './eleri-prys-jones.ts';
import { frankHolloway } from './frank-holloway.ts';
import { gwendolineFarrow } from './gwendoline-farrow.ts';
import { haroldCastle } from './harold-castle.ts';
import { istvanKovacs } from './istvan-kovacs.ts';
import { ivyRawsthorne } from './ivy-rawsthorne.ts';
import { joanWhitfield } from './joan-whitfield.ts';
import { joannePickles } from './joanne-pickles.ts';
import { kathleenOrourke } from './kathleen-orourke.ts';
import { leonardAckroyd } from './leonard-ackroyd.ts';
import { mabelJessop } from './mabel-jessop.ts';
import { margaretHughesJanuary } from './margaret-hughes-january.ts';
import { margaretHughesJuly } from './margaret-hughes-july.ts';
import { moragSutherland } from './morag-sutherland.ts';
import { noraCastle } from './nora-castle.ts';
import { paulTranter } from './paul-tranter.ts';
import { ronaldBirkett } from './ronald-birkett.ts';
import { saminaYusuf } from './samina-yusuf.ts';
import { sheilaCrowther } from './sheila-crowther.ts';
import { thomasOkafor } from './thomas-okafor.ts';
import { walterDunne } from './walter-dunne.ts';
import { winstonGrant } from './winston-grant.ts';

/** The registry of residents, in the order of the roster. */
export const STORIES: readonly Story[] = [
  dorisAshworth,
  margaretHughesJuly,
  margaretHughesJanuary,
  istvanKovacs,
  eleriPrysJones,
  ronaldBirkett,
  joanWhitfield,
  edithMarlowe,
  arthurPemberton,
  walterDunne,
  sheilaCrowther,
  gwendolineFarrow,
  thomasOkafor,
  moragSutherland,
  haroldCastle,
  noraCastle,
  frankHolloway,
  berylStannard,
  anastasiaFeatherstonehaugh,
  paulTranter,
  anitaDesai,
  craigNorland,
  saminaYusuf,
  joannePickles,
  kathleenOrourke,
  dennisFairclough,
  winstonGrant,
  ivyRawsthorne,
  mabelJessop,
  leonardAckroyd,
];
