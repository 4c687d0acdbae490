import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { analyze, type Analysis } from '../../server/src/analysis';
import { nodeFileSystem } from '../../server/src/cli/node-file-system';
import { servicesOfNamed } from '../../server/src/features/services-of';
import { loadProject } from '../../server/src/project/load';
import { analysisOf } from '../support/analysis';

/** Each host with its services, as the text tells. */
function asWritten({ project, model }: Analysis): Record<string, string[]> {
  const hosts = model.items('host').map(({ name }) => name);
  return Object.fromEntries(hosts.map((host) => [host, [...(servicesOfNamed(project, host)?.keys() ?? [])].sort()]));
}

/** The same as the model has it. */
function asExpanded({ model }: Analysis): Record<string, string[]> {
  const found: Record<string, string[]> = Object.fromEntries(model.items('host').map(({ name }) => [name, []]));
  for (const service of model.items('service')) {
    found[service.text('host_name') ?? '']?.push(service.text('service_description') ?? '');
  }
  return Object.fromEntries(Object.entries(found).map(([host, services]) => [host, [...new Set(services)].sort()]));
}

describe('the services that a host has by the text are those that it has in the end', () => {
  test.each(['etc-shinken', 'two-servers', 'realms', 'dmz'])('in the example %s', (name) => {
    const main = path.resolve(import.meta.dirname, '../../examples', name, 'shinken.cfg').replaceAll('\\', '/');
    const project = loadProject(nodeFileSystem, { mains: [main], cwd: path.posix.dirname(main) });
    const analysis = analyze(project, { dialect: '2.4' });
    expect(Object.values(asExpanded(analysis)).flat()).not.toEqual([]);
    expect(asWritten(analysis)).toEqual(asExpanded(analysis));
  });

  test('by names, groups within groups, expressions, templates of templates, and entries of macros', () => {
    const hosts = ['a', 'b', 'c'].map((name) => `define host {\n    host_name ${name}\n    use ${name}-template\n}\n`);
    const analysis = analysisOf(`${hosts.join('')}
define host {
    name a-template
    register 0
    use base
    hostgroups inner
    _DISKS /,/var[1-2],C:\\ $(x)$
}
define host {
    name b-template
    register 0
    use base,+
    hostgroups +other
}
define host {
    name c-template
    register 0
}
define host {
    name base
    register 0
    hostgroups deep
}
define hostgroup {
    hostgroup_name inner
    members c
}
define hostgroup {
    hostgroup_name other
}
define hostgroup {
    hostgroup_name deep
}
define hostgroup {
    hostgroup_name outer
    hostgroup_members inner,deep
}
define service {
    name described
    register 0
    service_description Inherited
}
define service {
    use described
    host_name b
}
define service {
    service_description Listed
    host_name a, c
}
define service {
    service_description All but b
    host_name *,!b
}
define service {
    service_description Outer
    hostgroup_name outer
}
define service {
    service_description Expression
    hostgroup_name (inner|deep)&!other
}
define service {
    service_description Old
    hostgroups other
}
define service {
    service_description Base
    host_name base
    register 0
}
define service {
    service_description Not c
    host_name *&!c-template
    register 0
}
define service {
    service_description Disk $KEY$
    host_name base
    register 0
    duplicate_foreach _disks
}
`);
    expect(asWritten(analysis)).toEqual(asExpanded(analysis));
  });
});
