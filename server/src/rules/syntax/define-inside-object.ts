import { syntaxRule } from './syntax-rule';

export const defineInsideObject = syntaxRule({
  kind: 'define-inside-object',
  severity: 'warning',
  title: 'A directive that begins with "define"',
  explain:
    'Any line that begins with these six letters begins a new object, inside another one as well: the first object ends there, and the lines behind go into the new one.',
  example: {
    bad: `
      define command {
          command_name  check
          defined_by    me
          command_line  /bin/true
      }`,
    good: `
      define command {
          command_name  check
          command_line  /bin/true
          _DEFINED_BY   me
      }`,
  },
  message: () => 'Shinken takes this line for the beginning of another object: it begins with "define".',
});
