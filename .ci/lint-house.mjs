// Rules of this project that no linter has. .oxlintrc.json loads them, and test/layers.test.ts proves that each goes red.

/** The longest line of a template that a reader can take in beside the code, in characters. */
const LONGEST = 120;

const TEMPLATES = new Set(['html', 'svg', 'css']);

/** Whether the block neither handles the error nor says in a comment why not. */
function isSilent(context, block) {
  const { sourceCode } = context;
  return (
    !/\breportCaught\(|\breportError\(|\bthrow\b/.test(sourceCode.getText(block)) &&
    sourceCode.getCommentsInside(block).length === 0
  );
}

const noSilentCatch = {
  meta: {
    type: 'problem',
    messages: {
      silent:
        'No error vanishes: report it (reportCaught(error, place)), throw it, or say in a comment why it is none.',
    },
  },
  create(context) {
    return {
      CatchClause(node) {
        if (node.param === null && isSilent(context, node.body))
          context.report({ node, messageId: 'silent' });
      },
      CallExpression(node) {
        const [handler] = node.arguments;
        if (node.callee.type !== 'MemberExpression' || node.callee.property.name !== 'catch') return;
        if (!/Function/.test(handler?.type ?? '') || handler.params.length > 0) return;
        // The comment may also stand before the statement.
        let statement = node;
        while (statement.parent && !/Statement|Declaration$/.test(statement.type))
          statement = statement.parent;
        const before = context.sourceCode.getCommentsBefore(statement).length > 0;
        if (!before && isSilent(context, handler)) context.report({ node, messageId: 'silent' });
      },
    };
  },
};

const reportedPlace = {
  meta: {
    type: 'problem',
    messages: {
      value: 'The place goes into the log: write it as a literal, so that no value can get there.',
    },
  },
  create(context) {
    return {
      CallExpression(node) {
        if (node.callee.name !== 'reportCaught') return;
        const place = node.arguments[1];
        if (place?.type !== 'Literal') context.report({ node, messageId: 'value' });
      },
    };
  },
};

const templateLine = {
  meta: {
    type: 'layout',
    messages: {
      long: `A line of a template has at most ${LONGEST} characters; this one has {{length}}. Break it, or give a part a name.`,
    },
  },
  create(context) {
    return {
      TaggedTemplateExpression(node) {
        if (!TEMPLATES.has(node.tag.name)) return;
        const { lines } = context.sourceCode;
        for (let line = node.loc.start.line; line <= node.loc.end.line; line++) {
          const { length } = lines[line - 1] ?? '';
          if (length <= LONGEST) continue;
          const loc = { start: { line, column: 0 }, end: { line, column: length } };
          context.report({ loc, messageId: 'long', data: { length: String(length) } });
        }
      },
    };
  },
};

export default {
  meta: { name: 'house' },
  rules: {
    'no-silent-catch': noSilentCatch,
    'reported-place': reportedPlace,
    'template-line': templateLine,
  },
};
