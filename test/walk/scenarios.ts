/** One thing that a person does: a press, or a field that they fill. */
export interface Step {
  readonly press?: string | RegExp;
  readonly fill?: readonly [field: string, words: string];
}

/** A written scenario, as a first shift would read it. */
export interface Scenario {
  readonly title: string;
  readonly story: string;
  /** From the choice of the resident on. Unlocking the PC comes before it, and is counted as well. */
  readonly steps: readonly Step[];
  /** What the receipt says at the end. */
  readonly says: RegExp;
  /** The most interactions that it may take, unlocking not counted. */
  readonly most: number;
}

const SENT = /^Sent .*Nobody has seen it yet\. Nobody looks at this until Tue 29-Dec-2026 08:00\. Ring 111\./;

/** Six nights of an agency carer on a first shift. Each is done by accessible names alone. */
export const SCENARIOS: readonly Scenario[] = [
  {
    title: 'not herself',
    story: 'She will not drink and does not look at you. You cannot say what it is.',
    steps: [{ press: 'JESSOP, Mabel' }, { press: 'Not herself' }, { press: 'Send to the practice' }],
    says: SENT,
    most: 3,
  },
  {
    title: 'found on the floor',
    story: 'He lies beside his bed, and holds his hip.',
    steps: [
      { press: 'BIRKETT, Ronald' },
      { press: 'Not himself' },
      { press: 'Hip or head injury' },
      { press: 'Fell, found on the floor, or slid down' },
      { press: 'Send to the practice' },
    ],
    says: SENT,
    most: 5,
  },
  {
    title: 'the call, with SBARD',
    story:
      'You have sent it. Now you ring 111, read out what the screen says, and write down what they decide.',
    steps: [
      { press: 'RAWSTHORNE, Ivy' },
      { press: 'Not herself' },
      { fill: ['In your words, if you like', 'Breathing faster since supper.'] },
      { press: 'Send to the practice' },
      { fill: ['What do you think it is?', 'Her chest again'] },
      { fill: ['What was decided', 'A clinician rings back within the hour'] },
      { fill: ['Who said it', 'Ana, NHS 111'] },
      { press: 'Add this call: NHS 111' },
    ],
    says: SENT,
    most: 10,
  },
  {
    title: 'two residents of one name',
    story: 'Margaret Hughes in Room 4 is muddled. There is another Margaret Hughes upstairs.',
    steps: [
      { press: /^HUGHES, Margaret · Room 4 ·/ },
      { press: 'Not herself' },
      { press: 'I have checked: it is her' },
      { press: 'Send to the practice' },
    ],
    says: SENT,
    most: 4,
  },
  {
    title: 'somebody without a record',
    story: 'Joan Bell came at midnight for respite. Nothing of her is on the list.',
    steps: [
      { press: 'Somebody who is not on the list' },
      { press: 'Not themselves' },
      { fill: ['In your words, if you like', 'Came without papers, very cold.'] },
      { press: 'Send to the practice' },
    ],
    says: /^Sent .*Whether somebody has seen it is not told here\./,
    most: 4,
  },
  {
    title: 'she is worse',
    story: 'You sent it an hour ago. Now she sleeps, and hardly wakes.',
    steps: [
      { press: 'YUSUF, Samina' },
      { press: 'Not herself' },
      { press: 'Send to the practice' },
      { fill: ['More to say', 'Hard to wake now.'] },
      { press: '▲ She is worse' },
    ],
    says: /^“Worse”: Sent .*|^Sent .*Nobody has seen it yet/,
    most: 5,
  },
];
