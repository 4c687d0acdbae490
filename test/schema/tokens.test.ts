import { describe, expect, it } from 'vitest';
import { tokens } from '../support/tokens';

const cases: Record<string, [string, string]> = {
  'a # comment at the start of a line': ['  # define host{ ; x', '# define host{ ; x comment.line.number-sign'],
  'a # comment that swallows the next line': [
    '# text \\\nlog_level=INFO\nlog_level=INFO',
    `# text comment.line.number-sign
     \\ constant.character.escape.line-continuation
     log_level=INFO comment.line.number-sign
     log_level support.type.property-name.setting
     = keyword.operator.assignment
     INFO string.unquoted`,
  ],
  'no # comment behind a value': [
    'define host{\n  alias a # b\n}',
    `define storage.type.define
     host entity.name.type.host
     { punctuation.section.block.begin
     alias support.type.property-name
     a string.unquoted
     # string.unquoted
     b string.unquoted
     } punctuation.section.block.end`,
  ],
  'a ; comment anywhere': [
    'define host{ ; one\n  alias a;b\n  ; three\n} ; four\nlog_level=INFO;five',
    `define storage.type.define
     host entity.name.type.host
     { punctuation.section.block.begin
     ; one comment.line.semicolon
     alias support.type.property-name
     a string.unquoted
     ;b comment.line.semicolon
     ; three comment.line.semicolon
     } punctuation.section.block.end
     ; four comment.line.semicolon
     log_level support.type.property-name.setting
     = keyword.operator.assignment
     INFO string.unquoted
     ;five comment.line.semicolon`,
  ],
  'an escaped ;': [
    'prefix=a\\;b;c',
    `prefix support.type.property-name.setting
     = keyword.operator.assignment
     a string.unquoted
     \\; constant.character.escape
     b string.unquoted
     ;c comment.line.semicolon`,
  ],
  'a ; in the path of an include': [
    'cfg_file=a.cfg ; b\ncfg_dir=hosts\nresource_file=r.cfg',
    `cfg_file keyword.control.import
     = keyword.operator.assignment
     a.cfg ; b string.unquoted.path
     cfg_dir keyword.control.import
     = keyword.operator.assignment
     hosts string.unquoted.path
     resource_file keyword.control.import
     = keyword.operator.assignment
     r.cfg string.unquoted.path`,
  ],
  'a brace on the next line': [
    'define host\n# comment\n{\n  host_name web\n}',
    `define storage.type.define
     host entity.name.type.host
     # comment comment.line.number-sign
     { punctuation.section.block.begin
     host_name support.type.property-name
     web entity.name.section
     } punctuation.section.block.end`,
  ],
  'tabs and no blanks around the type': [
    'define\thost\t{\n}\ndefine service{\n}',
    `define storage.type.define
     host entity.name.type.host
     { punctuation.section.block.begin
     } punctuation.section.block.end
     define storage.type.define
     service entity.name.type.service
     { punctuation.section.block.begin
     } punctuation.section.block.end`,
  ],
  'text behind the opening brace, which is lost': [
    'define host{ use x ; c\n}',
    `define storage.type.define
     host entity.name.type.host
     { punctuation.section.block.begin
     use x invalid.illegal.ignored-text
     ; c comment.line.semicolon
     } punctuation.section.block.end`,
  ],
  'a closing brace that does not close': [
    'define host{\n} # end\n  use x\n}',
    `define storage.type.define
     host entity.name.type.host
     { punctuation.section.block.begin
     } # end invalid.illegal.ignored-text
     use support.type.property-name
     x entity.other.inherited-class
     } punctuation.section.block.end`,
  ],
  'an object without its closing brace': [
    'define host{\n  use x\ndefine command{\n}',
    `define storage.type.define
     host entity.name.type.host
     { punctuation.section.block.begin
     use support.type.property-name
     x entity.other.inherited-class
     define storage.type.define
     command entity.name.type.command
     { punctuation.section.block.begin
     } punctuation.section.block.end`,
  ],
  'types there are not': [
    'define hosts{\n  x 1\n}\ndefine Host{\n}\ndefine pack{\n}\ndefine{\n}',
    `define storage.type.define
     hosts invalid.illegal.unknown-type
     { punctuation.section.block.begin
     x entity.other.attribute-name.unknown
     1 constant.numeric
     } punctuation.section.block.end
     define storage.type.define
     Host invalid.illegal.unknown-type
     { punctuation.section.block.begin
     } punctuation.section.block.end
     define storage.type.define
     pack invalid.illegal.unknown-type
     { punctuation.section.block.begin
     } punctuation.section.block.end
     define storage.type.define
     { punctuation.section.block.begin
     } punctuation.section.block.end`,
  ],
  'settings, known and unknown, and resource macros': [
    '$USER1$=/usr/lib\nretention_update_interval=60\nretention=60\nlog_level = x',
    `$USER1$ variable.other.resource.definition
     = keyword.operator.assignment
     /usr/lib string.unquoted
     retention_update_interval support.type.property-name.setting
     = keyword.operator.assignment
     60 constant.numeric
     retention entity.other.attribute-name.unknown
     = keyword.operator.assignment
     60 constant.numeric
     log_level entity.other.attribute-name.unknown
     = keyword.operator.assignment
     x string.unquoted`,
  ],
};

/** Lines of a host, so that only the line itself has to be said. */
const lines: Record<string, [string, string]> = {
  'an unknown directive': ['adress a', 'adress entity.other.attribute-name.unknown\na string.unquoted'],
  'a directive of another type': [
    'command_line a',
    'command_line entity.other.attribute-name.unknown\na string.unquoted',
  ],
  'a word that begins like a directive': ['user a', 'user entity.other.attribute-name.unknown\na string.unquoted'],
  'a directive without value': ['alias', 'alias support.type.property-name'],
  'a custom macro': ['_SNMP public', '_SNMP variable.other.custom-macro.definition\npublic string.unquoted'],
  'keys and values for duplicate_foreach': [
    '_disks C$(80%!90%)$,D',
    `_disks variable.other.custom-macro.definition
     C string.unquoted
     $( punctuation.definition.value.begin
     80%!90% string.unquoted.value
     )$ punctuation.definition.value.end
     ,D string.unquoted`,
  ],
  templates: [
    'use a , b-c,d ; e',
    `use support.type.property-name
     a entity.other.inherited-class
     , punctuation.separator.list
     b-c entity.other.inherited-class
     , punctuation.separator.list
     d entity.other.inherited-class
     ; e comment.line.semicolon`,
  ],
  'a list that adds': [
    'contact_groups +a,b',
    `contact_groups support.type.property-name
     + keyword.operator.additive
     a string.unquoted.name
     , punctuation.separator.list
     b string.unquoted.name`,
  ],
  'a + inside a name': ['contact_groups a+b', 'contact_groups support.type.property-name\na+b string.unquoted.name'],
  'a call': [
    'check_command check_tcp!$_HOSTPORT$!5\\!, 6',
    `check_command support.type.property-name
     check_tcp entity.name.function.command
     ! punctuation.separator.argument
     $_HOSTPORT$ variable.other.custom-macro
     ! punctuation.separator.argument
     5 string.unquoted.argument
     \\! constant.character.escape
     , string.unquoted.argument
     6 string.unquoted.argument`,
  ],
  'a business rule': [
    'check_command bp_rule!a,b & c',
    `check_command support.type.property-name
     bp_rule entity.name.function.command
     ! punctuation.separator.argument
     a,b & c string.unquoted.business-rule`,
  ],
  booleans: [
    'active_checks_enabled ON',
    'active_checks_enabled support.type.property-name\nON constant.language.boolean',
  ],
  'no boolean': ['active_checks_enabled 2', 'active_checks_enabled support.type.property-name\n2 string.unquoted'],
  numbers: ['check_interval 1.5', 'check_interval support.type.property-name\n1.5 constant.numeric'],
  'negative numbers': ['low_flap_threshold -1', 'low_flap_threshold support.type.property-name\n-1 constant.numeric'],
  'no number': ['check_interval 5m', 'check_interval support.type.property-name\n5m string.unquoted'],
  'option letters': [
    'notification_options d,u,up',
    `notification_options support.type.property-name
     d constant.other.option
     , punctuation.separator.list
     u constant.other.option
     , punctuation.separator.list
     up string.unquoted`,
  ],
  'macros of every form': [
    'notes $HOSTADDRESS$ $ARG1$ $USER1$ $_HOSTX$ $HOSTSTATE:web$ $PLUGINSDIR$ $$',
    `notes support.type.property-name
     $HOSTADDRESS$ variable.language.macro
     $ARG1$ variable.parameter.argument
     $USER1$ variable.other.resource
     $_HOSTX$ variable.other.custom-macro
     $HOSTSTATE:web$ variable.language.macro
     $PLUGINSDIR$ variable.other.resource
     $$ constant.character.escape.dollar`,
  ],
  'a continued line': [
    'notes a \\\n  address b ; c\n  address d',
    `notes support.type.property-name
     a string.unquoted
     \\ constant.character.escape.line-continuation
     address string.unquoted
     b string.unquoted
     ; c comment.line.semicolon
     address support.type.property-name
     d string.unquoted`,
  ],
  'a backslash and letters s at the end of a line': [
    'notes C:\\s\naddress b',
    `notes support.type.property-name
     C: string.unquoted
     \\s constant.character.escape.line-continuation
     address string.unquoted
     b string.unquoted`,
  ],
};

describe('tokens', () => {
  it.each(Object.entries(cases))('%s', async (_, [text, expected]) => {
    expect(await tokens(text)).toBe(plain(expected));
  });

  it.each(Object.entries(lines))('%s', async (_, [text, expected]) => {
    const all = (await tokens(`define host{\n  ${text}\n}`)).split('\n');
    expect(all.slice(3, -1).join('\n')).toBe(plain(expected));
  });

  it('negation, wildcards and expressions in lists of services', async () => {
    const all = (await tokens('define service{\n  host_name *,!a\n  hostgroup_name a&!(b|c)\n}')).split('\n');
    expect(all.slice(3, -1).join('\n')).toBe(
      plain(`host_name support.type.property-name
             * constant.language.wildcard
             , punctuation.separator.list
             ! keyword.operator.negation
             a string.unquoted.name
             hostgroup_name support.type.property-name
             a string.unquoted.name
             & keyword.operator.expression
             ! keyword.operator.negation
             ( keyword.operator.expression
             b string.unquoted.name
             | keyword.operator.expression
             c string.unquoted.name
             ) keyword.operator.expression`),
    );
  });

  it('calls between commas', async () => {
    const all = (await tokens('define contact{\n  host_notification_commands a!1, b\n}')).split('\n');
    expect(all.slice(4, -1).join('\n')).toBe(
      plain(`a entity.name.function.command
             ! punctuation.separator.argument
             1 string.unquoted.argument
             , punctuation.separator.list
             b entity.name.function.command`),
    );
  });

  it('dates of time periods', async () => {
    const all = (
      await tokens(
        'define timeperiod{\n  monday 1 april - friday 2 may / 6 09:00-17:00,18:00-24:00\n  2026-12-24 00:00-24:00\n  mondays 1\n}',
      )
    ).split('\n');
    expect(all.slice(3, -1).join('\n')).toBe(
      plain(`monday constant.language.date
             1 constant.numeric
             april constant.language.date
             - keyword.operator.range
             friday constant.language.date
             2 constant.numeric
             may constant.language.date
             / keyword.operator.range
             6 constant.numeric
             09:00 constant.numeric.time
             - keyword.operator.range
             17:00 constant.numeric.time
             , punctuation.separator.list
             18:00 constant.numeric.time
             - keyword.operator.range
             24:00 constant.numeric.time
             2026-12-24 constant.numeric.date
             00:00 constant.numeric.time
             - keyword.operator.range
             24:00 constant.numeric.time
             mondays entity.other.attribute-name.unknown
             1 constant.numeric`),
    );
  });

  it('settings of modules', async () => {
    const all = (
      await tokens('define module{\n  module_type webui2\n  port 7767\n  auth_secret_file x\n  prot 1\n}')
    ).split('\n');
    expect(all.slice(3, -1).join('\n')).toBe(
      plain(`module_type support.type.property-name
             webui2 string.unquoted
             port support.type.property-name
             7767 constant.numeric
             auth_secret_file support.type.property-name
             x string.unquoted
             prot entity.other.attribute-name.unknown
             1 constant.numeric`),
    );
  });
});

/** Indentation of the expectations above is for people. */
function plain(text: string): string {
  return text
    .split('\n')
    .map((one) => one.trim())
    .join('\n');
}
