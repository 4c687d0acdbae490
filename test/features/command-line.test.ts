import { describe, expect, test } from 'vitest';
import { fillIn, nobody, subjectOf } from '../../server/src/features/command-line';
import { modelOf, objectIn } from '../support/objects';

const configuration = String.raw`
$USER1$=/usr/lib/plugins
$NEST$=$USER1$/deep $$x
$PREFIXED$=a
define host {
    name t
    register 0
    _comm  public $HOSTNAME$
    notes  n1
}
define host {
    use t
    host_name h1
    check_command odd!x\!y!$NEST$!$_HOSTcomm$
    max_check_attempts 3
    check_interval 5
    _LOOP $_HOSTLOOP$
    _A $_HOSTB$
    _B bee $$HOME
    is_volatile 1
}
define host {
    host_name h2
    alias The Two
    address 1.2.3.4
    max_check_attempts 4
    check_command odd!1
    business_impact 4
}
define service {
    host_name h1,h2
    service_description S one
    check_command svc!$SERVICEDESC$!$HOSTADDRESS:h2$!$SERVICEDESC:h2:S one$
    check_interval 5
    retry_interval 1
    max_check_attempts 3
    is_volatile 1
    _PORT 80
    event_handler odd!$_SERVICEPORT$
}
define command {
    command_name odd
    command_line odd $ARG1$|$ARG2$|$ARG3$|$ARG4$|$ARG0$ $_HOSTCOMM$ $_HOSTA$ $HOSTALIAS$ $HOSTADDRESS$ $HOSTNOTES$ $NEST$ $MAXHOSTATTEMPTS$ $HOSTBUSINESSIMPACT$ $NONSENSE$ $USER9$ $HOSTDISPLAYNAME$ $PREFIX$ $HOSTALIAS:h2$ $HOSTALIAS:$ $HOSTALIAS:nope$ $_CONTACTX$ $_SERVICEPORT$ $SERVICEDESC$
}
define command {
    command_name svc
    command_line svc $ARG1$ $ARG2$ $ARG3$ $_SERVICEPORT$ $SERVICEISVOLATILE$ $SERVICEDISPLAYNAME$ $HOSTNAME$ $SERVICENOTES$ $MAXSERVICEATTEMPTS$ $SERVICEDESC::S one$ $CONTACTNAME$ $COMMANDFILE$ $HOSTGROUPALIAS:g$
}
define hostgroup {
    hostgroup_name g
    alias The G
    members h1
}
`;

describe('macros are filled in as Shinken 2.4.3 fills them in, to whom those that are left are empty', () => {
  const model = modelOf(configuration);

  test.each([
    [
      'host h1 check_command',
      'odd x!y|/usr/lib/plugins/deep $x|public h1||public h1 public h1 bee $HOME h1 h1 n1 /usr/lib/plugins/deep $x 3 2    /usr/local/shinken/ The Two h1',
    ],
    [
      'host h2 check_command',
      'odd 1||||1   The Two 1.2.3.4  /usr/lib/plugins/deep $x 4 4    /usr/local/shinken/ The Two The Two',
    ],
    ['service h1/S one check_command', 'svc S one 1.2.3.4 S one 80 True S one h1  3 S one   The G'],
    [
      'service h1/S one event_handler',
      'odd 80||||80 public h1 bee $HOME h1 h1 n1 /usr/lib/plugins/deep $x 3 2    /usr/local/shinken/ The Two h1   80 S one',
    ],
    ['service h2/S one check_command', 'svc S one 1.2.3.4 S one 80 True S one h2  3 S one   The G'],
    [
      'service h2/S one event_handler',
      'odd 80||||80   The Two 1.2.3.4  /usr/lib/plugins/deep $x 4 4    /usr/local/shinken/ The Two The Two   80 S one',
    ],
  ])('%s', (whose, line) => {
    const [, name = '', key = ''] = /^(.*) (\S+)$/.exec(whose) ?? [];
    const item = objectIn(model, name);
    const call = item.calls.get(key)?.[0];
    const { text, later, empty, notGiven } = fillIn(
      model,
      call?.command?.text('command_line') ?? '',
      call?.args ?? [],
      subjectOf(model, item, key),
    );
    expect(later).toEqual([]);
    expect([...empty, ...notGiven].reduce((left, macro) => left.replaceAll(macro, ''), text).trim()).toBe(line);
  });
});

describe('what nobody can foresee', () => {
  test('a lone dollar sign', () => {
    const { text, loneDollar } = fillIn(modelOf(''), 'a 5$ b $USER1$', [], nobody);
    expect([text, loneDollar]).toEqual(['a 5$ b $USER1$', true]);
  });
  test('macros that grow without end', () => {
    const model = modelOf('$A$=$A$$A$\n$B$=$C$\n$C$=$B$\n');
    expect(fillIn(model, '$B$', [], nobody).text).toMatch(/^\$[BC]\$$/);
    expect(fillIn(model, 'x $A$', [], nobody).text.length).toBeLessThan(100_000);
  });
});
