import { type MacroLine, unusedMacros } from '../../model/macro-usage';
import { edits } from '../edits';
import { deleteLines } from '../fixes';
import { defineRule, MAX_RELATED } from '../rule';

export const unusedMacro = defineRule<readonly MacroLine[]>({
  code: 'style/unused-macro',
  severity: 'hint',
  off: true,
  title: 'A macro that nothing uses',
  explain:
    'A macro of the resource files, or a custom macro (`_NAME`) of hosts, services or contacts, that no command line, no other value and no `duplicate_foreach` says, and whose name stands in no trigger and no module. Modules and scripts outside of the configuration may read custom macros all the same. As long as `enable_environment_macros` is on, which is the default, every plugin gets all of them, and nothing is said of custom macros.',
  example: {
    bad: `
      $USER1$=/usr/lib/nagios/plugins
      $SNMP$=public
      define command {
          command_name  check_http
          command_line  $USER1$/check_http
      }`,
    good: `
      $USER1$=/usr/lib/nagios/plugins
      $SNMP$=public
      define command {
          command_name  check_snmp
          command_line  $USER1$/check_snmp -C $SNMP$
      }`,
  },
  check(model, report) {
    for (const lines of unusedMacros(model)) {
      const [first, ...others] = lines;
      if (!first) continue;
      report({
        at: { file: first.file, span: first.keySpan },
        object: first.object,
        message: `Nothing uses the macro ${first.name}.`,
        related: others
          .slice(0, MAX_RELATED)
          .map(({ file, keySpan }) => ({ file, span: keySpan, message: 'also here' })),
        unnecessary: true,
        data: lines,
      });
    }
  },
  fix({ data: lines }, model) {
    const title = lines.length === 1 ? 'Remove this line' : `Remove all ${String(lines.length)} lines`;
    return [
      { title, change: edits(...lines.map(({ file, span }) => deleteLines(model.text(file) ?? '', file, span))) },
    ];
  },
});
