import { braden } from '../../../../instruments/braden/braden.ts';
import { purposeT } from '../../../../instruments/purpose-t/purpose-t.ts';
import { waterlow } from '../../../../instruments/waterlow/waterlow.ts';
import { anyBut, chosenTool, group, several, askedWhen, words } from '../fields.ts';

const SKIN =
  'none=Whole and healthy|red=Red area|pressure=Pressure ulcer|tear=Skin tear|leg=Leg ulcer|wound=Other wound|other=Rash or other';

export const skin = group(
  'skin-wounds',
  'Skin, wounds',
  several('skin', 'Skin', SKIN),
  askedWhen(
    'skin',
    anyBut('none', SKIN),
    words('skin-note', 'Wounds: where, how big, dressing', { maxLength: 400 }),
  ),
  ...chosenTool('skin-tool', 'Pressure ulcer risk tool', {
    Waterlow: waterlow,
    Braden: braden,
    'PURPOSE-T': purposeT,
  }),
);
