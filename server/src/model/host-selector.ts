import { strip } from '../syntax/blanks';
import type { Build } from './build';
import { membersOf } from './groups';
import { addTo } from '../project/lists';

/** Names of hosts by template and by group, looked up once: the set of hosts does not change while services are expanded. */
export class HostSelector {
  /** Every host that has a name. */
  readonly allHosts: readonly string[];
  private readonly byTag = new Map<string, string[]>();
  private readonly byGroup = new Map<string, readonly string[]>();

  constructor(private readonly build: Build) {
    const all: string[] = [];
    for (const host of build.of('host')) {
      const name = host.text('host_name');
      if (name === undefined) continue;
      if (name !== '') all.push(name);
      for (const tag of host.tags) {
        addTo(this.byTag, tag, name);
      }
    }
    this.allHosts = all;
  }
  /** Hosts that use a template of that name, directly or through others, whether it exists or not. */
  hostsUsing(tag: string): readonly string[] {
    return this.byTag.get(tag) ?? [];
  }
  /** As `hostsUsing`, within an expression: `*` is every host. */
  usersOf(name: string): readonly string[] {
    return name === '*' ? this.allHosts : this.hostsUsing(name);
  }
  /** Members of a host group as written, blanks taken off: `*` and `!name` still among them. */
  writtenMembersOf(group: string): readonly string[] {
    let members = this.byGroup.get(group);
    if (!members) {
      members = membersOf(this.build.of('hostgroup').find(group))
        .map(strip)
        .filter((name) => name !== '');
      this.byGroup.set(group, members);
    }
    return members;
  }
  /** As `writtenMembersOf`, within an expression: `*` is every host, as a name and as a member. */
  membersOf(name: string): readonly string[] {
    if (name === '*') return this.allHosts;
    const members = this.writtenMembersOf(name);
    return members.includes('*') ? [...members.filter((member) => member !== '*'), ...this.allHosts] : members;
  }
}
