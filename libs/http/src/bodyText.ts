import { cleanText } from "@muster/domain/model/cleanText"
import { columnsOf } from "@muster/domain/rows/columnsOf"
import { Schema, SchemaGetter } from "effect"

/** NFC, trimmed. */
const cleaned = (text: Schema.String) =>
  text.pipe(
    Schema.decodeTo(Schema.String, {
      decode: SchemaGetter.transform(cleanText),
      encode: SchemaGetter.passthrough(),
    }),
  )

const notBlank = Schema.isPattern(/\S/u, { expected: "text that is not blank" })

const clean = { expected: "text without control, invisible or damaged characters" }

/** As an import's names: no control, format or separator character (UTS 39, 3.1), none that is broken. */
const noControls = Schema.isPattern(
  /^(?:[\u200C\u200D]|[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\uFFFD])*$/u,
  clean,
)

/** As an import's identifying cells: no joiners either. */
const noHidden = Schema.isPattern(
  /^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\uFFFD]*$/u,
  clean,
)

/** Text that people read, of at most `maxLength` UTF-16 code units; joiners are letters to some scripts. */
export const nameText = (maxLength: number) =>
  cleaned(Schema.String.check(Schema.isMaxLength(maxLength).abort(), notBlank.abort(), noControls))

/** The same, or nothing. */
export const freeText = (maxLength: number) =>
  cleaned(Schema.String.check(Schema.isMaxLength(maxLength).abort(), noControls))

/** Text that identifies a thing, such as an import's column would. */
export const identifierText = (column: "departmentId" | "groupName") => {
  const { maxLength = 100 } = columnsOf("database-users").find(({ name }) => name === column) ?? {}
  return cleaned(Schema.String.check(Schema.isMaxLength(maxLength).abort(), notBlank.abort(), noHidden))
}
