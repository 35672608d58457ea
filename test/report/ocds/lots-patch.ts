const text = { type: ["string", "null"] };
const lots = { type: ["array", "null"], items: { type: "string" } };

/**
 * What riskshare writes of the lots extension, in our words; that extension is not among the vendored ones, and without
 * it the standard's schema does not look into `tender.lots`.
 */
export const lotsPatch = {
  definitions: {
    Tender: { properties: { lots: { type: "array", items: { $ref: "#/definitions/Lot" } } } },
    Award: { properties: { relatedLots: lots } },
    Lot: {
      type: "object",
      required: ["id"],
      // Stricter than the extension: a misspelt key is a fault of ours.
      additionalProperties: false,
      properties: {
        id: { type: "string" },
        title: text,
        status: {
          enum: ["planning", "planned", "active", "cancelled", "unsuccessful", "complete", "withdrawn"],
        },
        value: { $ref: "#/definitions/Value" },
      },
    },
  },
};
