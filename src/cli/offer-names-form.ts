import { escapedText } from "../engine/shown-text.ts";
import type { OfferNames } from "../offer/offer-document.ts";
import type { CheckedScenario } from "../sim/check-scenario.ts";
import type { FormTalk } from "./offer-form.ts";

/** Who makes the offer and under which terms, and how the asking ended. */
export type NamesAsked = {
  readonly names: Partial<OfferNames>;
  readonly place: number;
  readonly end: "done" | "ended";
};

const longest = 200;

/** Asks for the organisation, the offer in a line, and the terms where nobody named them; `last` starts at the end. */
export async function askNames(
  talk: FormTalk,
  checked: CheckedScenario,
  before: NamesAsked,
  termsGiven: boolean,
  last: boolean,
): Promise<NamesAsked> {
  let [provider, title, place] = [before.names.provider, before.names.title, before.place];
  const isTermsAsked = !termsGiven && checked.policies.length > 1;
  const count = isTermsAsked ? 3 : 2;
  const ended = (): NamesAsked => ({
    names: { ...before.names, ...kept(provider, title) },
    place,
    end: "ended",
  });
  for (let at = last ? count - 1 : 0; at < count; ) {
    if (at === 0) {
      await talk.say("\nWhat is your organisation called?\n");
      if (provider !== undefined) await talk.say(`Press Enter to keep ${escapedText(provider)}.\n`);
      const line = await talk.ask("Your answer: ");
      if (line === undefined) return ended();
      const typed = line.trim();
      if (typed.toLowerCase() === "back") await talk.say("This is the first question.\n");
      else if (isHelp(typed))
        await talk.say("The name that stands on the offer and on the page for your board.\n");
      else if (typed === "" && provider === undefined) await talk.say("This one needs an answer.\n");
      else if (typed.length > longest) await talk.say(`That is too long: ${longest} letters at most.\n`);
      else {
        provider = typed === "" ? provider : typed;
        at++;
      }
    } else if (at === 1) {
      await talk.say("\nWhat is the offer, in one line? It helps you to tell several offers apart.\n");
      await talk.say(
        title === undefined
          ? "Press Enter to leave it open.\n"
          : `Press Enter to keep ${escapedText(title)}.\n`,
      );
      const line = await talk.ask("Your answer: ");
      if (line === undefined) return ended();
      const typed = line.trim();
      if (typed.toLowerCase() === "back") at--;
      else if (isHelp(typed)) await talk.say("Such as: Employment support for lone parents, 60 places.\n");
      else if (typed.length > longest) await talk.say(`That is too long: ${longest} letters at most.\n`);
      else {
        title = typed === "" ? title : typed;
        at++;
      }
    } else {
      const chosen = await askTerms(talk, checked, place);
      if (chosen === undefined) return ended();
      if (chosen === "back") at--;
      else {
        place = chosen;
        at++;
      }
    }
  }
  return { names: { ...before.names, ...kept(provider, title) }, place, end: "done" };
}

function kept(provider: string | undefined, title: string | undefined): Partial<OfferNames> {
  return { ...(provider !== undefined && { provider }), ...(title !== undefined && { title }) };
}

/** The terms by number or by name, each with what it is called. */
async function askTerms(
  talk: FormTalk,
  { policies }: CheckedScenario,
  place: number,
): Promise<number | "back" | undefined> {
  await talk.say("\nHow would you be paid? These are the terms that can be tested:\n");
  for (const [at, { spec }] of policies.entries())
    await talk.say(`${escapedText(`${at + 1}. ${spec.title} (${spec.id})`)}\n`);
  await talk.say(`Press Enter for ${place + 1}, type ? for what they mean.\n`);
  for (;;) {
    const line = await talk.ask("A number or a name: ");
    if (line === undefined) return undefined;
    const typed = line.trim().toLowerCase();
    if (typed === "back") return "back";
    if (typed === "") return place;
    if (isHelp(typed)) {
      for (const [at, { spec }] of policies.entries())
        await talk.say(
          `${escapedText(`${at + 1}. ${spec.title}: ${spec.sentence ?? "no more is said of it."}`)}\n`,
        );
      continue;
    }
    const named = policies.findIndex(({ spec }) => spec.id === typed);
    const at = named >= 0 ? named : /^\d{1,3}$/.test(typed) ? Number(typed) - 1 : -1;
    if (policies[at] !== undefined) return at;
    await talk.say(`That does not work. Type a number from 1 to ${policies.length}.\n`);
  }
}

function isHelp(typed: string): boolean {
  return typed === "?" || typed.toLowerCase() === "help";
}
