import { badInputsList } from "./bad-inputs.mjs";

const file = "small-contract.yaml";
const afterDelivery = "costs:\n";

/** What a run would otherwise pass over in silence, as the checker refuses it. */
export function passedOverList() {
  return badInputsList([
    {
      what: "A distribution for a figure that is not drawn",
      file,
      from: afterDelivery,
      to: "provider: { discountRate: { uniform: { min: 0, max: 0.1 } } }\ncosts:\n",
    },
    {
      what: "A drawn yes or no that can be something between",
      file,
      from: afterDelivery,
      to: "drawn: { strike: { value: 0.5, sentence: Is there a strike? } }\ncosts:\n",
    },
    {
      what: "A lever that starts late or fades, on a figure that is drawn once",
      file,
      from: "policies:\n",
      to: "levers: [{ id: coaching, title: Coaching, quantity: delivery.startRate, scale: 1.1, cost: 0, delayMonths: 2 }]\npolicies:\n",
    },
    {
      what: "A cost after the last month, which nobody would pay",
      file,
      from: "  setUp: 400\n",
      to: "  setUp: [{ month: 9, pounds: 400 }]\n",
    },
    {
      what: "Over-dispersion that moves the volume and does not only spread it",
      file,
      from: "delivery:\n",
      to: "  overDispersion: { distribution: { gamma: { mean: 0.9, shape: 4 } }, scope: month }\ndelivery:\n",
    },
    {
      what: "Referrals that stop for a budget that nobody stated",
      file,
      from: afterDelivery,
      to: "commissioner: { stopsWhenSpent: true }\ncosts:\n",
    },
  ]);
}
