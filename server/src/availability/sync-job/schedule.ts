/** What starts the copy once a day. */
import type { NamedJob } from '../sync-job';

/** `/etc/cron.d/NAME`: of root's, and at that hour of the machine's own time zone. */
export function cronFile({ server, program, time }: NamedJob): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return `# Copies Shinken's configuration to ${server} once a day. What the copy has to say goes to the system's log.
SHELL=/bin/sh
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin

# minute hour day month weekday user command
${String(minute)} ${String(hour)} * * * root ${program}
`;
}

export function serviceUnit({ server, program }: NamedJob): string {
  return `# Started by the timer of the same name; by hand: systemctl start, with the name of this file.
[Unit]
Description=Copy Shinken's configuration to ${server}
Wants=network-online.target
After=network-online.target

[Service]
Type=oneshot
ExecStart=${program}
# A machine that does not answer must not keep tomorrow's copy from being made.
TimeoutStartSec=15min
Nice=10
# It reads the configuration and root's ssh key, and writes nothing on this machine.
ProtectSystem=full
ProtectHome=read-only
PrivateTmp=yes
NoNewPrivileges=yes
`;
}

export function timerUnit({ server, time }: NamedJob): string {
  return `[Unit]
Description=Copy Shinken's configuration to ${server} once a day

[Timer]
OnCalendar=*-*-* ${time.padStart(5, '0')}:00
# A copy that was missed while this machine was off is made once it is on again.
Persistent=true

[Install]
WantedBy=timers.target
`;
}
