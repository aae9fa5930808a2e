/** One thing that a person does: a press, or a field that they fill. */
export interface Step {
  readonly press?: string | RegExp;
  readonly fill?: readonly [field: string, words: string];
}

/** A written scenario, as a first shift would read it. */
export interface Scenario {
  readonly title: string;
  readonly story: string;
  /** What the choice of the resident is called: in the list of the home, and in the drill of the same night. */
  readonly resident: { readonly listed: string | RegExp; readonly drilled: string };
  /** From the chosen resident on. */
  readonly steps: readonly Step[];
  /** What the receipt says at the end. */
  readonly says: RegExp;
  /** What the practice's own screen says of it in the end, where the story asks for it. */
  readonly practiceSays?: readonly RegExp[];
  /** The most interactions that it may take, with the choice of the resident. Unlocking is not counted. */
  readonly most: number;
}

const SENT = /^Sent .*Nobody has seen it yet\. Nobody looks at this until Tue 29-Dec-2026 08:00\. Ring 111\./;
/** With a danger sign the receipt sends nobody to another number than the card above it. */
const SENT_IN_DANGER =
  /^Sent .*Nobody has seen it yet\. Nobody looks at this until Tue 29-Dec-2026 08:00\. Ring 999\./;

/** Six nights of an agency carer on a first shift, in earnest and as a drill. Each is done by accessible names alone. */
export const SCENARIOS: readonly Scenario[] = [
  {
    title: 'not herself',
    story: 'She will not drink and does not look at you. You cannot say what it is.',
    resident: { listed: 'JESSOP, Mabel', drilled: 'Not herself, with a decision about CPR' },
    steps: [{ press: 'Not herself' }, { press: 'Send to the practice' }],
    says: SENT,
    most: 3,
  },
  {
    title: 'found on the floor',
    story: 'He lies beside his bed, and holds his hip.',
    resident: { listed: 'BIRKETT, Ronald', drilled: 'Found on the floor' },
    steps: [
      { press: 'Not himself' },
      { press: 'Hip or head injury' },
      { press: 'Fell, found on the floor, or slid down' },
      { press: 'Send to the practice' },
    ],
    says: SENT_IN_DANGER,
    most: 5,
  },
  {
    title: 'the call, with SBARD',
    story:
      'You have sent it. Now you ring 111, read out what the screen says, and write down what they decide.',
    resident: { listed: 'RAWSTHORNE, Ivy', drilled: 'Nothing recorded about CPR' },
    steps: [
      { press: 'Not herself' },
      { fill: ['In your words, if you like', 'Breathing faster since supper.'] },
      { press: 'Send to the practice' },
      { fill: ['What do you think it is?', 'Her chest again'] },
      { fill: ['What was decided', 'A clinician rings back within the hour'] },
      { fill: ['Who said it', 'Ana, NHS 111'] },
      { press: 'Add this call: NHS 111' },
    ],
    says: SENT,
    practiceSays: [
      /“Breathing faster since supper\.”/,
      /telephone call: NHS 111, answered: A clinician rings back within the hour\. Said by: Ana, NHS 111\. We think: Her chest again\./,
    ],
    most: 10,
  },
  {
    title: 'two residents of one name',
    story: 'Margaret Hughes in Room 4 is muddled. There is another Margaret Hughes upstairs.',
    resident: {
      listed: /^HUGHES, Margaret (\(Mrs\) )?· Room 4 ·/,
      drilled: 'Two of one name: the one in room 5',
    },
    steps: [
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
    resident: { listed: 'Somebody who is not on the list', drilled: 'Somebody who is not on the list' },
    steps: [
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
    resident: { listed: 'YUSUF, Samina', drilled: 'In the last days of life' },
    steps: [
      { press: 'Not herself' },
      { press: 'Send to the practice' },
      { fill: ['More to say', 'Hard to wake now.'] },
      { press: '▲ She is worse' },
    ],
    says: /^“Worse”: Sent .*|^Sent .*Nobody has seen it yet/,
    most: 5,
  },
];
