import { quoted } from './parse.ts';
import type { Syntax } from './syntax.ts';

/** An expression as text, with brackets around every operation. */
export function unparse(node: Syntax): string {
  switch (node.kind) {
    case 'literal':
      return typeof node.value === 'string' ? quoted(node.value) : String(node.value);
    case 'empty':
      return '{}';
    case 'other-literal':
      return node.text;
    case 'variable':
      return `%${name(node.name)}`;
    case 'this':
    case 'index':
    case 'total':
      return `$${node.kind}`;
    case 'member':
      return `${before(node.of)}${name(node.name)}`;
    case 'call':
      return `${before(node.of)}${name(node.name)}(${node.args.map(unparse).join(', ')})`;
    case 'indexer':
      return `${unparse(node.of)}[${unparse(node.at)}]`;
    case 'sign':
      return `(${node.sign}${unparse(node.of)})`;
    case 'operation':
      return `(${unparse(node.left)} ${node.op} ${unparse(node.right)})`;
    case 'type':
      return `(${unparse(node.of)} ${node.op} ${node.type})`;
  }
}

function before(of: Syntax | null): string {
  return of === null ? '' : `${unparse(of)}.`;
}

/** A name, in backquotes where the grammar requires them. */
function name(text: string): string {
  return /^[A-Za-z_]\w*$/.test(text) ? text : `\`${text.replace(/[\\`]/g, String.raw`\$&`)}\``;
}
