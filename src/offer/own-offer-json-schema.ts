import { z } from "zod";
import type { JsonSchema } from "../engine/ruleset-json-schema.ts";
import { ownOfferSchema } from "./own-offer-schema.ts";
import { sectionNames } from "./read-own-offer.ts";

/** The JSON Schema (draft 2020-12) of a provider's own offer; a section may stand there with nothing under it. */
export function ownOfferJsonSchema(): JsonSchema {
  return z.toJSONSchema(ownOfferSchema, {
    target: "draft-2020-12",
    io: "input",
    override: ({ jsonSchema, path }) => {
      const name = path.at(-1);
      if (jsonSchema.type === "object" && typeof name === "string" && sectionNames.has(name))
        (jsonSchema as { type?: unknown }).type = name === "limits" ? "object" : ["object", "null"];
    },
  }) as JsonSchema;
}
