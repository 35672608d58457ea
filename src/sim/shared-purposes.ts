import type { Scenario } from "./scenario-schema.ts";

/**
 * The figures that several contracts may share, and the purposes of luck that each is drawn under. Counts of people
 * are never shared: two contracts do not get the same people.
 */
export function sharedPurposes(scenario: Scenario): ReadonlyMap<string, readonly string[]> {
  const { volume, delivery, costs } = scenario;
  const purposes = new Map<string, readonly string[]>();
  const add = (figure: unknown, name: string, under: readonly string[] = [name]) => {
    if (figure !== undefined) purposes.set(name, under);
  };
  for (const [name, figure] of Object.entries(volume.factors)) add(figure, `volume.factors.${name}`);
  add(volume.overDispersion, "volume.overDispersion");
  add(volume.chanceOfNone, "volume.chanceOfNone", ["volume.chanceOfNone", "volume.none"]);
  add(volume.suspension, "volume.suspension", ["volume.suspension", "volume.suspension.chance"]);
  add(volume.readyDelayMonths, "volume.readyDelayMonths");
  add(delivery.startRate, "delivery.startRate");
  add(delivery.outcomeRateFactor, "delivery.outcomeRateFactor");
  add(delivery.survivingShare, "delivery.survivingShare");
  for (const { id, claimedShare } of delivery.stages) {
    add(id, `delivery.stages.${id}.rate`);
    add(claimedShare, `delivery.stages.${id}.claimedShare`);
  }
  for (const name of Object.keys(scenario.drawn)) add(name, `drawn.${name}`);
  const items = Array.isArray(costs.setUp) ? costs.setUp.map((_, i) => `costs.setUp.${i}`) : ["costs.setUp"];
  add(costs.setUp, "costs.setUp", items);
  const drawnCosts = ["perMonth", "trackingPerMonth", "perReferral", "perStart", "onEarlyEnd"] as const;
  for (const name of drawnCosts) add(costs[name], `costs.${name}`);
  add(costs.fixedShare, "costs.fixedShare");
  for (const id of Object.keys(costs.perOutcome)) add(id, `costs.perOutcome.${id}`);
  add(costs.posts, "costs.posts.costPerYear");
  add(costs.posts?.redeployableShare, "costs.posts.redeployableShare");
  for (const { id } of scenario.levers) add(id, `levers.${id}`, [`lever ${id}`]);
  return purposes;
}
