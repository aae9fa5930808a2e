import { design, process, risks, tested, type Hazard } from '../hazard.ts';

export const EXTENSION: readonly Hazard[] = [
  {
    id: 'B1',
    component: 'extension',
    hazard: 'The host shows one person and the panel another',
    cause: 'A changed banner, a second tab, two frames',
    effect: 'Treatment by the facts of another person',
    ...risks('catastrophic', 'medium', 'very low'),
    controls: [
      design(
        'A person is taken back before the host’s next task',
        'extension/src/content/watch-banner.test.ts',
        'A to B in the same nodes: A is taken back before the host’s next task, then B is reported',
      ),
      design(
        'Without the context check a late answer would reach the wrong person',
        'extension/src/vault/create-vault.test.ts',
        'without the context check a late answer reaches the wrong person, so the check is what stops it',
      ),
      design(
        'The panel blanks by itself when the page takes the person back, however busy the vault is',
        'test/extension/side-panel.test.ts',
        'a page that takes its report back blanks the panel at once, and a late state of that report shows nobody',
      ),
      design(
        'The panel blanks when the vault is silent, and names nobody until it answers',
        'test/extension/walk/chromium.test.ts',
        'a vault that is busy for seconds: the panel is blank long before, and names nobody until the vault goes on',
      ),
      design(
        'Another tab in front blanks the panel before the vault has said anything',
        'test/extension/side-panel.test.ts',
        'another tab in front blanks the panel before the vault has said anything',
      ),
      design(
        'What lies under something else is not read',
        'extension/src/content/topmost.test.ts',
        'is a modal dialog, and the banner again once it closes',
      ),
      design(
        'A frame that was slid out of sight is not read',
        'extension/src/content/frame-sight.test.ts',
        'is seen, and no longer once it is slid out by exactly its own width, until it is slid back',
      ),
      design(
        'A number alone is never enough',
        'extension/src/vault/identity-check.test.ts',
        'a number alone is never enough: no date on the host’s screen blocks',
      ),
    ],
  },
  {
    id: 'B2',
    component: 'extension',
    hazard: 'The host’s page reads clinical text',
    cause: 'The panel stands in the host’s page',
    effect: 'A breach of confidence',
    ...risks('considerable', 'medium', 'very low'),
    controls: [
      tested(
        'Nothing of a record is in the host’s page or in storage',
        'test/extension/walk/chromium.test.ts',
        'nothing of a record is in the host’s page, in a message to a page, or in storage',
      ),
    ],
  },
  {
    id: 'B3',
    component: 'extension',
    hazard: 'A host’s banner is read wrongly',
    cause: 'A changed page, a date in another form',
    effect: 'Nobody, or somebody else, is found',
    ...risks('major', 'medium', 'low'),
    controls: [
      tested(
        'Every saved page reads as the person that it shows',
        'extension/src/hosts/pages.test.ts',
        'each page reads as the person it shows',
      ),
      tested(
        'Every layout reads as the person whom its tab shows, in both browsers, and saved lists read as nobody',
        'test/extension/layouts.test.ts',
        'the saved pages of real systems read as nobody, by every template',
      ),
      tested(
        'Where a page says two things of a person, nobody is read',
        'extension/src/content/read-field.test.ts',
        'takes every parser that the field names, and nothing where two read different things',
      ),
      tested(
        'A date is never guessed: its day comes first, and a weekday of another day makes it nothing',
        'extension/src/content/parsers.test.ts',
        'the order of two numbers is never guessed: a date that reads at all reads with its day first',
      ),
      tested(
        'Parts of two templates are never joined to one person',
        'extension/src/vault/subject.test.ts',
        'make the tab ambiguous',
      ),
      tested(
        'What stands in an input is compared while a person is on screen, because no mutation tells of a change',
        'extension/src/content/watch-places.test.ts',
        'an input that a script fills with somebody else takes the person back, although no mutation tells of it',
      ),
      process('Somebody compares both banners when a host changes'),
    ],
  },
  {
    id: 'B5',
    component: 'extension',
    hazard: 'A page is read that nobody meant, or by a template of another system',
    cause: 'A wrong choice at the press, a site left enabled, settings that nobody understood',
    effect: 'Nobody, or somebody else, is found; a breach of confidence',
    ...risks('major', 'medium', 'very low'),
    controls: [
      design(
        'A site is enabled by the browser’s permission and a person’s press, never by one of them',
        'extension/src/vault/sites/sites.test.ts',
        'a site is enabled by its permission and a template, and its open tab is injected without a reload',
      ),
      design(
        'Without an adapter for its place, a page is not looked at',
        'test/extension/content-script.test.ts',
        'from the vault, nothing of the page is reported',
      ),
      design(
        'A revoked site blanks the panel at once, and its script falls silent',
        'test/extension/walk/sites.test.ts',
        'a revoked site: the panel is blank at once, and the script in its page is silent for good',
      ),
      design(
        'Settings that are not understood allow nothing',
        'extension/src/vault/adapters/read-managed.test.ts',
        'an unknown key refuses all and allows nothing, because a misspelt ban must not be a permission',
      ),
      design(
        'Two adapters for one page are both refused',
        'extension/src/vault/adapters/adapters-in-force.test.ts',
        'two managed adapters for one page are both refused, and two for other pages, frames or hosts are not',
      ),
      design(
        'A draft of a user finds nobody',
        'extension/src/vault/adapters/adapters-in-force.test.ts',
        'a draft reads nobody',
      ),
      process('Somebody compares the first two patients on both sides after a site was enabled'),
    ],
  },
  {
    id: 'B7',
    component: 'extension',
    hazard: 'A resident chosen by hand stands beside another patient',
    cause: 'Another patient was opened in a program that the panel cannot read, or on a page',
    effect: 'Treatment by the facts of another person',
    ...risks('catastrophic', 'medium', 'low'),
    controls: [
      design(
        'A page that shows somebody else ends the choice, and neither is shown until a person presses',
        'test/extension/walk/by-hand.test.ts',
        'a page beside it that shows somebody else: neither is shown, until a person goes on with the page',
      ),
      design(
        'In no order of events does a choice stand beside a page that shows somebody',
        'extension/src/vault/by-hand/every-order.test.ts',
        'in no state that a panel can reach beside a page does any event break a promise',
      ),
      design(
        'Ten minutes without a press put the resident away',
        'extension/src/vault/create-vault.by-hand.test.ts',
        'after ten minutes without a press the resident goes by itself, with a warning before',
      ),
      design(
        'A number or a name alone finds nobody',
        'extension/src/typed/typed.test.ts',
        'a number or a name alone is never looked up',
      ),
      process('Whoever opens another patient in the other program puts the resident away first'),
    ],
  },
  {
    id: 'B8',
    component: 'extension',
    hazard: 'The wrong one of two residents is chosen by hand',
    cause: 'One name, a slip of a digit, a number that was copied earlier',
    effect: 'Treatment by the facts of another person',
    ...risks('catastrophic', 'medium', 'very low'),
    controls: [
      design(
        'A number with another date of birth shows nobody',
        'extension/src/vault/by-hand/step.test.ts',
        'shows nobody, says why, and keeps nothing of what was typed',
      ),
      design(
        'Two of one name stand there with date of birth and room, and a person says which',
        'test/extension/walk/by-hand.test.ts',
        'two residents of one name and date of birth: the room tells them apart, and a person says which',
      ),
      design(
        'A record that contradicts what was typed shows nothing',
        'extension/src/vault/by-hand/step.test.ts',
        'a record that contradicts what was typed shows nothing, and says which field',
      ),
    ],
  },
  {
    id: 'B9',
    component: 'extension',
    hazard: 'A taught page reads another place than the patient’s banner',
    cause: 'Somebody pointed at a list, a relative or a former patient; the system changed its looks',
    effect: 'Treatment by the facts of another person',
    ...risks('catastrophic', 'medium', 'low'),
    controls: [
      design(
        'A draft counts only after two people whose numbers and dates of birth differ, and a press',
        'extension/src/vault/teaching/every-order.test.ts',
        'in no state that teaching can reach does any event break a promise',
      ),
      design(
        'A draft reads nobody',
        'extension/src/vault/adapters/adapters-in-force.test.ts',
        'a draft reads nobody',
      ),
      design(
        'What moved while somebody pointed is not taken',
        'test/extension/walk/teach-attacks.test.ts',
        'a page that moves its content while somebody points: nothing is taken',
      ),
      design(
        'On other pages of a system a draft reads the person who stands there, or nobody',
        'extension/src/teach/draft-of.test.ts',
        'reads the same people on its other pages, and nobody else',
      ),
      design(
        'A draft never counts out one row of a list of people',
        'extension/src/teach/draft-of.test.ts',
        'one of several people by their order is no banner',
      ),
      design(
        'Number and date of birth must agree with the record, as on every page',
        'extension/src/vault/identity-check.test.ts',
        'a number alone is never enough: no date on the host’s screen blocks',
      ),
      process(
        'Whoever teaches a site opens a list, a search and a print view of it, and revokes it where one is read',
      ),
    ],
  },
];
