import { parseCall } from '../../model/command-call';
import type { RawSetting } from '../../project/types';
import { createMissing } from '../create';
import { edits } from '../edits';
import { defineRule } from '../rule';
import { suggest } from '../suggest';

interface Data {
  readonly setting: RawSetting;
  readonly name: string;
  readonly suggestion: string | undefined;
}

export const unknownGlobalCommand = defineRule<Data>({
  code: 'silent/unknown-global-command',
  severity: 'warning',
  title: 'A setting that names a command nobody defines',
  explain:
    'Settings such as `ocsp_command`, `host_perfdata_command` and `global_host_event_handler` name a command. Where it does not exist nothing is run, and Shinken does not say so.',
  example: {
    bad: `
      ocsp_command=forward
      define command {
          command_name  forward-result
          command_line  /usr/bin/forward
      }`,
    good: `
      ocsp_command=forward-result
      define command {
          command_name  forward-result
          command_line  /usr/bin/forward
      }`,
  },
  check(model, report) {
    const commands = model.namesToSuggest('command');
    for (const { setting, name } of model.facts('unknown-global-command')) {
      const suggestion = suggest(name, commands);
      const hint = suggestion === undefined ? '' : ` Did you mean ${suggestion}?`;
      report({
        at: { file: setting.file, span: setting.node.value.span },
        message: `No command is called ${name}: nothing is run for ${setting.key}.${hint}`,
        data: { setting, name, suggestion },
      });
    }
  },
  fix({ file, data: { setting, name, suggestion } }, model) {
    const args = parseCall(setting.value).args.length;
    const create = createMissing(model, { type: 'command', name, args }, file);
    if (suggestion === undefined) return create;
    const newText = suggestion + setting.value.trim().slice(name.length);
    const change = edits({ file: setting.file, span: setting.node.value.span, newText });
    return [{ title: `Change to ${suggestion}`, change, preferred: true }, ...create];
  },
});
