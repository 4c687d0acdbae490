/** A name and every place it can stand in: each is marked `«so»` in a declared workspace. */
export interface Shape {
  readonly title: string;
  readonly declaration: string;
  /** What it is renamed to. */
  readonly wanted?: string;
}

export const shape = (title: string, declaration: string, wanted?: string): Shape => ({ title, declaration, wanted });

export const host = (name: string, rest = ''): string => `
  define host {
      host_name           ${name}
      address             10.0.0.1
      max_check_attempts  3
      ${rest}
  }`;
export const service = (where: string, name: string, rest = ''): string => `
  define service {
      ${where}
      service_description  ${name}
      max_check_attempts   3
      check_command        ping
      ${rest}
  }`;
export const ping = `
  define command {
      command_name  ping
      command_line  /bin/true
  }`;
export const alice = `
  define contact {
      contact_name  alice
  }`;
