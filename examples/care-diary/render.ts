import type { DiaryResident } from './diary-resident.ts';
import { entriesFor } from './notes.ts';

/** The diary of a home on one day. */
export interface Diary {
  readonly home: string;
  /** `21/11/2026` */
  readonly today: string;
  readonly residents: readonly DiaryResident[];
}

/**
 * Writes a page of the diary, as HTML of its time. `null`: the diary has no such page.
 *
 * @param path What follows `/care-diary/`.
 */
export function renderDiary(diary: Diary, path: string): string | null {
  if (path === '') return frames();
  if (path === 'top.htm') return top(diary);
  if (path === 'menu.htm') return menu(diary);
  if (path === 'list.htm') return list(diary);
  const card = /^resident\/([A-Z][0-9]+)\.htm$/.exec(path)?.[1];
  const at = diary.residents.findIndex((each) => each.card === card);
  const resident = diary.residents[at];
  return resident ? residentPage(diary, resident, at) : null;
}

function frames(): string {
  return page(
    'Hearthside Diary 4.2 - demonstration',
    `<FRAMESET ROWS="36,*" BORDER=1>
<FRAME NAME="top" SRC="top.htm" SCROLLING=no NORESIZE>
<FRAMESET COLS="230,*">
<FRAME NAME="menu" SRC="menu.htm">
<FRAME NAME="main" SRC="list.htm">
</FRAMESET>
<NOFRAMES><BODY>Hearthside Diary needs a browser with frames.</BODY></NOFRAMES>
</FRAMESET>`,
  );
}

function top({ home, today }: Diary): string {
  return page(
    'Top',
    `<BODY BGCOLOR="#336666" TEXT="#ffffff">
<TABLE WIDTH="100%" CELLPADDING=0 BORDER=0><TR>
<TD><FONT FACE="Verdana" SIZE=2><B>Hearthside Diary 4.2</B> &nbsp; ${text(home)} &nbsp; (demonstration with invented people)</FONT></TD>
<TD ALIGN=right><FONT FACE="Verdana" SIZE=2>${text(today)}</FONT></TD>
</TR></TABLE>
</BODY>`,
  );
}

function menu({ residents }: Diary): string {
  const links = residents.map(
    (resident) =>
      `<TR><TD><FONT FACE="Verdana" SIZE=1><A HREF="resident/${resident.card}.htm" TARGET="main">${fullName(resident)}</A></FONT></TD></TR>`,
  );
  return page(
    'Menu',
    `<BODY BGCOLOR="#dde6e6" LINK="#003333" VLINK="#003333">
<FONT FACE="Verdana" SIZE=2><B><A HREF="list.htm" TARGET="main">All residents</A></B></FONT>
<TABLE BORDER=0 CELLPADDING=2>
${links.join('\n')}
</TABLE>
</BODY>`,
  );
}

function list({ residents, today }: Diary): string {
  const rows = residents.map(
    (resident) =>
      `<TR><TD>${text(resident.card)}</TD><TD><A HREF="resident/${resident.card}.htm">${fullName(resident)}</A></TD><TD>${text(resident.born)}</TD><TD>${text(resident.nhsNumber)}</TD></TR>`,
  );
  return page(
    'Residents',
    `<BODY BGCOLOR="#ffffff">
<FONT FACE="Verdana" SIZE=3><B>Residents on ${text(today)}</B></FONT><P>
<TABLE ID=residents BORDER=1 CELLPADDING=3 CELLSPACING=0>
<TR BGCOLOR="#dde6e6"><TH>Card</TH><TH>Name</TH><TH>D.O.B.</TH><TH>NHS No</TH></TR>
${rows.join('\n')}
</TABLE>
</BODY>`,
  );
}

function residentPage({ today }: Diary, resident: DiaryResident, at: number): string {
  const notes = entriesFor(at).map(
    ([time, by, entry]) =>
      `<TR VALIGN=top><TD>${time}</TD><TD>${by}</TD><TD><FONT FACE="Verdana" SIZE=2>${text(entry)}</FONT></TD></TR>`,
  );
  return page(
    'Resident',
    `<BODY BGCOLOR="#ffffff">
<TABLE ID=whois WIDTH="100%" BORDER=1 CELLPADDING=4 CELLSPACING=0 BGCOLOR="#ffffcc">
<TR><TD CLASS=name><FONT FACE="Verdana" SIZE=3><B>${fullName(resident)}</B></FONT></TD>
<TD CLASS=dob><FONT FACE="Verdana" SIZE=2>D.O.B. ${text(resident.born)}</FONT></TD>
<TD CLASS=nhs><FONT FACE="Verdana" SIZE=2>NHS No: ${text(resident.nhsNumber)}</FONT></TD>
<TD CLASS=card><FONT FACE="Verdana" SIZE=2>Card ${text(resident.card)}</FONT></TD></TR>
</TABLE>
<P><FONT FACE="Verdana" SIZE=2><B>Daily notes ${text(today)}</B></FONT><P>
<TABLE WIDTH="100%" BORDER=1 CELLPADDING=3 CELLSPACING=0>
<TR BGCOLOR="#dde6e6"><TH WIDTH=60>Time</TH><TH WIDTH=70>Shift</TH><TH>Entry</TH></TR>
${notes.join('\n')}
</TABLE>
</BODY>`,
  );
}

/** No doctype, so that browsers use quirks mode, as they do for a host of that age. */
function page(title: string, body: string): string {
  return `<HTML>\n<HEAD>\n<TITLE>${title}</TITLE>\n<LINK REL=icon HREF="data:,">\n</HEAD>\n${body}\n</HTML>\n`;
}

function fullName({ family, given, title }: DiaryResident): string {
  return text(`${family}, ${given}${title === '' ? '' : ` (${title})`}`);
}

/** Writes every character outside ASCII as its number, so that the page reads alike in any character set. */
function text(value: string): string {
  return value.replace(/[^A-Za-z0-9 .,:;/()+-]/gu, (character) => `&#${character.codePointAt(0)};`);
}
