import type { Tools } from '.';

export async function restartServer({ server }: Tools): Promise<void> {
  await server.restart();
}
