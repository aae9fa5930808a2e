import { design, process, risks, training, type Hazard } from '../hazard.ts';

export const PLACE_FILE: readonly Hazard[] = [
  {
    id: 'F1',
    component: 'place file',
    hazard: 'A mistake in the place file leaves a home without numbers or rules',
    cause: 'A comma, a misspelt name, a wrong id',
    effect: 'The wrong service is rung, or none',
    ...risks('catastrophic', 'high', 'low'),
    controls: [
      design(
        'Each fault is named with its line and what to do, and the last good file stays in force',
        'packages/sdk/test/place/read-place-file.test.ts',
        'a broken file leaves the last good one in force, which says so with every line',
      ),
      design(
        'A name that the shape does not know is refused, and not dropped',
        'packages/sdk/test/place/read-place-file.test.ts',
        'what does not fit is named with its line',
      ),
      design(
        'A field in which nothing is to be seen names nobody, and is refused',
        'packages/clinical/src/place/faults-of-place.test.ts',
        'a field in which nothing is to be seen is refused where it stands: it would name nobody',
      ),
      process('Two people read a change before it goes into force'),
    ],
  },
  {
    id: 'F2',
    component: 'place file',
    hazard: 'A sample or an unsigned file is used with residents',
    cause: 'A demonstration becomes a habit',
    effect: 'Rules that nobody has accepted',
    ...risks('major', 'high', 'medium'),
    controls: [
      design(
        'The foot of every component says “not for live use” until named people have signed',
        'packages/elements/src/internal/kit-footer.test.ts',
        'says that it is not for live use, and by which place file it speaks',
      ),
      process('Nobody deploys it before a clinical safety officer has signed (DCB0160)'),
    ],
  },
  {
    id: 'F3',
    component: 'place file',
    hazard: 'A resident is put into the wrong home or practice',
    cause: 'A resident stands in two homes',
    effect: 'A worry reaches people who do not know her',
    ...risks('major', 'medium', 'low'),
    controls: [
      design(
        'A resident of two homes is refused',
        'packages/clinical/src/place/faults-of-place.test.ts',
        'a resident of two homes is refused, and so is a home or practice that the file does not have',
      ),
      design(
        'A home whose practice the file does not know is said',
        'packages/clinical/src/place/faults-of-place.test.ts',
        'a home of a practice that nothing in the file has is said: residents of another practice would be rung there',
      ),
      design(
        'Of several homes none is guessed',
        'packages/clinical/src/place/placement.test.ts',
        'of several homes none is guessed',
      ),
    ],
  },
  {
    id: 'F4',
    component: 'place file',
    hazard: 'Somebody without training takes observations',
    cause: 'An agency shift',
    effect: 'Wrong values that are trusted',
    ...risks('considerable', 'medium', 'low'),
    controls: [
      design(
        'The step is offered to those whom the place names, until their day',
        'packages/clinical/src/place/placement.test.ts',
        'observations are offered to those whom the place names, until their day, and to nobody else',
      ),
      training('Taking observations'),
    ],
  },
  {
    id: 'F5',
    component: 'place file',
    hazard: 'A page that is open goes on with what was withdrawn',
    cause: 'The file is read once, and a page stays open for days',
    effect: 'Advice by a rung, or a score, that somebody has found to be wrong',
    ...risks('major', 'high', 'low'),
    controls: [
      design(
        'An open page asks for the file again each minute and when somebody comes back to it',
        'packages/sdk/src/place/watch-place.test.ts',
        'a withdrawal reaches the page and its components once somebody comes back to it, without a reload',
      ),
      design(
        'A page that cannot reach the file says that what was withdrawn since is not known',
        'packages/elements/src/internal/kit-footer.test.ts',
        'says of a place file that did not come that what was withdrawn since is not known, and not that it was refused',
      ),
      process('Whoever embeds the kit uses `watchPlace`, and tells the places how long a withdrawal takes'),
    ],
  },
];
