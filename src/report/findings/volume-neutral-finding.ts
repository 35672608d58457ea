import type { CheckedScenario } from "../../sim/check-scenario.ts";
import { volumeNeutral } from "../../sim/volume-neutral.ts";
import { fixedSpace } from "../shown-number.ts";
import { shownName } from "../visible-width.ts";

/**
 * Says for each flat service fee how it stands to the volume-neutral share, above which the provider would gain when
 * referrals fall. Undefined where no policy has such a fee.
 */
export function volumeNeutralFinding(checked: CheckedScenario): string | undefined {
  const percent = (share: number) => `${Math.round(share * 100)}${fixedSpace}%`;
  const said = checked.policies.flatMap((policy) => {
    const found = volumeNeutral(checked, policy);
    if (found === undefined) return [];
    const title = `“${shownName(policy.spec.title)}”`;
    return [
      found.overCompensated
        ? `${title} is over-compensated: its service fee of ${percent(found.own)} is above the volume-neutral ${percent(found.share)}, so the provider gains when referrals fall.`
        : `The service fee of ${title}, ${percent(found.own)}, is below the volume-neutral ${percent(found.share)}: the provider still loses when referrals fall.`,
    ];
  });
  return said.length === 0 ? undefined : said.join(" ");
}
