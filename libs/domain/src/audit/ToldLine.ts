import { Schema } from "effect"
import { AuditLine } from "./AuditLine.ts"

const { salt: _, personalHash: __, ...fields } = AuditLine.fields

/** A line of the audit as it is told: what proves its personal details stays with the store. */
export const ToldLine = Schema.Struct({
  ...fields,
  details: Schema.Record(Schema.String, Schema.Unknown),
  personal: Schema.NullOr(Schema.Record(Schema.String, Schema.Unknown)).annotate({
    description: "What tells a person; null where there is none, or it was erased",
  }),
})
export type ToldLine = typeof ToldLine.Type
