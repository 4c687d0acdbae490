/** The one that stands for all that one is linked with, over however many others; shortens the way there for the next time. */
export function leaderOf<Each>(leaders: Map<Each, Each>, one: Each): Each {
  let leader = one;
  for (let next = leaders.get(leader); next !== undefined; next = leaders.get(leader)) leader = next;
  for (let step = one; step !== leader;) {
    const next = leaders.get(step) ?? leader;
    leaders.set(step, leader);
    step = next;
  }
  return leader;
}
