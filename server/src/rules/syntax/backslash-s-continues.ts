import { syntaxRule } from './syntax-rule';

export const backslashSContinues = syntaxRule({
  kind: 'backslash-s-continues',
  severity: 'warning',
  title: 'A backslash and the letter s at the end of a line',
  explain:
    'A slip in Shinken 2.4 makes a backslash that only letters `s` follow at the end of a line join the next line, as a backslash alone does; both are dropped. Put something behind it, quotes for instance. 3.0 has mended it.',
  example: {
    bad: `
      define command {
          command_name  check
          command_line  dir C:\\s
      }`,
    good: `
      define command {
          command_name  check
          command_line  dir "C:\\s"
      }`,
  },
  message: ({ fact }) => `${fact.text ?? ''} at the end of the line is dropped and joins the next line to this one.`,
});
